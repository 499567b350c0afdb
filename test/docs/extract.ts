// The programs in the documents: ```ts blocks of Markdown, and the `@example`s of what the sources export.
import ts from 'typescript';
import type { TextFile } from '../project.js';

export interface Program {
  /** Where it stands, such as `README.md` or `src/policy/define.ts:12`. */
  readonly title: string;
  /** The file it stands in; a relative import is relative to it. */
  readonly path: string;
  /** Its lines at the line numbers they have in that file, so that every message points at the document. */
  readonly text: string;
  /** Whether it is run, or only type-checked. */
  readonly run: boolean;
}

interface Block { readonly line: number; readonly words: readonly string[]; readonly lines: readonly string[] }

/** Blocks of one file share their scope, in order; `ts isolated` stands alone, `ts type-only` is not run. */
export function programsOfMarkdown({ path, text }: TextFile): readonly Program[] {
  const blocks = tsBlocks(text);
  const shared = blocks.filter(({ words }) => words.length === 0);
  const alone = blocks.filter(({ words }) => words.length > 0);
  const unknown = alone.find(({ words }) => words.some((word) => word !== 'isolated' && word !== 'type-only'));
  if (unknown) throw new Error(`${path}:${unknown.line}: a \`ts\` block may be \`isolated\` or \`type-only\`, not \`${unknown.words.join(' ')}\``);
  return [
    ...(shared.length > 0 ? [{ title: path, path, text: placed(shared), run: true }] : []),
    ...alone.map((block) => ({ title: `${path}:${block.line}`, path, text: placed([block]), run: !block.words.includes('type-only') })),
  ];
}

function tsBlocks(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^(\s*)(`{3,})(\S*)\s*(.*)$/.exec(lines[index] ?? '');
    if (!fence) continue;
    const [, indent = '', ticks = '', language = '', rest = ''] = fence;
    const end = lines.findIndex((line, at) => at > index && line.trim() === ticks);
    if (end === -1) throw new Error(`line ${index + 1}: the block is not closed`);
    if (/^(ts|typescript)$/.test(language)) {
      const inside = lines.slice(index + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
      blocks.push({ line: index + 2, words: rest.split(/\s+/).filter((word) => word !== ''), lines: inside });
    }
    index = end;
  }
  return blocks;
}

function placed(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    while (lines.length < block.line - 1) lines.push('');
    lines.push(...block.lines);
  }
  return lines.join('\n');
}

/** Exported names of a module and where to import them from, for examples that do not write their imports. */
export type KnownNames = ReadonlyMap<string, string>;

/** Every `@example` on what a source file exports (members of its classes and interfaces too); each stands alone. */
export function programsOfSource(file: TextFile, known: KnownNames): readonly Program[] {
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
  const own = new Map(exportedStatements(tree).flatMap((statement) => namesOf(statement).map((name) => [name, `./${file.path.split('/').at(-1)?.replace(/\.ts$/, '.js') ?? ''}`] as const)));
  return exportedStatements(tree).flatMap((statement) => examplesUnder(statement)).map((example) => {
    const block = exampleBlock(file.text, example);
    const program = { title: `${file.path}:${block.line}`, path: file.path, text: placed([block]), run: true };
    return { ...program, text: withImports(program.text, new Map([...own, ...known])) };
  });
}

function exportedStatements(tree: ts.SourceFile): readonly ts.Statement[] {
  return tree.statements.filter((statement) => ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword));
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function examplesUnder(statement: ts.Statement): readonly ts.JSDocTag[] {
  const found = new Set<ts.JSDocTag>();
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getJSDocCommentsAndTags(node)) {
      if (ts.isJSDoc(comment)) comment.tags?.filter((tag) => tag.tagName.text === 'example').forEach((tag) => found.add(tag));
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return [...found];
}

/** The lines of an example without the comment's stars, its title and its fences. */
function exampleBlock(text: string, tag: ts.JSDocTag): Block {
  const from = text.slice(0, tag.pos).split('\n').length;
  const lines = text.slice(tag.pos, tag.end).split('\n')
    .map((line, index) => (index === 0 ? line.replace(/^\s*@example\s?/, '') : line.replace(/^\s*\*? ?/, '')))
    .map((line) => line.replace(/\s*\*\/\s*$/, ''));
  const title = (lines[0] ?? '').trim();
  const isTitle = title.startsWith('<caption>');
  return { line: from, words: [], lines: lines.map((line, index) => ((index === 0 && isTitle) || /^```/.test(line.trim()) ? '' : line)) };
}

/** Adds imports of known names that the program uses and does not bind, on its first line, which a docstring never reaches. */
function withImports(text: string, known: KnownNames): string {
  const tree = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true);
  const bound = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isBinding = (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent) || ts.isImportSpecifier(parent) || ts.isImportClause(parent)
        || ts.isNamespaceImport(parent) || ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) && parent.name === node;
      const isMember = (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
      if (isBinding) bound.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const wanted = [...used].filter((name) => !bound.has(name)).flatMap((name) => {
    const specifier = known.get(name);
    return specifier === undefined ? [] : [`import { ${name} } from '${specifier}';`];
  });
  return wanted.join(' ') + text;
}

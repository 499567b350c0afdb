// Source files as syntax trees, and what they import.
import { posix } from 'node:path';
import ts from 'typescript';
import type { TextFile } from '../project.js';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** One check of the architecture: everything it holds against the sources. */
export type Check = (sources: readonly Source[]) => readonly Violation[];

export function parseSources(files: readonly TextFile[]): readonly Source[] {
  return files.map(({ path, text }) => ({ path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) }));
}

export function violation(source: Source, node: ts.Node, message: string): Violation {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return { path: source.path, line: line + 1, message };
}

/** Every node of a file, comments aside. */
export function nodesOf(source: Source): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return nodes;
}

export interface Import {
  readonly specifier: string;
  readonly node: ts.Node;
}

/** `import`, `import type`, `export … from`, `import()` as value and as type, `import x = require()`, `require()`. */
export function importsOf(source: Source): readonly Import[] {
  return nodesOf(source).flatMap((node): readonly Import[] => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return [];
    return [{ specifier: ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)', node }];
  });
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? node.arguments[0] : undefined;
}

export const isRelative = (specifier: string): boolean => /^\.\.?(\/|$)/.test(specifier);

/** The source file that a relative specifier names: `./issue.js` is `issue.ts` beside it. */
export function resolveRelative(source: Source, specifier: string): string {
  return posix.join(posix.dirname(source.path), specifier).replace(/\.js$/, '.ts');
}

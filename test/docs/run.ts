// Runs a program of the documents and checks each `// => value` that follows a statement.
import ts from 'typescript';
import { isRelative } from '../architecture/source.js';
import type { Program } from './extract.js';

/** One `// =>` comment: what the statement before it gave, and what the document says it gives. */
export interface Outcome {
  readonly line: number;
  readonly claim: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** Imports a module on behalf of the program; given by the test, so that its aliases apply. */
export type Importer = (specifier: string) => Promise<unknown>;

const AsyncFunction = (async () => undefined).constructor as new (...source: readonly string[]) => (...values: readonly unknown[]) => Promise<unknown>;

export async function runProgram(program: Program, load: Importer): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const record = (line: number, claim: string, actual: unknown, expected: unknown): void => void outcomes.push({ line, claim, actual, expected });
  const quiet = { log: () => undefined, error: () => undefined, warn: () => undefined, table: () => undefined };
  const main = new AsyncFunction('$load', '$record', '$codes', 'console', javascriptOf(program.text));
  try {
    await main(load, record, errorCodes, quiet);
  } catch (error) {
    throw new Error(`${program.title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return outcomes;
}

/** The codes of a ClassifierError, in the form of a claim; any other error is passed on. */
function errorCodes(error: unknown, code: string): string {
  const issues = typeof error === 'object' && error !== null && 'issues' in error && Array.isArray(error.issues) ? (error.issues as readonly { readonly code: string }[]) : undefined;
  if (!issues) throw error;
  const codes = issues.map((issue) => issue.code);
  return codes.includes(code) ? code : codes.join(', ');
}

/** The body of an async function: imports become loads, and a claimed statement records what it gave. */
export function javascriptOf(text: string): string {
  const tree = ts.createSourceFile('program.ts', text, ts.ScriptTarget.ES2022, true);
  const typed = tree.statements.map((statement, index) => javascriptOfStatement(tree, statement, tree.statements[index + 1])).join('\n');
  const plain = ts.transpileModule(`async () => {\n${typed}\n}`, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText;
  return `await (${plain.trim().replace(/;$/, '')})();`;
}

function javascriptOfStatement(tree: ts.SourceFile, statement: ts.Statement, next: ts.Statement | undefined): string {
  if (ts.isImportDeclaration(statement)) return loadOf(statement);
  const source = statement.getText(tree).replace(/^export (?=const|function|class|type|interface)/, '');
  const claim = claimAfter(tree, statement, next);
  if (claim === undefined) return source;
  const line = tree.getLineAndCharacterOfPosition(statement.getEnd()).line + 1;
  const head = `${line}, ${JSON.stringify(claim)}`;
  const thrown = /^throws (\S+)$/.exec(claim);
  if (thrown) {
    const code = JSON.stringify(thrown[1]);
    return `try { ${source}\n $record(${head}, 'nothing thrown', ${code}); } catch (error) { $record(${head}, $codes(error, ${code}), ${code}); }`;
  }
  if (ts.isExpressionStatement(statement)) return `$record(${head}, ${shownExpression(statement.expression).getText(tree)}, (${claim}));`;
  const variable = ts.isVariableStatement(statement) ? statement.declarationList.declarations.at(-1)?.name : undefined;
  if (!variable) throw new Error(`line ${line}: \`// =>\` follows neither an expression nor a variable`);
  const value = ts.isIdentifier(variable) ? variable.text : objectOf(variable, tree);
  return `${source}\n$record(${head}, ${value}, (${claim}));`;
}

/** `x` of `console.log(x)`: the claim is about what is shown. */
function shownExpression(expression: ts.Expression): ts.Expression {
  const isLog = ts.isCallExpression(expression) && expression.expression.getText() === 'console.log' && expression.arguments.length === 1;
  return isLog ? expression.arguments[0] ?? expression : expression;
}

/** What `const { a, b: c } = …` bound, as `{ a, c }`. */
function objectOf(pattern: ts.BindingPattern, tree: ts.SourceFile): string {
  return `{ ${pattern.elements.flatMap((element) => (ts.isBindingElement(element) ? [element.name.getText(tree)] : [])).join(', ')} }`;
}

function loadOf({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const load = `await $load(${moduleSpecifier.getText()})`;
  if (!importClause) return `${load};`;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return '';
  const { name, namedBindings } = importClause;
  const names = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.filter((element) => !element.isTypeOnly) : [];
  const pattern = [...(name ? [`default: ${name.text}`] : []), ...names.map((element) => (element.propertyName ? `${element.propertyName.getText()}: ${element.name.text}` : element.name.text))];
  return namedBindings && ts.isNamespaceImport(namedBindings) ? `const ${namedBindings.name.text} = ${load};` : `const { ${pattern.join(', ')} } = ${load};`;
}

/** The text after `// =>` that follows a statement, on its last line or on the lines below, continued by `//` lines. */
function claimAfter(tree: ts.SourceFile, statement: ts.Statement, next: ts.Statement | undefined): string | undefined {
  const between = tree.text.slice(statement.getEnd(), next?.getStart(tree) ?? tree.text.length).split('\n');
  const from = between.findIndex((line) => line.trim() !== '');
  const first = /^\s*\/\/ ?=> ?(.*)$/.exec(between[from] ?? '');
  if (!first || from > 1) return undefined;
  const rest = between.slice(from + 1);
  const end = rest.findIndex((line) => !/^\s*\/\//.test(line) || /^\s*\/\/ ?=>/.test(line));
  const more = (end === -1 ? rest : rest.slice(0, end)).map((line) => line.replace(/^\s*\/\/ ?/, ''));
  return [first[1] ?? '', ...more].join('\n').trim();
}

/** The specifier as the test can import it: a relative one is relative to the document. */
export function absolute(specifier: string, folder: string): string {
  return isRelative(specifier) ? `${folder}/${specifier}` : specifier;
}

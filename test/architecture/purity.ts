// What no file of src may contain: hidden inputs and outputs, state of the module, holes in the types.
import ts from 'typescript';
import { nodesOf, violation, type Check, type Source } from './source.js';

const bannedGlobals = new Set([
  'console', 'eval', 'Function', 'process', 'Buffer', 'TextEncoder', 'TextDecoder', 'structuredClone', 'crypto', 'performance', 'navigator',
  'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'require', 'module', '__dirname', '__filename',
  'globalThis', 'global', 'window', 'self', 'document', 'localStorage', 'URL', 'AbortController',
]);

export const noBannedGlobals: Check = (sources) => sources.flatMap((source) => {
  const declared = declaredNames(source);
  return nodesOf(source).filter(ts.isIdentifier).filter((node) => isValueUse(node) && !declared.has(node.text)).flatMap((node) => {
    if (bannedGlobals.has(node.text)) return [violation(source, node, `uses \`${node.text}\``)];
    if (node.text === 'Date' && !isPureDate(node)) return [violation(source, node, 'uses `Date` other than as `new Date(value)`, `Date.UTC`, `Date.parse`')];
    if (node.text === 'Math' && !isPureMath(node)) return [violation(source, node, 'uses `Math.random`, or `Math` other than by a member\'s name')];
    return [];
  });
});

/** Names that the file itself declares, in any scope: a parameter called `document` is not the browser's. */
function declaredNames(source: Source): ReadonlySet<string> {
  return new Set(nodesOf(source).flatMap((node) => {
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node)
      || ts.isClassDeclaration(node) || ts.isImportSpecifier(node) || ts.isImportClause(node) || ts.isNamespaceImport(node);
    return isDeclaration && node.name && ts.isIdentifier(node.name) ? [node.name.text] : [];
  }));
}

function isValueUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isQualifiedName(parent)) return false;
  return !ts.isTypeNode(parent) || ts.isExpressionWithTypeArguments(parent);
}

function isPureDate(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent)) return parent.expression === node && (parent.arguments?.length ?? 0) > 0;
  return ts.isPropertyAccessExpression(parent) && ['UTC', 'parse', 'prototype'].includes(parent.name.text);
}

function isPureMath(node: ts.Identifier): boolean {
  return ts.isPropertyAccessExpression(node.parent) && node.parent.name.text !== 'random';
}

const localMembers = new Set([
  'localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'getTimezoneOffset',
  ...['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap((part) => [`get${part}`, `set${part}`]),
]);

/** The language and the time zone are given, never the machine's. */
export const noHostSettings: Check = (sources) => sources.flatMap((source) => nodesOf(source).flatMap((node) => {
  if (ts.isPropertyAccessExpression(node) && localMembers.has(node.name.text)) return [violation(source, node, `uses \`${node.name.text}\`, which depends on the machine's language or time zone`)];
  const isIntl = (ts.isNewExpression(node) || ts.isCallExpression(node)) && /^Intl\.[A-Z]/.test(node.expression.getText());
  if (!isIntl) return [];
  const [locale, options] = node.arguments ?? [];
  if (!locale || locale.getText() === 'undefined') return [violation(source, node, `uses \`${node.expression.getText()}\` without a language`)];
  const needsZone = node.expression.getText() === 'Intl.DateTimeFormat' && !(options?.getText() ?? '').includes('timeZone');
  return needsZone ? [violation(source, node, 'uses `Intl.DateTimeFormat` without a time zone')] : [];
}));

const mutators = new Set(['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

/** No `let` of the module, no container of the module that could grow, no static that could change. */
export const noModuleState: Check = (sources) => sources.flatMap((source) => {
  const lists = source.tree.statements.filter(ts.isVariableStatement).map((statement) => statement.declarationList);
  const declarations = lists.flatMap((list) => [...list.declarations]);
  const names = new Set(declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : [])));
  return [
    ...lists.filter((list) => (list.flags & ts.NodeFlags.Const) === 0).map((list) => violation(source, list, 'declares a variable of the module that can change')),
    ...declarations.filter((each) => each.initializer && isEmptyContainer(each.initializer) && !isReadonlyType(each.type))
      .map((each) => violation(source, each, 'declares an empty container of the module: state in the making')),
    ...nodesOf(source).filter((node) => changesOneOf(node, names)).map((node) => violation(source, node, 'changes a value of the module')),
    ...nodesOf(source).filter((node) => ts.isPropertyDeclaration(node) && hasModifier(node, ts.SyntaxKind.StaticKeyword) && !hasModifier(node, ts.SyntaxKind.ReadonlyKeyword))
      .map((node) => violation(source, node, 'declares a static that can change')),
  ];
});

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
}

function isEmptyContainer(node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && /^(Weak)?(Map|Set)$|^Array$/.test(node.expression.text) && (node.arguments?.length ?? 0) === 0;
}

function isReadonlyType(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && /^(readonly\b|Readonly|\{ readonly )/.test(type.getText());
}

function changesOneOf(node: ts.Node, names: ReadonlySet<string>): boolean {
  const isOurs = (expression: ts.Expression): boolean => {
    const base = baseOf(expression);
    return base !== undefined && names.has(base.text) && !isShadowed(base);
  };
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return mutators.has(node.expression.name.text) && isOurs(node.expression.expression);
  if (ts.isDeleteExpression(node)) return isOurs(node.expression);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator) && isOurs(node.operand);
  }
  return ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) && isOurs(node.left);
}

const isAssignment = (kind: ts.SyntaxKind): boolean => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;

/** `a` of `a.b[c].d`. */
function baseOf(expression: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(expression)) return expression;
  return ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression) ? baseOf(expression.expression) : undefined;
}

/** Whether a function around the name declares its own of that name. */
function isShadowed(name: ts.Identifier): boolean {
  for (let node: ts.Node = name; !ts.isSourceFile(node); node = node.parent) {
    if ((ts.isFunctionLike(node) || ts.isBlock(node) || ts.isForOfStatement(node) || ts.isForStatement(node)) && declares(node, name.text)) return true;
  }
  return false;
}

function declares(scope: ts.Node, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name) && node.name.text === name) found = true;
    if (!found) ts.forEachChild(node, visit);
  };
  ts.forEachChild(scope, visit);
  return found;
}

export const noHolesInTypes: Check = (sources) => sources.flatMap((source) => [
  ...nodesOf(source).flatMap((node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return [violation(source, node, 'uses `any`')];
    if (ts.isAsExpression(node) && ts.isAsExpression(node.expression) && node.expression.type.kind === ts.SyntaxKind.UnknownKeyword) return [violation(source, node, 'uses `as unknown as`')];
    if (ts.isNonNullExpression(node)) return [violation(source, node, 'uses `!` where a type can do it')];
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) return [violation(source, node, 'uses `instanceof`: a value of another realm would not be known')];
    return [];
  }),
  ...source.text.split('\n').flatMap((line, index) => (/@ts-(ignore|nocheck|expect-error)|eslint-disable/.test(line)
    ? [{ path: source.path, line: index + 1, message: 'switches a check off' }] : [])),
]);

const isDataTable = (path: string): boolean => path.startsWith('src/presets/') || path.startsWith('src/render/locales/');
const longest = 300;

export const noLongFiles: Check = (sources) => sources.filter(({ path }) => !isDataTable(path)).flatMap((source) => {
  const lines = source.text.replace(/\n$/, '').split('\n').length;
  return lines > longest ? [{ path: source.path, line: lines, message: `has ${lines} lines, more than ${longest}` }] : [];
});

// Who may import whom.
import ts from 'typescript';
import { importsOf, isRelative, resolveRelative, violation, type Check, type Source, type Violation } from './source.js';

/** A folder imports only folders of a lower rank; `errors` lies below everything, `internal` too. */
export const ranks: Readonly<Record<string, number>> = {
  errors: 0, internal: 0.5, model: 1, rules: 1, facts: 2, adapters: 2, scorers: 3, policy: 4, presets: 5, classify: 5,
  lint: 6, explain: 6, render: 7, classifier: 7.5, review: 8, testing: 8,
};

/** `model` of `src/model/record.ts`; empty for `src/index.ts`. */
export function folderOf(path: string): string {
  const [, folder, ...rest] = path.split('/');
  return rest.length === 0 ? '' : folder ?? '';
}

const isEntry = (path: string): boolean => path.endsWith('/index.ts');
/** The root entry stands above everything. */
const rankOf = (path: string): number | undefined => (path === 'src/index.ts' ? Number.POSITIVE_INFINITY : ranks[folderOf(path)]);

export const knownFolders: Check = (sources) => sources
  .filter((source) => rankOf(source.path) === undefined)
  .map((source) => violation(source, source.tree, 'lies in a folder without a rank'));

export const lowerRanksOnly: Check = (sources) => sources.flatMap((source) => {
  const own = rankOf(source.path) ?? -1;
  return relativeImports(source).flatMap(({ target, node }) => {
    if (folderOf(target) === folderOf(source.path)) return [];
    const other = rankOf(target) ?? Number.POSITIVE_INFINITY;
    return other < own ? [] : [violation(source, node, `imports ${target}, which is not of a lower rank`)];
  });
});

/** Adapters are bridges to other libraries for those who ask for them: nothing inside leans on one. */
export const adaptersAreApart: Check = (sources) => sources
  .filter((source) => folderOf(source.path) !== 'adapters')
  .flatMap((source) => relativeImports(source)
    .filter(({ target }) => folderOf(target) === 'adapters')
    .map(({ target, node }) => violation(source, node, `imports ${target}: adapters are for hosts`)));

export const importsExist: Check = (sources) => {
  const paths = new Set(sources.map((source) => source.path));
  return sources.flatMap((source) => relativeImports(source)
    .filter(({ target, specifier }) => !specifier.endsWith('.js') || !paths.has(target))
    .map(({ specifier, node }) => violation(source, node, `imports \`${specifier}\`, which names no source file (specifiers end in .js)`)));
};

export const noBarrels: Check = (sources) => sources.flatMap((source) => relativeImports(source)
  .filter(({ target }) => isEntry(target))
  .map(({ target, node }) => violation(source, node, `imports through the barrel ${target}`)));

/** An `index.ts` is an entry of the package, and holds named re-exports only. */
export function entriesOnlyReExport(entrySources: readonly string[]): Check {
  return (sources) => sources.filter((source) => isEntry(source.path)).flatMap((source) => {
    if (!entrySources.includes(source.path)) return [violation(source, source.tree, 'is a barrel but no entry of the package')];
    return source.tree.statements
      .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier && statement.exportClause && ts.isNamedExports(statement.exportClause)))
      .map((statement) => violation(source, statement, 'an entry holds named re-exports only'));
  });
}

interface RelativeImport { readonly specifier: string; readonly target: string; readonly node: ts.Node }
function relativeImports(source: Source): readonly RelativeImport[] {
  return importsOf(source).filter(({ specifier }) => isRelative(specifier))
    .map(({ specifier, node }) => ({ specifier, node, target: resolveRelative(source, specifier) }));
}

/** Types count: two files that need each other are one file. */
export const noCycles: Check = (sources) => {
  const targets = new Map(sources.map((source) => [source.path, relativeImports(source).map(({ target }) => target)]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      found.push({ path, line: 1, message: `is in a cycle: ${[...trail.slice(at), path].join(' → ')}` });
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
};

/** Packages from outside, and the only folders that may import them. */
const packages: readonly { readonly name: RegExp; readonly folders: readonly string[] }[] = [
  { name: /^json-logic-js$/, folders: ['src/rules/operators/'] },
  { name: /^zod\/mini$/, folders: ['src/model/', 'src/policy/'] },
  { name: /^(date-fns|@date-fns\/tz)(\/|$)/, folders: ['src/internal/'] },
  { name: /^@noble\/hashes(\/|$)/, folders: ['src/internal/'] },
];

export const packagesInTheirPlace: Check = (sources) => sources.flatMap((source) => importsOf(source)
  .filter(({ specifier }) => !isRelative(specifier))
  .flatMap(({ specifier, node }) => {
    const allowed = packages.find(({ name }) => name.test(specifier));
    if (!allowed) return [violation(source, node, `imports \`${specifier}\`, which no folder of src may`)];
    if (!allowed.folders.some((folder) => source.path.startsWith(folder))) return [violation(source, node, `imports \`${specifier}\` outside ${allowed.folders.join(', ')}`)];
    if (specifier === 'zod/mini' && !isNamespaceZ(node)) return [violation(source, node, 'imports zod other than as `import * as z from \'zod/mini\'`')];
    return [];
  }));

function isNamespaceZ(node: ts.Node): boolean {
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  return clause?.name === undefined && clause?.namedBindings !== undefined && ts.isNamespaceImport(clause.namedBindings) && clause.namedBindings.name.text === 'z';
}

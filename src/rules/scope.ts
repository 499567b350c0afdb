import type { RuleScope } from './types.js';

/** A scope that hands out slots in the order in which paths are first met; slot i holds `paths[i]`. */
export function createScope(options: Omit<RuleScope, 'slot'>): RuleScope & { readonly paths: readonly string[] } {
  const paths: string[] = [];
  const slots = new Map<string, number>();
  const slot = (path: string): number => {
    const known = slots.get(path);
    if (known !== undefined) return known;
    slots.set(path, paths.length);
    return paths.push(path) - 1;
  };
  return { field: options.field, names: options.names, declaration: options.declaration, slot, paths };
}

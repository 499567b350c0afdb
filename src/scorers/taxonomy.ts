import { isJsonList, isJsonObject, type Json, type Text } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { readLabel } from './card/read.js';
import { member, readObject } from './options.js';
import type { ReportOption } from './scorer.js';

/** A class of a taxonomy, as a policy writes it. */
export interface TaxonomyNode {
  /** What rules call it: the band of who is in it, and in none below it. */
  readonly id: string;
  /** What people call it. A label of the score's `bandLabels` goes before it. */
  readonly label?: Text;
  /** The values of the fact that mean it, beside its id. */
  readonly values?: readonly string[];
  /** Finer classes within it. */
  readonly children?: readonly TaxonomyNode[];
}

/** A taxonomy that was read. */
export interface Taxonomy {
  /** All classes, each before those below it. */
  readonly ids: readonly string[];
  /** The class of each value. */
  readonly byValue: ReadonlyMap<string, string>;
  /** The class directly above each that has one. */
  readonly above: { readonly [id: string]: string };
}

const NODE = 'a class with an `id`, such as { "id": "east", "values": ["Shanghai"], "children": [] }';

function isName(json: Json | undefined): json is string {
  return typeof json === 'string' && json.trim() !== '';
}

/** Reads a tree of classes; what is wrong is reported. A copied policy is no deeper than the reader allows. */
export function readTaxonomy(json: Json | undefined, report: ReportOption): Taxonomy {
  const ids: string[] = [];
  const byValue = new Map<string, string>();
  const above: [string, string][] = [];
  const take = (value: string, id: string, pointer: string): void => {
    const other = byValue.get(value);
    if (other !== undefined && other !== id) report(pointer, `\`${value}\` is a value of \`${other}\` already: keep it in one class`);
    else byValue.set(value, id);
  };
  const readNodes = (nodes: Json | undefined, parent: string | undefined, pointer: string): void => {
    if (!isJsonList(nodes) || nodes.length === 0) report(pointer, `\`${pointer.slice(pointer.lastIndexOf('/') + 1)}\` must be a list of classes, each ${NODE}`);
    else nodes.forEach((node, index) => readNode(node, parent, childPointer(pointer, index)));
  };
  const readNode = (node: Json, parent: string | undefined, pointer: string): void => {
    const object = readObject(node, ['id', 'label', 'values', 'children'], pointer, report);
    if (!isJsonObject(node)) return;
    readLabel(object, pointer, report);
    const [id, values, children] = [member(object, 'id'), member(object, 'values'), member(object, 'children')];
    if (!isName(id)) return report(childPointer(pointer, 'id'), '`id` must be a text that is not blank');
    if (ids.includes(id)) return report(childPointer(pointer, 'id'), `the class \`${id}\` stands twice: give each its own id`);
    ids.push(id);
    if (parent !== undefined) above.push([id, parent]);
    take(id, id, childPointer(pointer, 'id'));
    if (values !== undefined && !(isJsonList(values) && values.every(isName))) report(childPointer(pointer, 'values'), '`values` must be a list of texts');
    else for (const value of (values ?? []).filter((each) => isName(each))) take(value, id, childPointer(pointer, 'values'));
    if (children !== undefined) readNodes(children, id, childPointer(pointer, 'children'));
  };
  readNodes(json, undefined, '/taxonomy');
  return { ids, byValue, above: Object.fromEntries(above) };
}

/** A class of a taxonomy that has a label, with the place of the label in the tree. */
export interface LabelledClass {
  readonly id: string;
  readonly label: Text;
  readonly pointer: string;
}

/** What the classes of a tree are called, as far as it says so. */
export function labelledClasses(nodes: readonly TaxonomyNode[], pointer: string): readonly LabelledClass[] {
  return nodes.flatMap(({ id, label, children = [] }, index) => {
    const at = childPointer(pointer, index);
    return [...(label === undefined ? [] : [{ id, label, pointer: childPointer(at, 'label') }]), ...labelledClasses(children, childPointer(at, 'children'))];
  });
}

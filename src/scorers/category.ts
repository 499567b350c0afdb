import { isJsonList, isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { childPointer } from '../internal/pointer.js';
import { bandScore, noScore } from './inputs.js';
import { member, readObject, readPath } from './options.js';
import type { ReportOption, Score, ScoreCondition, ScoreInputs, ScorerImplementation } from './scorer.js';
import { readTaxonomy, type Taxonomy, type TaxonomyNode } from './taxonomy.js';

/** A class with the rule that says who is in it. */
export interface CategoryClass {
  readonly id: string;
  readonly when: Json;
}

/** What kind of customer it is: by the first rule that holds, or by a taxonomy. Options as a policy writes them. */
export interface CategorySpec {
  readonly scorer: 'category';
  /** Classes in order of trying: the first whose rule holds is given. Instead of `of` and `taxonomy`. */
  readonly classes?: readonly CategoryClass[];
  /** The path of the word that is looked up, such as `customer.region.province`. */
  readonly of?: string;
  /** Classes with the words that mean them; one may hold others. */
  readonly taxonomy?: readonly TaxonomyNode[];
}

interface Classes {
  readonly kind: 'classes';
  readonly classes: readonly CategoryClass[];
}

interface LookedUp {
  readonly kind: 'taxonomy';
  readonly of: string;
  readonly taxonomy: Taxonomy;
}

type CategoryOptions = Classes | LookedUp;

function readClass(json: Json, pointer: string, report: ReportOption): readonly CategoryClass[] {
  const object = readObject(json, ['id', 'when'], pointer, report);
  if (!isJsonObject(json)) return [];
  const [id, when] = [member(object, 'id'), member(object, 'when')];
  if (typeof id !== 'string' || id.trim() === '') report(childPointer(pointer, 'id'), '`id` must be a text that is not blank');
  else if (when === undefined) report(childPointer(pointer, 'when'), '`when` must be a rule: add it, or true for a last class that takes everybody');
  else return [{ id, when }];
  return [];
}

function readClasses(object: JsonObject, report: ReportOption): Classes {
  const json = member(object, 'classes');
  const classes = isJsonList(json) ? json.flatMap((each, index) => readClass(each, childPointer('/classes', index), report)) : [];
  if (!isJsonList(json) || json.length === 0) report('/classes', '`classes` must be a list of classes, each with an `id` and a rule `when`');
  const twice = classes.find(({ id }, index) => classes.findIndex((each) => each.id === id) < index);
  if (twice !== undefined) report('/classes', `the class \`${twice.id}\` stands twice: give each its own id`);
  return { kind: 'classes', classes };
}

function readCategoryOptions(json: Json, report: ReportOption): CategoryOptions {
  const object = readObject(json, ['classes', 'of', 'taxonomy'], '', report);
  const isLookedUp = member(object, 'of') !== undefined || member(object, 'taxonomy') !== undefined;
  if (isLookedUp === (member(object, 'classes') !== undefined)) {
    report('', 'a category has either `classes` with rules, or `of` and `taxonomy`: give one of the two');
    return { kind: 'classes', classes: [] };
  }
  if (!isLookedUp) return readClasses(object, report);
  return { kind: 'taxonomy', of: readPath(object, 'of', '', report), taxonomy: readTaxonomy(member(object, 'taxonomy'), report) };
}

/** The answer to the rule of a class stands under this name among the inputs. */
const keyOf = (index: number): string => `?/classes/${String(index)}`;

/** The first class whose rule holds; one before it that cannot be decided leaves all undecided. */
function firstOf(inputs: ScoreInputs, { classes }: Classes): Score {
  for (const [index, { id }] of classes.entries()) {
    const answer = inputs[keyOf(index)] ?? null;
    if (answer === null) return noScore('category/undecided');
    if (answer === true) return bandScore(id);
  }
  return noScore('category/none');
}

function lookUp(inputs: ScoreInputs, { of, taxonomy }: LookedUp): Score {
  const value = Object.hasOwn(inputs, of) ? inputs[of] : null;
  if (typeof value !== 'string' || value.trim() === '') return noScore('score/missing-fact');
  const band = taxonomy.byValue.get(value);
  return band === undefined ? noScore('category/unknown-value') : bandScore(band);
}

export const category: ScorerImplementation<CategoryOptions, null> = {
  kind: 'scorer',
  id: 'category',
  version: '1',
  result: 'nominal',
  readOptions: readCategoryOptions,
  inputs: (options) => (options.kind === 'taxonomy' ? [options.of] : []),
  inputTypes: (options) => (options.kind === 'taxonomy' ? { [options.of]: ['text', 'enum'] } : {}),
  conditions: (options): readonly ScoreCondition[] =>
    options.kind === 'taxonomy'
      ? []
      : options.classes.map(({ id, when }, index) => ({ key: keyOf(index), pointer: `/classes/${String(index)}/when`, when, band: id, isForRest: index === options.classes.length - 1 })),
  bands: (options) => (options.kind === 'taxonomy' ? options.taxonomy.ids : options.classes.map(({ id }) => id)),
  bandsAbove: (options) => (options.kind === 'taxonomy' ? options.taxonomy.above : {}),
  fit: () => null,
  readFitted: (json): json is null => json === null,
  score: (inputs, options) => (options.kind === 'taxonomy' ? lookUp(inputs, options) : firstOf(inputs, options)),
};

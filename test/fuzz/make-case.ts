// The case of a run: the same for the same seed and number, whatever ran before.
import type { Json } from '../../src/errors/json.js';
import type { Case, Family } from './case.js';
import { withoutParameters } from './evaluators.js';
import { anyJson, DISGUISES, hostileDocument, mutated } from './hostile.js';
import { randomOf, type Random } from './random.js';
import { removalsOf, type Removal } from './removals.js';
import { documentOf, schemaOf } from './schemas.js';
import { typedRule } from './typed-rules.js';
import { looseDocument, untypedRule } from './untyped-rules.js';

const BLANKS: readonly unknown[] = [null, undefined, '', ' \n', Number.NaN, Infinity, () => 1, Symbol('x'), new Date(0)];
/** How many of the disguises are tried: most of them are made in no time, the others are large. */
const QUICK_DISGUISES = 22;

function looseRemovals(random: Random, document: object): readonly Removal[] {
  const places = Object.entries(document).flatMap(([key, value]: [string, unknown]) =>
    key === 'deep' && typeof value === 'object' && value !== null ? Object.keys(value).map((inner) => [key, inner]) : [[key]]);
  return places.filter(() => random.chance(0.2)).map((keys) => ({ keys, wrong: random.pick(BLANKS) }));
}

/** Written as JSON and read again: no part of it is the same object as another. */
function asWritten(rule: Json): Json {
  return JSON.parse(JSON.stringify(rule)) as Json;
}

function typedCase(random: Random, run: number): Case {
  const schema = schemaOf(random);
  const asksAbsence = random.chance(0.4);
  const rule = typedRule(random, schema, asksAbsence);
  const document = documentOf(random, schema);
  return { family: 'typed', rule, schema, document, removals: random.chance(0.75) ? removalsOf(random, schema, document) : [], asksAbsence, run };
}

function untypedCase(random: Random, run: number): Case {
  const asksAbsence = random.chance(0.3);
  const rule = asWritten(untypedRule(random, asksAbsence));
  const document = looseDocument(random);
  return { family: 'untyped', rule, schema: undefined, document, removals: random.chance(0.3) ? looseRemovals(random, document) : [], asksAbsence, run };
}

function hostileCase(random: Random, run: number): Case {
  const isTyped = random.chance(0.6);
  const schema = schemaOf(random);
  const rule = isTyped ? withoutParameters(typedRule(random, schema, true)) : untypedRule(random, true);
  const isAny = random.chance(0.3);
  const given = asWritten(isAny ? anyJson(random) : mutated(random, rule));
  const document = random.chance(0.3) ? documentOf(random, schema) : hostileDocument(random, isTyped ? Object.keys(schema) : []);
  const disguise = random.chance(0.05) ? DISGUISES[random.below(random.chance(0.01) ? DISGUISES.length : QUICK_DISGUISES)] : undefined;
  return { family: 'hostile', rule: given, schema: isTyped ? schema : undefined, document, removals: [], asksAbsence: true, ...(disguise === undefined ? {} : { disguise }), run };
}

export function makeCase(seed: number, run: number): Case {
  const random = randomOf(seed, run);
  const family = random.pick<Family>(['typed', 'typed', 'typed', 'untyped', 'hostile']);
  return family === 'typed' ? typedCase(random, run) : family === 'untyped' ? untypedCase(random, run) : hostileCase(random, run);
}

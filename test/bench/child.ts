// Measures one row of the bench in a process of its own: `node child.mjs ROW`. The last line is the result as JSON.
import { measure } from 'mitata';
import { createClassifier, parsePolicy, type Classification, type Policy } from 'clientele';
import { parseRule, type CompiledRule } from 'clientele/rules';
import { AS_OF, baseline, contenders, flatOf, policyOf, schema, withHostNames } from './contenders.js';
import { customersOf } from './customers.js';
import { createFacts, eventsOf, figuresByHand, mustAgree } from './events.js';
import { SEGMENTS } from './policy.js';
import { customersWithSales, populationOf, rfmAndAbc, RECORDS_AS_OF, twelveRules } from './records.js';
import type { Measured } from './rows.js';

const ROUNDS = 15;
/** No collection is forced before each measurement: it would throw away the compiled code of what is measured. */
const OPTIONS = { min_cpu_time: 30_000_000, min_samples: 5, batch_unroll: 1, gc: (): void => {} };

/** Nanoseconds of one call, at the middle of many. */
async function timeOf(run: () => unknown): Promise<number> {
  return (await measure(run, OPTIONS)).p50;
}

/** Both in turn, round by round. The ratio is that of the quickest round of each: what others do on the machine only ever makes a round slower. */
async function paired(contender: () => unknown, count: number, hand: () => unknown, handCount: number): Promise<Measured> {
  const bases: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bases.push((await timeOf(hand)) / handCount);
    times.push((await timeOf(contender)) / count);
  }
  const ratios = times.map((time, round) => time / (bases[round] ?? Number.NaN));
  return { nanoseconds: Math.min(...times), ratio: Math.min(...times) / Math.min(...bases), least: Math.min(...ratios), most: Math.max(...ratios), checked: count };
}

const MANY = 4_000;
const all = customersOf(MANY);
const expected = all.map(baseline);

function mustBe(index: number, segment: string, name: string): void {
  if (segment !== expected[index]) throw new Error(`${name} gave customer ${index} \`${segment}\`, and it is \`${expected[index] ?? ''}\``);
}

let sink = 0;
const hand = (): void => {
  for (const customer of all) if (baseline(customer) === 'new') sink += 1;
};

/** Decides every customer by itself. */
async function decide(name: string): Promise<Measured> {
  const contender = contenders.find((one) => one.name === name);
  if (contender === undefined) throw new Error(`nobody is called \`${name}\``);
  const run = contender.make();
  const given = all.slice(0, contender.count).map((record) => ({ record, flat: flatOf(record), declared: withHostNames(record) }));
  for (const [index, { record, flat, declared }] of given.entries()) mustBe(index, await run(record, flat, declared), name);
  const first = given[0];
  const isAsync = first !== undefined && typeof run(first.record, first.flat, first.declared) !== 'string';
  const loop = isAsync
    ? async (): Promise<void> => { for (const { record, flat, declared } of given) if ((await run(record, flat, declared)) === 'new') sink += 1; }
    : (): void => { for (const { record, flat, declared } of given) if (run(record, flat, declared) === 'new') sink += 1; };
  return paired(loop, given.length, hand, MANY);
}

/** Classifies every customer and keeps all results. */
async function keep(): Promise<Measured> {
  const classifier = createClassifier(policyOf());
  const kept: Classification[] = [];
  all.forEach((record, index) => { mustBe(index, classifier.classify(record, AS_OF).segment, 'classify'); });
  return paired(() => { all.forEach((record, index) => { kept[index] = classifier.classify(record, AS_OF); }); }, MANY, hand, MANY);
}

/** Decides, and reads how the winning rule came out. */
async function trace(): Promise<Measured> {
  const classifier = createClassifier(policyOf());
  const rules = new Map<string, CompiledRule>(SEGMENTS.flatMap(({ id, when }) => (when === undefined ? [] : [[id, parseRule(when, { schema })] as const])));
  const flats = all.map(flatOf);
  const loop = (): void => {
    for (let index = 0; index < all.length; index += 1) {
      const rule = rules.get(classifier.assign(all[index]!, AS_OF));
      if (rule !== undefined && rule.trace(flats[index]).outcome !== 'true') throw new Error(`the trace of customer ${index} contradicts its segment`);
    }
  };
  return paired(loop, MANY, hand, MANY);
}

async function explain(): Promise<Measured> {
  const classifier = createClassifier({ ...policyOf(), ranking: SEGMENTS.map(({ id }) => id) });
  const some = all.slice(0, 500);
  const results = some.map((record) => classifier.classify(record, AS_OF));
  results.forEach((result, index) => { mustBe(index, classifier.explain(result).segment, 'explain'); });
  return paired(() => { for (const result of results) if (classifier.explain(result).because.length > 99) sink += 1; }, some.length, hand, MANY);
}

/** Explains customers of 200 sales with their records: what would change the class, and until when it holds. */
async function explainWithRecord(): Promise<Measured> {
  const records = customersWithSales(40);
  const results = records.map((record) => twelveRules.classify(record, RECORDS_AS_OF));
  if (new Set(results.map(({ segment }) => segment)).size < 4) throw new Error('the customers are all in the same few segments');
  const one = (index: number) => twelveRules.explain(results[index]!, { record: records[index]! });
  if (records.every((_, index) => one(index).validity?.becomes === null)) throw new Error('no class ends');
  return paired(() => { for (let index = 0; index < records.length; index += 1) if (one(index).segment === '') sink += 1; }, records.length, hand, MANY);
}

/** Calibrates RFM and ABC over 100,000 customers, against sorting the four columns that they are drawn from. */
function calibrate(): Promise<Measured> {
  const { records, columns } = populationOf(100_000);
  const elapsed = (run: () => number): number => {
    const started = performance.now();
    sink += run();
    return (performance.now() - started) * 1_000_000;
  };
  const sort = (): number => columns.map((column) => Float64Array.from(column).sort()).length;
  const fit = (): number => rfmAndAbc.calibrate(records, RECORDS_AS_OF).population;
  if (fit() !== records.length) throw new Error('customers were left out');
  const rounds = Array.from({ length: ROUNDS }, () => ({ base: elapsed(sort), time: elapsed(fit) }));
  const ratios = rounds.map(({ base, time }) => time / base);
  const least = Math.min(...rounds.map(({ time }) => time));
  return Promise.resolve({ nanoseconds: least, ratio: least / Math.min(...rounds.map(({ base }) => base)), least: Math.min(...ratios), most: Math.max(...ratios), checked: records.length });
}

/** Reads the policy, its hash included, and makes it ready. */
async function read(): Promise<Measured> {
  const policy = policyOf();
  const json: unknown = JSON.parse(JSON.stringify(policy));
  for (let warm = 0; warm < 1_500; warm += 1) createClassifier(parsePolicy(json));
  return paired(() => { if (createClassifier(policy).hashes.policy === '') sink += 1; }, 1, hand, MANY);
}

/** A policy of a thousand rules over one customer, all tried. */
async function thousand(): Promise<Measured> {
  const rules = Array.from({ length: 1_000 }, (_, index) => {
    const { when } = SEGMENTS[index % (SEGMENTS.length - 1)]!;
    return { id: `r${index}`, segment: SEGMENTS[index % SEGMENTS.length]!.id, when: { and: [when, { '>=': [{ var: 'lifetimePurchases' }, index % 50] }] } };
  });
  const policy = { ...policyOf(), hitPolicy: 'collect', segments: SEGMENTS.map(({ id }) => ({ id })), rules } as unknown as Policy;
  const classifier = createClassifier(policy);
  let at = 0;
  const one = (): void => {
    at = (at + 1) % MANY;
    if (classifier.classify(all[at]!, AS_OF).matched.length > 99) sink += 1;
  };
  return paired(one, 1, hand, MANY);
}

const EVENTS = 1_000_000;
const OF_CUSTOMERS = 50_000;
const FACT_ROUNDS = 7;

/** Groups a million events and makes the facts of the preset, in turn with the pass written by hand. Each round is one run of each: they are long. */
function facts(areDates: boolean): Promise<Measured> {
  const ids = Array.from({ length: OF_CUSTOMERS }, (_, index) => `C-${index}`);
  const events = eventsOf(EVENTS, OF_CUSTOMERS, areDates);
  const ours = createFacts();
  mustAgree(figuresByHand(ids, events), ours(ids, events));
  const elapsed = (run: () => ReadonlyMap<string, unknown>): number => {
    const started = performance.now();
    sink += run().size;
    return ((performance.now() - started) * 1_000_000) / EVENTS;
  };
  const rounds = Array.from({ length: FACT_ROUNDS }, () => ({ base: elapsed(() => figuresByHand(ids, events)), time: elapsed(() => ours(ids, events)) }));
  const ratios = rounds.map(({ base, time }) => time / base);
  const least = Math.min(...rounds.map(({ time }) => time));
  return Promise.resolve({ nanoseconds: least, ratio: least / Math.min(...rounds.map(({ base }) => base)), least: Math.min(...ratios), most: Math.max(...ratios), checked: OF_CUSTOMERS });
}

const rows: Readonly<Record<string, () => Promise<Measured>>> = {
  keep, trace, explain, 'record explained': explainWithRecord, calibrate, read, thousand, 'facts, texts': () => facts(false), 'facts, dates': () => facts(true),
};
const [row = ''] = process.argv.slice(2);
const result = await (rows[row] ?? (() => decide(row)))();
if (sink < 0) throw new Error('never');
console.log(JSON.stringify(result));

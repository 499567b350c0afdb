// Why each of many customers has its segment: one by one, as they are asked for.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClassifierError, createClassifier, definePolicy, formatExplanation, type CustomerRecord, type Explanation } from 'clientele';

const asOf = '2026-06-30';
const classifier = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'shop', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  segments: [{ id: 'gold', when: { '>=': [{ var: 'netSpend' }, 1000] } }, { id: 'silver', when: { '>=': [{ var: 'netSpend' }, 100] } }, { id: 'rest' }],
  ranking: ['gold', 'silver', 'rest'], otherwise: 'rest',
}));
const bought = (id: string, amount: number): CustomerRecord => ({ customer: { id }, transactions: [{ id: `S-${id}`, at: '2026-06-01', amount }] });
const RECORDS = [bought('a', 2000), bought('b', 500), bought('c', 5)];

function* givenOut(records: readonly CustomerRecord[], log: string[]): Generator<CustomerRecord> {
  try {
    for (const record of records) {
      log.push(`gives ${record.customer.id}`);
      yield record;
    }
  } finally {
    log.push('closed');
  }
}

async function* arriving(records: readonly CustomerRecord[], log: string[]): AsyncGenerator<CustomerRecord> {
  for (const record of givenOut(records, log)) {
    await Promise.resolve();
    yield record;
  }
}

describe('explainAll', () => {
  it('gives what classifying and explaining one by one gives', async () => {
    const each = RECORDS.map((record) => classifier.explain(classifier.classify(record, { asOf }), { record }));
    expect([...classifier.explainAll(RECORDS, { asOf })]).toEqual(each);
    const arrived: Explanation[] = [];
    for await (const why of classifier.explainStream(arriving(RECORDS, []), { asOf })) arrived.push(why);
    expect(arrived).toEqual(each);
    expect(each.map(({ counterfactuals }) => counterfactuals.length > 0)).toEqual([false, true, true]);
  });

  it('takes the options of explain', () => {
    const [, second] = classifier.explainAll(RECORDS, { asOf, counterfactuals: false, whyNot: ['rest'] });
    expect(second).toMatchObject({ counterfactuals: [], omitted: ['counterfactuals'], whyNot: [{ segment: 'gold' }, { segment: 'rest', hasNoRule: true }] });
  });

  it('leaves out what is not to be told, and the validity that nobody wants', async () => {
    const options = { redact: ['ids'], validity: false } as const;
    const each = RECORDS.map((record) => classifier.explain(classifier.classify(record, { asOf }), { record, ...options }));
    expect([...classifier.explainAll(RECORDS, { asOf, ...options })]).toEqual(each);
    const arrived: Explanation[] = [];
    for await (const why of classifier.explainStream(arriving(RECORDS, []), { asOf, ...options })) arrived.push(why);
    expect(arrived).toEqual(each);
    expect(each.map(({ customerId, validity, redacted }) => [customerId, validity, redacted])).toEqual(RECORDS.map(() => ['', null, ['ids']]));
    const misspelt = { asOf, redact: ['id' as 'ids'] };
    for (const call of [() => classifier.explainAll(RECORDS, misspelt), () => classifier.explainStream(arriving(RECORDS, []), misspelt)]) expect(call).toThrow(ClassifierError);
  });

  it('looks at no record before it is asked for, and closes the source of who stops early', () => {
    const log: string[] = [];
    const why = classifier.explainAll(givenOut(RECORDS, log), { asOf });
    expect(log).toEqual([]);
    for (const { customerId } of why) if (customerId === 'b') break;
    expect(log).toEqual(['gives a', 'gives b', 'closed']);
  });

  it('of a stream looks at no record before it is asked for either', async () => {
    const log: string[] = [];
    const why = classifier.explainStream(arriving(RECORDS, log), { asOf })[Symbol.asyncIterator]();
    expect(log).toEqual([]);
    expect((await why.next()).value).toMatchObject({ customerId: 'a' });
    expect(log).toEqual(['gives a']);
    await why.return?.();
    expect(log).toEqual(['gives a', 'closed']);
  });

  it('is not stopped by a record that cannot be read', () => {
    const odd = [null, {}, { customer: { id: 'h' }, get transactions() { throw new Error('no'); } }, ...RECORDS] as unknown as CustomerRecord[];
    const all = [...classifier.explainAll(odd, { asOf })];
    expect(all.map(({ customerId }) => customerId)).toEqual(['', '', 'h', 'a', 'b', 'c']);
    expect([all[0]?.findings[0]?.code, all[0]?.omitted]).toEqual(['record/no-customer-id', ['counterfactuals', 'validity', 'evidence', 'differs']]);
  });

  it('is not stopped by whatever stands in a record', () => {
    const part = fc.oneof(fc.anything({ withDate: true, withNullPrototype: true, maxDepth: 2 }), fc.array(fc.record({ id: fc.anything({ maxDepth: 0 }), at: fc.constantFrom<unknown>('2026-06-01', 7, null), amount: fc.constantFrom<unknown>(5, '5', { minor: 5 }, -1, null), kind: fc.constantFrom<unknown>('sale', 'return', 7) }, { requiredKeys: [] }), { maxLength: 4 }));
    const record = fc.record({ customer: fc.constant({ id: 'C' }), transactions: part, facts: part, override: part, previous: part, coverage: part }, { requiredKeys: ['customer'] });
    fc.assert(fc.property(record, (value) => {
      const [why] = classifier.explainAll([value as unknown as CustomerRecord], { asOf, counterfactuals: false });
      expect(why?.differs).toEqual([]);
      expect(formatExplanation(why as Explanation, { audience: 'auditor' })).not.toContain('undefined');
    }), { numRuns: 200 });
  });

  it('tells after each record how many are done', () => {
    const progress: number[] = [];
    for (const { customerId } of classifier.explainAll(RECORDS, { asOf, onProgress: (done) => progress.push(done) })) expect(customerId).toBe(['a', 'b', 'c'][progress.length]);
    expect(progress).toEqual([1, 2, 3]);
  });

  it.each([
    ['an unknown segment', { asOf, whyNot: ['golden'] }],
    ['a day that is none', { asOf: 'someday' }],
  ])('throws for %s when it is called', (_name, options) => {
    expect(() => classifier.explainAll(RECORDS, options as never)).toThrow(ClassifierError);
    expect(() => classifier.explainStream(arriving(RECORDS, []), options as never)).toThrow(ClassifierError);
  });

  it('keeps neither the records nor the explanations that were given before', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const seen: WeakRef<object>[] = [];
    const made = function* (): Generator<CustomerRecord> {
      for (let index = 0; index < 60; index += 1) {
        const record = bought(String(index), index);
        seen.push(new WeakRef(record));
        yield record;
      }
    };
    const why = classifier.explainAll(made(), { asOf })[Symbol.iterator]();
    for (let index = 0; index < 50; index += 1) seen.push(new WeakRef(why.next().value as object));
    // What a weak reference was made for is kept until the task has ended.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    collectGarbage();
    expect(seen.length).toBe(100);
    expect(seen.filter((one) => one.deref() !== undefined).length).toBeLessThanOrEqual(4);
    expect(why.next().done).toBe(false);
  });
});

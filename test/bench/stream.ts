// Running totals: the memory of ten million events that arrive one by one, and the time of one more event. `npm run bench -- stream`.
import { createClassifier, policyFrom } from 'clientele';
import { retail } from 'clientele/presets';
import { randomOf } from './customers.js';

const [events = 10_000_000, customers = 200_000] = process.argv.slice(2).map(Number);
const AS_OF = '2026-06-30';
const AS_OF_DAY = Date.UTC(2026, 5, 30) / 86_400_000;
const EVENTS_OF_ONE = 200;
const CUSTOMERS_OF_ONE = 2_000;
const WARM_ROUNDS = 5;

const policy = policyFrom(retail, { id: 'bench', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai' });
const classifier = createClassifier(policy);

/** A sale without an id: what has one is kept as a row, so that it is noticed if it comes again. */
function saleOf(random: () => number): { readonly at: string; readonly amount: string } {
  const day = new Date((AS_OF_DAY - Math.floor(random() * 1_500)) * 86_400_000).toISOString().slice(0, 10);
  return { at: day, amount: `${1 + Math.floor(random() * 2_000)}.${String(Math.floor(random() * 100)).padStart(2, '0')}` };
}

const megabytes = (): number => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
};

function stream(): void {
  const random = randomOf(5);
  const accumulator = classifier.accumulator({ asOf: AS_OF });
  const before = megabytes();
  const started = performance.now();
  let total = 0;
  for (let index = 0; index < events; index += 1) {
    const sale = saleOf(random);
    total += Math.round(Number(sale.amount) * 100);
    const findings = accumulator.add(`C-${Math.floor(random() * customers)}`, 'transactions', sale);
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    if ((index + 1) % (events / 5) === 0) console.log(`${(index + 1).toLocaleString('en-US')} events of ${customers.toLocaleString('en-US')} customers: ${megabytes() - before} MB kept`);
  }
  const seconds = (performance.now() - started) / 1_000;
  let purchases = 0;
  for (let customer = 0; customer < customers; customer += 1) purchases += Number(accumulator.facts(`C-${customer}`)['lifetimePurchases'] ?? 0);
  if (purchases !== events || total <= 0) throw new Error(`${purchases} purchases were kept of ${events}`);
  console.log(`${seconds.toFixed(0)} s, ${((seconds / events) * 1e6).toFixed(1)} µs an event; every event was found again`);
}

/** Customers get their last event after all of them were read a few times, as in a service that has run for a while. */
function addAndRead(): void {
  const random = randomOf(6);
  const accumulator = classifier.accumulator({ asOf: AS_OF });
  const ids = Array.from({ length: CUSTOMERS_OF_ONE }, (_, index) => `C-${index}`);
  for (const id of ids) for (let index = WARM_ROUNDS + 1; index < EVENTS_OF_ONE; index += 1) accumulator.add(id, 'transactions', saleOf(random));
  const times = Array.from({ length: WARM_ROUNDS + 1 }, (_, round) =>
    ids.map((id) => {
      const sale = saleOf(random);
      const started = performance.now();
      accumulator.add(id, 'transactions', sale);
      const { lifetimePurchases } = accumulator.facts(id);
      const microseconds = (performance.now() - started) * 1_000;
      const expected = EVENTS_OF_ONE - WARM_ROUNDS + round;
      if (lifetimePurchases !== expected) throw new Error(`${String(lifetimePurchases)} purchases of ${String(expected)}`);
      return microseconds;
    }).sort((a, b) => a - b)[CUSTOMERS_OF_ONE >> 1] ?? Number.NaN);
  console.log(`one more event and the facts of a customer with ${EVENTS_OF_ONE} events: ${times.at(-1)?.toFixed(1)} µs in the middle of ${CUSTOMERS_OF_ONE}; in the first round ${times[0]?.toFixed(1)} µs`);
}

addAndRead();
stream();

// What would change a segment, in words.
import type { Counterfactual, Explanation, FactChange } from '../explain/types.js';
import type { Json } from '../errors/json.js';
import { quantityOf } from './numbers.js';
import { failurePhrase } from './reasons.js';
import { fill, wordFor } from './text.js';
import { nameOf, publicSegmentName, segmentName, valueText, type Wording } from './wording.js';

function isFigure(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function money({ numbers }: Wording, value: Json | undefined): string {
  return isFigure(value) ? numbers.exact(value, 'money') : '';
}

/** A value of the fact that changes, in as many digits as tell it from the one before. */
function values(wording: Wording, { fact, type, unit, from, to }: FactChange): { readonly from: string; readonly to: string } {
  if (typeof from !== 'number' || typeof to !== 'number') return { from: valueText(wording, fact, type, from, unit), to: valueText(wording, fact, type, to, unit) };
  const { actual, required } = wording.numbers.compared(from, [to], quantityOf(type, fact, unit));
  return { from: actual, to: required[0] ?? '' };
}

function periodText(wording: Wording, period: Json | undefined): string {
  const { words, style, numbers } = wording;
  if (typeof period === 'string') return style.plain(period);
  const { from, to } = (typeof period === 'object' && period !== null ? period : {}) as { readonly from?: Json; readonly to?: Json };
  const date = (day: Json | undefined): string => style.plain(numbers.date(typeof day === 'string' ? day : ''));
  return fill(words, words.changes.period, { from: date(from), to: date(to) });
}

/** The plan that is reached: of money, or of units. */
function reaching(wording: Wording, { period, measure, amount, actual, plan }: FactChange['action']): string {
  const { words, numbers } = wording;
  const isOfUnits = measure === 'units';
  const figure = (value: Json | undefined): string => (isOfUnits ? (isFigure(value) ? numbers.exact(value, 'count') : '') : money(wording, value));
  const template = isOfUnits ? words.changes.deeds.reachUnits : words.changes.deeds.reachMoney;
  return fill(words, template, { amount: figure(amount), period: periodText(wording, period), actual: figure(actual), plan: figure(plan) });
}

function buying(wording: Wording, { count, amount }: FactChange['action']): string {
  const { words, numbers } = wording;
  const { deeds } = words.changes;
  if (isFigure(amount)) return fill(words, deeds.purchase, { amount: money(wording, amount) });
  return count === 1 || !isFigure(count) ? deeds.anyPurchase : fill(words, deeds.purchases, { count: numbers.exact(count, 'count') });
}

function paying(wording: Wording, { amount, invoices }: FactChange['action']): string {
  const { words, style } = wording;
  const { deeds } = words.changes;
  const names = Array.isArray(invoices) ? (invoices as readonly Json[]).filter((name) => typeof name === 'string') : [];
  if (names.length === 0) return fill(words, deeds.pay, { amount: money(wording, amount) });
  return fill(words, deeds.payInvoices, { amount: money(wording, amount), invoices: names.map((name) => style.plain(name)).join(words.listSeparator) });
}

/** What is done for a change. */
function deedText(wording: Wording, change: FactChange): string {
  const { words, numbers } = wording;
  const { action, fact, label } = change;
  switch (action['type']) {
    case 'purchase':
      return buying(wording, action);
    case 'pay':
      return paying(wording, action);
    case 'reach-target':
      return reaching(wording, action);
    case 'wait':
      return fill(words, words.changes.deeds.wait, { days: numbers.exact(isFigure(action['days']) ? action['days'] : 0, 'days') });
    default: {
      const { from, to } = values(wording, change);
      return fill(words, words.changes.deeds.set, { fact: nameOf(wording, fact, label), value: to, from });
    }
  }
}

function deedsText(wording: Wording, changes: readonly FactChange[]): string {
  return changes.map((change) => deedText(wording, change)).join(wording.words.changes.and);
}

/** How the facts change, where what is done does not say it. */
function becoming(wording: Wording, changes: readonly FactChange[]): string {
  const { words } = wording;
  const facts = changes
    .filter(({ action }) => action['type'] !== 'set')
    .map((change) => fill(words, words.changes.becomes, { fact: nameOf(wording, change.fact, change.label), ...values(wording, change) }));
  return facts.length === 0 ? '' : fill(words, words.changes.inBrackets, { text: facts.join(words.listSeparator) });
}

function line(wording: Wording, { to, kind, by, changes, assumptions }: Counterfactual): string {
  const { words, numbers, style, showsCodes } = wording;
  const { lines, provided } = words.changes;
  const isSlip = changes.some(({ action }) => action['type'] === 'wait');
  const template = kind === 'hindsight' ? lines.hindsight : by === undefined ? lines.now : isSlip ? lines.slip : lines.ahead;
  const date = by === undefined ? '' : style.plain(numbers.date(by));
  const said = fill(words, template, { deeds: deedsText(wording, changes), date, segment: style.strong(segmentName(wording, to)) });
  const told = `${said}${becoming(wording, changes)}`;
  if (!showsCodes || assumptions.length === 0) return told;
  return `${told}${words.clauseSeparator}${fill(words, provided, { list: assumptions.map((one) => wordFor(words.changes.assumptions, one) ?? style.plain(one)).join(words.listSeparator) })}`;
}

/** The lines about what would change the segment, and where nothing would. */
export function changeLines(wording: Wording, { counterfactuals, noWay }: Explanation): readonly string[] {
  const { words, style } = wording;
  const blocked = noWay.map(({ segment, obstacle }) => {
    const name = style.strong(segmentName(wording, segment));
    return obstacle === undefined
      ? fill(words, words.changes.noWay, { segment: name })
      : fill(words, words.changes.noWayFor, { segment: name, obstacle: failurePhrase(wording, obstacle) });
  });
  return [...counterfactuals.map((one) => line(wording, one)), ...blocked];
}

const OWN_DEEDS: readonly (Json | undefined)[] = ['purchase', 'pay'];

/**
 * What a customer may be told of it: own purchases and payments that are still to come, and a segment that has a public name. An amount
 * that leads over a line of the calibration would tell what another customer spent, and one that leads to a margin what things cost.
 */
export function changesForCustomer(wording: Wording, { counterfactuals }: Explanation, mayTell: (fact: string) => boolean): readonly string[] {
  const { words, numbers, style } = wording;
  return counterfactuals.flatMap(({ to, direction, kind, by, changes, assumptions }) => {
    const segment = publicSegmentName(wording, to);
    const isOwn = changes.every(({ fact, action }) => OWN_DEEDS.includes(action['type']) && mayTell(fact)) && !assumptions.includes('calibration-unchanged');
    if (segment === undefined || by === undefined || !isOwn || kind !== 'ahead' || direction !== 'up') return [];
    return [fill(words, words.changes.customer, { deeds: deedsText(wording, changes), date: style.plain(numbers.date(by)), segment: style.strong(segment) })];
  });
}

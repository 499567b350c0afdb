import type { Day } from '../internal/days.js';
import { greatestOf, leastOf } from '../internal/statistics.js';
import { interleaved, weightiest, type Behind, type Weighed } from './behind.js';
import { ratingOf } from './fields.js';
import type { History } from './history.js';
import { FIRST_DAYS } from './life-facts.js';
import type { PaymentEntry } from './payments.js';
import type { Receivable } from './receivables.js';
import { runningTarget } from './running-target-facts.js';
import { unitsOf, type Sale } from './sales.js';
import { targetAt } from './target-facts.js';
import type { Target } from './targets.js';
import { contains, type DayRange } from './window.js';

// The events behind ready facts that are functions of the events. Those of measures follow from how they are written.

function salesIn(history: History, range: DayRange): readonly Sale[] {
  return (history.sales()?.entries ?? []).filter(({ day }) => contains(range, day));
}

const byAmount = ({ pointer, day, amount }: Pick<Sale, 'pointer' | 'day' | 'amount'>): Weighed => ({ pointer, day, weight: amount.minor ?? 0 });
const byRecency = ({ pointer, day }: { readonly pointer: string; readonly day: Day }): Weighed => ({ pointer, day, weight: day });
const byUnits = (sale: Sale): Weighed => ({ ...byRecency(sale), weight: unitsOf(sale) ?? 0 });

const purchases = (weigh: (sale: Sale) => Weighed): Behind => (history, range) => weightiest(salesIn(history, range).filter(({ counts }) => counts).map(weigh));

const transactions = (isMeant: (sale: Sale) => boolean): Behind => (history, range) => weightiest(salesIn(history, range).filter(isMeant).map(byAmount));

const net = transactions(() => true);

/** The purchases of the last days with one, or of the first. */
const purchasesOnDays = (from: 'last' | 'first', count: number): Behind => (history, range) => {
  const bought = salesIn(history, range).filter(({ counts }) => counts);
  const days = [...new Set(bought.map(({ day }) => day))].sort((a, b) => (from === 'last' ? b - a : a - b)).slice(0, count);
  return weightiest(bought.filter(({ day }) => days.includes(day)).map(byRecency));
};

function firstDayOf(history: History, range: DayRange): Day {
  return salesIn(history, range).reduce((first, { counts, day }) => (counts && day < first ? day : first), Infinity);
}

/** What was bought on other days than the first. */
const repeated: Behind = (history, range) => {
  const first = firstDayOf(history, range);
  return weightiest(salesIn(history, range).filter(({ counts, day }) => counts && day !== first).map(byAmount));
};

const beginning: Behind = (history, range) => {
  const first = firstDayOf(history, range);
  return net(history, { from: first, to: first + FIRST_DAYS });
};

/** Invoices by a weight, those left out that have none. */
const invoices = (weigh: (invoice: Receivable, daysBeyond: number) => number | undefined): Behind => (history, range) => {
  const known = history.receivables(range.from)?.entries ?? [];
  return weightiest(
    known.flatMap((invoice) => {
      const weight = contains(range, invoice.day) ? weigh(invoice, history.reading.asOf.day - invoice.due) : undefined;
      return weight === undefined ? [] : [{ pointer: invoice.pointer, day: invoice.day, weight }];
    }),
  );
};

const isJudged = ({ open }: Receivable, daysBeyond: number): boolean => open === 0 || daysBeyond > 0;
const isOpen = ({ open }: Receivable): boolean => open !== null && open > 0;
const judged = invoices((invoice, daysBeyond) => (isJudged(invoice, daysBeyond) ? (invoice.amount.minor ?? 0) : undefined));
const overdue = (least: number, most = Infinity): Behind => invoices((invoice, days) => (isOpen(invoice) && days >= least && days <= most ? days : undefined));

/** What came late, by money and days. */
const late = invoices((invoice, daysBeyond) => {
  return isJudged(invoice, daysBeyond) ? Number(invoice.paidLate ?? 0) + (invoice.open ?? 0) * Math.max(0, daysBeyond) : undefined;
});

/** Invoices that have been overdue for the longest time. */
const oldestOverdue: Behind = (history, range) => {
  const open = (history.receivables(range.from)?.entries ?? []).filter((invoice) => isOpen(invoice) && contains(range, invoice.day));
  const due = open.reduce((oldest, invoice) => Math.min(oldest, invoice.due), Infinity);
  return due >= history.reading.asOf.day ? [] : weightiest(open.filter((invoice) => invoice.due === due).map(byRecency));
};

function paidIn(history: History, range: DayRange): readonly PaymentEntry[] {
  return (history.payments()?.entries ?? []).filter(({ day }) => contains(range, day));
}

/** A plan, and behind it what counts towards it: nothing where it states its actual. */
function planned(history: History, target: Target | undefined): readonly string[] {
  if (target === undefined) return [];
  const range = { from: target.first, to: target.last + 1 };
  if (target.actual !== undefined) return [target.pointer];
  if (target.measure === 'collections') return [target.pointer, ...weightiest(paidIn(history, range).map(byAmount))];
  return [target.pointer, ...(target.measure === 'units' ? purchases(byUnits) : net)(history, range)];
}

const plan = (earlier: 0 | 1): Behind => (history) => planned(history, targetAt(history, earlier, ''));
const runningPlan: Behind = (history) => planned(history, runningTarget(history, ''));

/** The highest and the lowest ratings. */
const outermostRatings: Behind = (history, range) => {
  const rated = (history.dated.assessments()?.entries ?? []).filter(({ day }) => contains(range, day)).map((one) => ({ ...one, rating: ratingOf(one.entry) ?? 0 }));
  const of = (rating: number): readonly string[] => weightiest(rated.filter((one) => one.rating === rating).map(byRecency));
  const ratings = rated.map(({ rating }) => rating);
  return interleaved([of(greatestOf(ratings)), of(leastOf(ratings))]);
};

/** The events behind each ready fact that is a function of them. */
export const BEHIND: { readonly [fact: string]: Behind } = {
  purchases: purchases(byRecency),
  lifetimePurchases: purchases(byRecency),
  units: purchases(byUnits),
  activeMonths: purchases(byRecency),
  distinctCategories: purchases(byRecency),
  activeMonthShare: purchases(byRecency),
  grossSpend: transactions(({ kind }) => kind === 'sale'),
  refunds: transactions(({ kind }) => kind === 'return'),
  netSpend: net,
  meanOrderValue: purchases(byAmount),
  topCategoryShare: purchases(byAmount),
  topChannelShare: purchases(byAmount),
  spendInFirst90Days: beginning,
  meanRepeatDaySpend: repeated,
  daysSinceLastPurchase: purchasesOnDays('last', 1),
  daysSinceFirstPurchase: purchasesOnDays('first', 1),
  lastGapDays: purchasesOnDays('last', 2),
  medianGapDays: purchases(byRecency),
  overdueAmount: overdue(1),
  overdue1To30: overdue(1, 30),
  overdue31To60: overdue(31, 60),
  overdue61To90: overdue(61, 90),
  overdueOver90: overdue(91),
  maxDaysOverdue: oldestOverdue,
  openReceivables: invoices((invoice) => (isOpen(invoice) ? (invoice.open ?? 0) : undefined)),
  salesOutstandingDays: invoices((invoice) => (isOpen(invoice) ? (invoice.open ?? 0) : undefined)),
  onTimePaymentRatio: judged,
  onTimeInvoiceRatio: judged,
  daysBeyondTerms: late,
  targetCompletion: plan(0),
  targetCompletionBefore: plan(1),
  targetCompletionChange: (history, range) => interleaved([plan(0)(history, range), plan(1)(history, range)]),
  targetCompletionToDate: runningPlan,
  targetElapsedShare: (history, range) => runningPlan(history, range).slice(0, 1),
  assessmentSpread: outermostRatings,
};

// Ready facts about plans that still run, invoices, payments and credit.
import { creditLimit } from './customer-facts.js';
import { afterDue, DAILY } from './movement.js';
import { DAYS, IN_WINDOW, MONEY, RATE, SHARE, WHOLE_LIFE, type FactDefinition } from './fact-definition.js';
import { daysBeyondTerms, onTimeInvoiceRatio, openReceivables, overdueBetween, salesOutstandingDays } from './receivable-facts.js';
import { targetCompletionToDate, targetElapsedShare } from './running-target-facts.js';

const RECEIVABLES = { parts: ['invoices', 'payments'] } as const;
const RUNNING = { ...WHOLE_LIFE, over: 'the plan that runs', readsRunningPlan: true } as const;
const OVERDUE = { ...MONEY, ...WHOLE_LIFE, ...RECEIVABLES } as const;

export const PAYING = {
  targetCompletionToDate: {
    ...RATE, ...RUNNING, parts: ['targets', 'transactions', 'invoices', 'payments'], fields: ['units', 'lines'],
    of: targetCompletionToDate,
    description: 'Actual to date divided by the whole plan, of the plan whose period runs; a finding says how much of the period is over.',
  },
  targetElapsedShare: { ...SHARE, ...RUNNING, parts: ['targets'], moves: DAILY, of: targetElapsedShare, description: 'Days of the running plan that have come, the day itself included, ÷ all of its days.' },
  invoiced: { ...MONEY, ...IN_WINDOW, parts: ['invoices'], of: { measure: { sum: { of: 'invoices.amount' } } }, description: 'Sum of invoices by their day of issue.' },
  collections: { ...MONEY, ...IN_WINDOW, parts: ['payments', 'invoices'], of: { measure: { sum: { of: 'payments.amount' } } }, description: 'Sum of payments received, whatever they pay.' },
  collectionRatio: { ...RATE, ...IN_WINDOW, ...RECEIVABLES, of: { measure: { ratio: { of: 'collections', to: 'invoiced' } } }, description: '`collections` ÷ `invoiced`.' },
  onTimeInvoiceRatio: {
    ...SHARE, ...IN_WINDOW, ...RECEIVABLES, moves: afterDue(1),
    of: onTimeInvoiceRatio,
    description: 'Share, by number, of invoices that were paid in full by their due day; open ones not yet due are left out.',
  },
  daysBeyondTerms: {
    ...DAYS, ...IN_WINDOW, ...RECEIVABLES, moves: DAILY,
    of: daysBeyondTerms,
    description: 'Mean days by which money came after its due day, weighted by amount (ADBT): what was in time counts 0 days, what is overdue counts as if paid on the day; open invoices not yet due are left out.',
  },
  openReceivables: { ...OVERDUE, of: openReceivables, description: 'What is unpaid of all invoices, due or not.' },
  overdue1To30: { ...OVERDUE, moves: afterDue(1, 31), of: overdueBetween(1, 30), description: 'What is unpaid and 1 to 30 days beyond its due day.' },
  overdue31To60: { ...OVERDUE, moves: afterDue(31, 61), of: overdueBetween(31, 60), description: 'What is unpaid and 31 to 60 days beyond its due day.' },
  overdue61To90: { ...OVERDUE, moves: afterDue(61, 91), of: overdueBetween(61, 90), description: 'What is unpaid and 61 to 90 days beyond its due day.' },
  overdueOver90: { ...OVERDUE, moves: afterDue(91), of: overdueBetween(91, Infinity), description: 'What is unpaid and more than 90 days beyond its due day.' },
  salesOutstandingDays: {
    ...DAYS, ...WHOLE_LIFE, ...RECEIVABLES, moves: DAILY,
    of: salesOutstandingDays,
    description: 'Days sales outstanding by count-back: `openReceivables` is used up by what was invoiced, one calendar month after the other back from the day; whole months count all of their days, the last one in proportion. 0 if nothing is open.',
  },
  creditLimit: { ...MONEY, nullable: true, ...WHOLE_LIFE, over: 'the day', parts: [], customer: ['creditLimit'], of: creditLimit, description: "The customer's credit limit." },
  creditUse: { ...RATE, ...WHOLE_LIFE, ...RECEIVABLES, customer: ['creditLimit'], of: { measure: { ratio: { of: 'openReceivables', to: 'creditLimit' } } }, description: '`openReceivables` ÷ `creditLimit`; more than 1 is over the limit.' },
} as const satisfies { readonly [id: string]: FactDefinition };

import type { ChangeWords } from './change-words.js';

export const changes: ChangeWords = {
  deeds: {
    purchase: 'one more purchase of {amount}',
    anyPurchase: 'one more purchase',
    purchases: '{count} more purchases',
    pay: 'a payment of {amount}',
    payInvoices: 'a payment of {amount} for {invoices}',
    reachMoney: '{amount} more towards the plan of {period} ({actual} of {plan})',
    reachUnits: '{amount} more units towards the plan of {period} ({actual} of {plan})',
    set: '{fact} at {value} instead of {from}',
    wait: '{days} in which nothing happens',
  },
  and: ' and ',
  period: '{from} to {to}',
  lines: {
    ahead: 'with {deeds} by {date}: {segment}',
    now: 'with {deeds}: {segment}',
    hindsight: 'with {deeds} by {date} it would have been {segment}',
    slip: 'after {deeds}, on {date}: {segment}',
  },
  becomes: '{fact} {to} instead of {from}',
  inBrackets: ' ({text})',
  provided: 'provided that {list}',
  assumptions: {
    'nothing-else': 'nothing else happens until then',
    'plan-unchanged': 'the plan stays as it is',
    'calibration-unchanged': 'the dividing lines stay as they are',
  },
  noWay: '{segment}: nothing that can be done was found to lead there',
  noWayFor: '{segment}: nothing that can be done was found to lead there; first of all, {obstacle}',
  customer: 'With {deeds} by {date} you would reach {segment}.',
};

/** Issues of records: their shape, their days and their money. */
export const recordMessages = {
  'record/wrong-type': '`{field}` is {given}: give {expected}',
  'record/wrong-value': '`{given}` is no `{field}`: use one of {values}',
  'record/missing-field': '`{field}` is missing: give {expected}',
  'record/unknown-field':
    'there is no field `{field}` here: correct its name or remove it (what else you know of a customer goes into `customer.attributes`)',
  'record/not-finite': '`{field}` is {given}: give a finite number, or leave it out',
  'record/unreadable': 'reading `{field}` threw an error: give plain data',
  'record/too-deep': 'nested deeper than {limit} levels: give plain, shallow data',
  'record/list-too-long':
    'a list of {length} entries, more than {limit}: split it, or compute its facts beforehand and give them in `facts`',
  'record/too-large': 'more than {limit} values in one record: compute facts beforehand and give them in `facts`',
  'record/duplicate-id': 'the id `{id}` is also at `{first}`: remove the copy, or give each entry its own id',
  'record/duplicate-customer': 'customer `{id}` is also at `{first}`, which is kept: remove the copy',
  'record/second-entry': 'customer `{id}` has an entry at `{first}`, which is kept, and can have one only: remove the others',
  'record/negative-sale': 'a sale of `{amount}`: write what came back as a return with a positive amount',
  'record/negative-amount': '`{field}` is `{amount}`: give an amount that is not negative',
  'record/return-of-on-sale': '`returnOf` stands on a sale: add `kind`: "return", or remove it',
  'record/period-not-understood':
    '`{given}` is no period: write `2026-Q2`, `2026-06`, `2026`, `FY2026-Q1`, `FY2026`, or give `from` and `to`',
  'record/until-before-from': '`{last}` ({until}) is before `{first}` ({from}): exchange or correct them',
  'record/due-before-issued': '`{last}` ({until}) is before `{first}` ({from}): check them, for payments will seem late',
  'record/rating-out-of-scale': '`{field}` is {given}, outside 0 to {of}: correct it or the scale in `of`',
  'record/scale-not-positive': '`of` is {given}: give the highest rating of the scale, above 0',
  'time/not-a-date':
    '`{given}` is no date: write `YYYY-MM-DD`, a date-time such as `2026-06-30T18:00:00+08:00` (without an offset it is read in the time zone), or a Date',
  'time/unknown-zone': '`{timeZone}` is no time zone: give `timeZone` as an IANA name such as `Asia/Shanghai`',
  'money/not-money': '`{given}` is no amount: give a number, a decimal text such as `12.50`, or whole minor units as `{ "minor": 1250 }`',
  'money/excess-precision': '`{given}` has more decimals than {currency} has ({digits}): round it as your books do',
  'money/too-large': '`{given}` is too large to be added up exactly: check it and its unit',
  'money/unknown-currency': '`{currency}` is no currency: give its ISO 4217 code, such as `CNY`',
} as const;

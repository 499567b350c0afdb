import type { Text } from '../errors/json.js';
import { refuseArgument } from '../errors/refuse-argument.js';
import type { Phrase } from '../rules/describe.js';
import type { Locale } from './locales/words.js';
import { createNumbers } from './numbers.js';
import { linesOf } from './outline.js';
import { shortStyle } from './style.js';
import { tellRule } from './tell-rule.js';
import { wordsOf } from './text.js';

/** How a rule is written. */
export interface FormatRuleOptions {
  /** English where absent. Import another from `clientele/locales/…`. */
  readonly locale?: Locale;
  /**
   * Names, as in the `labels` of an explanation: of facts by path, of scores as `scores.<id>`, of segments as `segments.<id>`, of values as
   * `<path>=<value>`. A path without one has the name of the ready fact or field, or stands as it is.
   */
  readonly labels?: { readonly [path: string]: Text };
  /** What one of a fact is called, by path, such as `boxes`; `points` for a ratio that is told in percentage points. */
  readonly units?: { readonly [path: string]: string };
  /** ISO 4217 code of the currency of all money; without one amounts are plain numbers. */
  readonly currency?: string;
  /** `list` (default): conditions line by line where there are several; `line`: all on one line, with brackets. */
  readonly layout?: 'list' | 'line';
}

/**
 * A rule in words, made from what `describe()` of a rule gives.
 *
 * A figure is written in the terms of what it is compared with: a ratio as a percentage, money in the currency, a length of time in days, a
 * date in the words of the calendar; figures are never rounded. A parameter is told by its value and its name. A condition is never turned
 * into another that holds of other customers: what has no words of its own for its opposite is told as "not: …". Names and texts of more
 * than 200 characters are cut. Never throws for what is in a rule, of any depth.
 *
 * @example
 * import { formatRule } from 'clientele';
 * import { parseRule } from 'clientele/rules';
 * const schema = { netSpend: { type: 'money' }, onTimePaymentRatio: { type: 'ratio' } } as const;
 * const rule = parseRule({ and: [{ '>=': [{ var: 'netSpend' }, 5000] }, { '<': [{ var: 'onTimePaymentRatio' }, 0.8] }] }, { schema });
 * formatRule(rule.describe(), { currency: 'USD', layout: 'line' }); // => 'net spend is at least $5,000 and share paid on time is less than 80%'
 */
export function formatRule(phrase: Phrase, options: FormatRuleOptions = {}): string {
  if (typeof (phrase as { readonly kind?: unknown } | null | undefined)?.kind !== 'string') refuseArgument('phrase', 'what `describe` of a rule gave');
  const { labels = {}, units = {}, currency = '', layout = 'list' } = options;
  const words = wordsOf(options.locale);
  const wording = { words, numbers: createNumbers(words, currency), style: shortStyle, labels, units, scores: [], showsCodes: false };
  const { text, items } = tellRule(wording, phrase, layout);
  return [text, ...linesOf(items)].join('\n');
}

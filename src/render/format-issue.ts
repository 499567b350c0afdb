import type { Finding, Issue } from '../errors/issue.js';
import { refuseArgument } from '../errors/refuse-argument.js';
import { findingText } from './findings.js';
import type { Locale, LocaleWords } from './locales/words.js';
import { createNumbers } from './numbers.js';
import { phraseAt } from './phrases.js';
import { textStyle } from './style.js';
import { fill, fillWhole, onOneLine, wordFor, wordsOf } from './text.js';

function isIssue(issue: Issue | Finding): issue is Issue {
  return 'message' in issue;
}

/** The message of an issue: made again from its parameters, or its own where the language has no template that they fill. */
function messageOf(words: LocaleWords, { code, message, params }: Issue): string {
  const template = words.issues === null ? undefined : wordFor(words.issues, code);
  if (template === undefined) return message;
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return [name, phraseAt(words, template, name, text)];
    }),
  );
  return fillWhole(words, template, values) ?? message;
}

function placeOf(words: LocaleWords, { pointer, line, column }: Issue): string {
  const place = pointer === '' ? words.root : pointer;
  if (line === undefined) return place;
  return `${fill(words, words.position, { line: String(line), column: String(column ?? 1) })}${words.comma}${place}`;
}

function issueText(words: LocaleWords, issue: Issue): string {
  const suggestion = issue.suggestion === undefined ? '' : fill(words, words.suggestion, { suggestion: issue.suggestion });
  const severity = wordFor(words.severities, issue.severity) ?? '';
  return `${placeOf(words, issue)}${words.colon}${severity}${messageOf(words, issue)}${suggestion} [${issue.code}]`;
}

/**
 * One issue or finding as one line of text: where it is, what is wrong, what was probably meant, and its code in brackets.
 *
 * English unless another `locale` is given. A code that the locale does not know, such as that of a plug-in, is told by its own message,
 * or by the code and its parameters. Never throws for what is in an issue.
 *
 * @example
 * import { formatIssue } from 'clientele';
 * const finding = { code: 'data/part-absent', params: { part: 'invoices' } };
 * formatIssue(finding); // => 'invoices were not given, so they are not known [data/part-absent]'
 */
export function formatIssue(issue: Issue | Finding, options: { readonly locale?: Locale } = {}): string {
  if (typeof (issue as Partial<Issue> | null | undefined)?.params !== 'object') refuseArgument('issue', 'one of `error.issues`, or a finding');
  const words = wordsOf(options.locale);
  if (isIssue(issue)) return onOneLine(issueText(words, issue));
  const wording = { words, numbers: createNumbers(words, ''), style: textStyle, labels: {}, scores: [], showsCodes: false };
  const place = issue.pointer === undefined ? '' : `${issue.pointer}${words.colon}`;
  return onOneLine(`${place}${findingText(wording, issue)} [${issue.code}]`);
}

// The explanations of the 24 dealers of the examples, whole, in both languages: read them aloud after a change of words (see test/golden.ts).
import { describe, expect, it } from 'vitest';
import { createClassifier, formatExplanation, formatMove, groupRecords, type Locale } from 'clientele';
import { en } from 'clientele/locales/en';
import { zhCN } from 'clientele/locales/zh-CN';
import { pharmaDealer } from 'clientele/presets';
import { tables } from '../../examples/data/dealers.js';
import { golden } from '../golden.js';

const { records } = groupRecords(tables);

const quarter = (asOf: string) => {
  const calibration = createClassifier(pharmaDealer).calibrate(records, { asOf });
  const classifier = createClassifier(pharmaDealer, { calibration });
  return { classifier, results: [...classifier.classifyAll(records, { asOf })] };
};
const before = quarter('2026-03-31');
const now = quarter('2026-06-30');
const dealers = records.map((record, index) => {
  const [was, is] = [before.results[index], now.results[index]];
  if (was === undefined || is === undefined) throw new Error('a dealer without a class');
  return { why: now.classifier.explain(is, { record }), move: now.classifier.explainMove(was, is, { record, earlier: before.classifier }) };
});

describe.each<[string, Locale]>([['en', en], ['zh-CN', zhCN]])('the dealers in %s', (tag, locale) => {
  it('are explained as they were read', () => {
    const text = dealers.map(({ why, move }) => [formatExplanation(why, { locale }), formatMove(move, { locale }), formatExplanation(why, { locale, audience: 'customer' })].join('\n')).join('\n\n');
    expect(text).toBe(golden(`dealers.${tag}.txt`, text));
  });
});

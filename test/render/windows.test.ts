import { describe, expect, it } from 'vitest';
import { planPolicy } from '../../src/policy/parse-policy.js';
import type { Window } from '../../src/policy/window.js';
import { en } from '../../src/render/locales/en.js';
import { zhCN } from '../../src/render/locales/zh-CN.js';
import { policyWording } from '../../src/render/policy-wording.js';
import { wordsOf } from '../../src/render/text.js';
import { windowText } from '../../src/render/windows.js';

const planned = planPolicy({ schema: 'clientele.policy/1', id: 'small', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [{ id: 'all' }], otherwise: 'all' });
if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
const [english, chinese] = [en, zhCN].map((locale) => policyWording(planned.value, wordsOf(locale)));

const told: readonly (readonly [Window | undefined, string, string])[] = [
  [undefined, 'the whole life of the customer', '全部历史'],
  [{ life: true }, 'the whole life of the customer', '全部历史'],
  [{ last: 'P12M' }, 'the last 12 months', '最近 12 个月'],
  [{ last: 'P1M', back: 1 }, 'the 1 month before the last 1 month', '最近 1 个月（往前推 1 个窗口）'],
  [{ last: 'P90D', back: 1 }, 'the 90 days before the last 90 days', '最近 90 天（往前推 1 个窗口）'],
  [{ last: 'P3M', back: 2 }, 'the 3 months that lie 2 windows before the last 3 months', '最近 3 个月（往前推 2 个窗口）'],
  [{ last: 'P3M', yearsBack: 1 }, 'the last 3 months, a year earlier', '最近 3 个月（1 年前的同期）'],
  [{ calendar: 'week' }, 'the week so far', '本周至今'],
  [{ calendar: 'week', back: 52 }, 'the week 52 weeks before', '往前第 52 周'],
  [{ calendar: 'quarter', back: 1 }, 'the quarter before', '上一个季度'],
  [{ calendar: 'quarter', back: 1, yearsBack: 2 }, 'the quarter before, 2 years earlier', '上一个季度（2 年前的同期）'],
  [{ calendar: 'year' }, 'the year so far', '本年度至今'],
  [{ calendar: 'fiscalYear' }, 'the fiscal year so far', '本财年至今'],
  [{ calendar: 'fiscalYear', back: 1 }, 'the fiscal year before', '上一个财年'],
  [{ calendar: 'fiscalYear', back: 3 }, 'the fiscal year 3 fiscal years before', '往前第 3 个财年'],
  [{ from: '2026-03-01', to: '2026-03-31' }, 'the days from 1 March 2026 to 31 March 2026', '2026年3月1日至 2026年3月31日'],
];

describe('the words of a window', () => {
  it.each(told)('%j', (window, inEnglish, inChinese) => {
    expect([english, chinese].map((wording) => (wording === undefined ? '' : windowText(wording, window)))).toEqual([inEnglish, inChinese]);
  });
});

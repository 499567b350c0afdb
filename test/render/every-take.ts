// A policy with a measure of every take, with every option, so that each is read aloud in every language.
import { attachRate } from '../../src/policy/attach-rate.js';

const v = (path: string) => ({ var: path });
const is = (path: string, value: string) => ({ '==': [v(path), value] });
const category = (id: string) => ({ '==': [{ var: 'category' }, id] }) as const;

export const everyTake = {
  schema: 'clientele.policy/1', id: 'takes', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  measures: {
    count: { count: { of: 'sales' } },
    countFading: { count: { of: 'interactions', where: is('kind', 'visit'), decay: { halfLifeDays: 30 } } },
    sum: { sum: { of: 'transactions.amount', window: { calendar: 'quarter', back: 1 } } },
    sumFading: { sum: { of: 'sales.margin', decay: { linearDays: 90 } } },
    mean: { mean: { of: 'sales.gap' } },
    min: { min: { of: 'sales.amount', window: { life: true } } },
    max: { max: { of: 'assessments.rating', where: is('indicator', 'loyalty') } },
    variation: { variation: { of: 'sales.units' } },
    distinct: { distinct: { of: 'lines.category' } },
    first: { first: { of: 'sales.at' } },
    last: { last: { of: 'opportunities.stage' } },
    daysSinceFirst: { daysSinceFirst: { of: 'invoices' } },
    daysSinceLast: { daysSinceLast: { of: 'payments' } },
    medianGap: { medianGap: { of: 'sales' } },
    activePeriods: { activePeriods: { of: 'sales', per: 'week' } },
    streak: { streak: { of: 'sales' } },
    trend: { trend: { of: 'sales.amount', per: 'quarter', periods: 4 } },
    trendOfEvents: { trend: { of: 'surveys' } },
    share: { share: { of: 'lines.amount', where: is('category', 'rx'), among: { '!=': [v('category'), 'gift'] } } },
    shareOfEvents: { share: { of: 'opportunities', where: is('status', 'won') } },
    attached: attachRate(category('printer'), category('ink')),
    ratio: { ratio: { of: 'refunds', to: 'grossSpend' } },
    change: { change: { of: 'netSpend', back: 2 } },
    rate: { change: { of: 'sum', as: 'rate' } },
    when: { when: { '>': [v('rate'), 0.1] } },
    calculate: { calculate: { '*': [{ '-': [v('netSpend'), v('refunds')] }, 0.03] } },
  },
  segments: [],
};

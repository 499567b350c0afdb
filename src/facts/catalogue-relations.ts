// Ready facts about interactions, possible sales, surveys, ratings, and who the customer is.
import { ageYears, generation, GENERATIONS, withBirthdays } from './customer-facts.js';
import { COUNT, DAYS, IN_WINDOW, MONEY, RATE, SHARE, WHOLE_LIFE, type FactDefinition } from './fact-definition.js';
import { assessmentSpread } from './rating-facts.js';

const SCORE = { type: 'number', nullable: true, parts: ['surveys'], fields: ['score'] } as const;
const OF_PERSON = { nullable: true, protected: true, ...WHOLE_LIFE, over: 'the day', parts: [], customer: ['birthday'] } as const;
const status = (value: string) => ({ '==': [{ var: 'status' }, value] });

export const RELATIONS = {
  salesVisits: { ...COUNT, ...IN_WINDOW, parts: ['interactions'], of: { measure: { count: { of: 'interactions', where: { '==': [{ var: 'kind' }, 'visit'] } } } }, description: 'Number of interactions of the kind `visit`.' },
  daysSinceLastInteraction: { ...DAYS, ...WHOLE_LIFE, parts: ['interactions'], of: { measure: { daysSinceLast: { of: 'interactions' } } }, description: 'Days since the last interaction of any kind.' },
  distinctInteractionChannels: {
    ...COUNT, ...IN_WINDOW, parts: ['interactions'], fields: ['channel'],
    of: { measure: { distinct: { of: 'interactions.channel' } } },
    description: 'Number of different channels of interactions; missing if one states none.',
  },
  complaintRate: { ...RATE, ...IN_WINDOW, parts: ['interactions', 'transactions'], of: { measure: { ratio: { of: 'complaints', to: 'purchases' } } }, description: '`complaints` ÷ `purchases`.' },
  winRate: {
    ...SHARE, ...IN_WINDOW, parts: ['opportunities'],
    of: { measure: { share: { of: 'opportunities', among: { '!=': [{ var: 'status' }, 'open'] }, where: status('won') } } },
    description: 'Opportunities won ÷ (won + lost), by number.',
  },
  wonAmount: { ...MONEY, ...IN_WINDOW, parts: ['opportunities'], fields: ['amount'], of: { measure: { sum: { of: 'opportunities.amount', where: status('won') } } }, description: 'Sum of opportunities won; missing if one states no amount.' },
  openOpportunityAmount: {
    ...MONEY, ...WHOLE_LIFE, parts: ['opportunities'], fields: ['amount'],
    of: { measure: { sum: { of: 'opportunities.amount', where: status('open') } } },
    description: 'Sum of opportunities that are open; missing if one states no amount.',
  },
  potentialSpend: { ...MONEY, nullable: true, ...WHOLE_LIFE, over: 'as the host says', parts: [], of: 'given', description: 'What the customer spends on such goods with everybody, in a time as long as the window. Only the host can know it, and gives it among `facts`.' },
  shareOfWallet: { ...RATE, ...IN_WINDOW, parts: ['transactions'], of: { measure: { ratio: { of: 'netSpend', to: 'potentialSpend' } } }, description: '`netSpend` ÷ `potentialSpend`.' },
  lastSurveyScore: { ...SCORE, ...WHOLE_LIFE, of: { measure: { last: { of: 'surveys.score' } } }, description: 'Score of the last survey, of whichever instrument; of several at one time the lowest.' },
  meanSurveyScore: { ...SCORE, ...IN_WINDOW, of: { measure: { mean: { of: 'surveys.score' } } }, description: 'Mean score of surveys, of whichever instrument: to keep instruments apart, take a measure with `where`.' },
  meanAssessment: { ...SHARE, ...IN_WINDOW, parts: ['assessments'], of: { measure: { mean: { of: 'assessments.rating' } } }, description: 'Mean of all ratings, each as a ratio of its scale.' },
  assessmentSpread: { ...SHARE, ...IN_WINDOW, parts: ['assessments'], of: assessmentSpread, description: 'The highest rating less the lowest, as ratios of their scales, exact to a millionth: 0 is of one mind.' },
  daysSinceLastAssessment: { ...DAYS, ...WHOLE_LIFE, parts: ['assessments'], of: { measure: { daysSinceLast: { of: 'assessments' } } }, description: 'Days since the last rating, of whichever indicator.' },
  ageYears: { type: 'count', min: 0, max: 150, ...OF_PERSON, moves: withBirthdays, of: ageYears, description: 'Age in whole years; who was born on 29 February is a year older on 28 February of a year without one.' },
  generation: {
    type: 'enum', values: GENERATIONS, ...OF_PERSON, moves: withBirthdays,
    of: generation,
    description: 'Generation by year of birth, in the bands of the Pew Research Center (2019): `greatest` until 1927, `silent` 1928 to 1945, `boomer` 1946 to 1964, `x` 1965 to 1980, `millennial` 1981 to 1996, `z` 1997 to 2012, `after-z` from 2013 on.',
  },
} as const satisfies { readonly [id: string]: FactDefinition };

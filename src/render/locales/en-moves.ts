import type { MoveWords } from './move-words.js';

export const moves: MoveWords = {
  summary: {
    up: '{customer} moved up from {from} ({before}) to {to} ({after}).',
    down: '{customer} moved down from {from} ({before}) to {to} ({after}).',
    none: '{customer} is still {to} ({before} and {after}).',
    unranked: '{customer} moved from {from} ({before}) to {to} ({after}).',
  },
  causes: {
    calendar: 'Time alone led to {segment}',
    behaviour: 'What was done led to {segment}',
    calibration: 'Newly drawn lines led to {segment}',
    policy: 'Another policy led to {segment}',
    override: 'An override led to {segment}',
    data: 'Data corrected since give {segment}',
  },
  before: '{value} before',
  unknownBefore: 'not known before',
  lineBefore: 'line {line} before',
  drivers: {
    heading: 'Change of {fact} by {change}',
    line: '{fact} {after} instead of {before}: {change}',
    missing: '{fact} {after} instead of {before}: not split, since something that it is made of is not known',
    'not-positive': '{fact} {after} instead of {before}: not split, since something that it is made of is 0 or less',
  },
  rest: { netSpend: 'share that did not come back', grossMargin: 'margin' },
  customer: 'As of {after}: {to}; as of {before}: {from}.',
};

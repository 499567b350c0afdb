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
  customer: 'As of {after}: {to}; as of {before}: {from}.',
};

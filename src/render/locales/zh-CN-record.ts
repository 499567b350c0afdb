import type { RecordWords } from './record-words.js';

export const record: RecordWords = {
  evidence: '依据：{parts} {list}',
  evidenceAndMore: '依据：{parts} {list}，另有{count}项',
  differs: '{fact}当时为{then}，现有记录为{now}',
  overrides: {
    expired: '由{actor}指定为{segment}，已于{until}到期，原因：{reason}',
    'not-yet': '由{actor}指定为{segment}，自{from}起生效，原因：{reason}',
    'unknown-segment': '由{actor}指定为{segment}，政策中没有这一类别，原因：{reason}',
  },
  overridesByHand: {
    expired: '人工指定为{segment}，已于{until}到期',
    'not-yet': '人工指定为{segment}，自{from}起生效',
    'unknown-segment': '人工指定为{segment}，政策中没有这一类别',
  },
};

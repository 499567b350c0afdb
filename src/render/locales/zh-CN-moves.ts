import type { MoveWords } from './move-words.js';

export const moves: MoveWords = {
  summary: {
    up: '{customer}由{from}（{before}）升为{to}（{after}）。',
    down: '{customer}由{from}（{before}）降为{to}（{after}）。',
    none: '{customer}仍为{to}（{before}、{after}）。',
    unranked: '{customer}由{from}（{before}）变为{to}（{after}）。',
  },
  causes: {
    calendar: '仅因时间推移，变为{segment}',
    behaviour: '因客户行为，变为{segment}',
    calibration: '因分界线重新标定，变为{segment}',
    policy: '因政策变更，变为{segment}',
    override: '因人工指定，变为{segment}',
    data: '因数据更正，应为{segment}',
  },
  before: '此前为{value}',
  unknownBefore: '此前未知',
  lineBefore: '分界线此前为{line}',
  customer: '截至{after}：{to}；截至{before}：{from}。',
};

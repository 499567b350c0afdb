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
  drivers: {
    heading: '{fact}变化 {change}',
    line: '{fact}由{before}变为{after}：{change}',
    missing: '{fact}由{before}变为{after}：构成中有未知项，无法拆分',
    'not-positive': '{fact}由{before}变为{after}：构成中有不大于零的项，无法拆分',
  },
  rest: { netSpend: '未退货的比例', grossMargin: '毛利率' },
  customer: '截至{after}：{to}；截至{before}：{from}。',
};

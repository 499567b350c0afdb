import type { ChangeWords } from './change-words.js';

export const changes: ChangeWords = {
  deeds: {
    purchase: '再采购一笔{amount}',
    anyPurchase: '再采购一次',
    purchases: '再采购{count}次',
    pay: '支付{amount}',
    payInvoices: '支付{invoices}的{amount}',
    reachMoney: '为{period}的计划再完成{amount}（累计{actual}，计划{plan}）',
    reachUnits: '为{period}的计划再完成{amount}件（累计{actual}件，计划{plan}件）',
    set: '使{fact}为{value}（现为{from}）',
    wait: '连续{days}无任何新情况',
  },
  and: '，并',
  period: '{from}至{to}',
  lines: {
    ahead: '若在{date}前{deeds}，将升为{segment}',
    now: '若{deeds}，将升为{segment}',
    hindsight: '当初若在{date}前{deeds}，本可成为{segment}',
    slip: '若{deeds}，{date}将变为{segment}',
  },
  becomes: '{fact}由{from}变为{to}',
  inBrackets: '（{text}）',
  provided: '前提：{list}',
  assumptions: {
    'nothing-else': '在此之前没有其他变化',
    'plan-unchanged': '计划不变',
    'calibration-unchanged': '分界线不变',
  },
  noWay: '{segment}：未找到可行的办法',
  noWayFor: '{segment}：未找到可行的办法，首要障碍：{obstacle}',
  customer: '您若在{date}前{deeds}，将成为{segment}。',
};

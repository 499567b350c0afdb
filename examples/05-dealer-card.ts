// One dealer on a page of its own, in both languages: HTML that needs nothing else. `npx tsx examples/05-dealer-card.ts > card.html`
import { createClassifier, formatExplanation, formatMove, groupRecords, type Explanation, type Locale, type Move, type Text } from 'clientele';
import { en } from 'clientele/locales/en';
import { zhCN } from 'clientele/locales/zh-CN';
import { pharmaDealer } from 'clientele/presets';
import { tables } from './data/dealers.js';

const dealer = 'D14';
const { records } = groupRecords(tables);

// The class of the quarter before, and of this one: each by the lines of its own quarter.
const quarter = (asOf: string) => {
  const calibration = createClassifier(pharmaDealer).calibrate(records, { asOf });
  const classifier = createClassifier(pharmaDealer, { calibration });
  const record = records.find(({ customer }) => customer.id === dealer);
  if (record === undefined) throw new Error(`there is no dealer ${dealer}`);
  return { classifier, record, result: classifier.classify(record, { asOf }) };
};
const before = quarter('2026-03-31');
const { classifier, record, result } = quarter('2026-06-30');
const why = classifier.explain(result, { record });
const move = classifier.explainMove(before.result, result, { record, earlier: before.classifier });

/** Whatever comes from data is text on the page, never markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${String(mark.codePointAt(0))};`);
}

/** Sections as the library writes them: a heading on a line of its own, and lines that begin with a dash. */
function asHtml(text: string): string {
  const lines = text.split('\n').map((line) => (line.startsWith('- ') ? `<li>${escaped(line.slice(2))}</li>` : `<h3>${escaped(line)}</h3>`));
  return lines.join('\n').replace(/(?:<li>.*<\/li>\n?)+/g, (items) => `<ul>\n${items.trimEnd()}\n</ul>\n`).trimEnd();
}

const words = {
  en: { title: 'Dealer', segment: 'Class', move: 'Since the quarter before', actions: 'What to do', completion: 'Plan completion' },
  'zh-CN': { title: '经销商', segment: '分级', move: '与上季度相比', actions: '建议措施', completion: '任务完成率' },
} as const;
type Tag = keyof typeof words;

const say = (text: Text | undefined, tag: Tag): string => (typeof text === 'object' ? (text[tag] ?? text.en) : (text ?? ''));

function column(tag: Tag, locale: Locale, explanation: Explanation<string>, moved: Move<string>): string {
  const of = words[tag];
  const segment = pharmaDealer.segments.find(({ id }) => id === explanation.segment);
  const [summary = '', ...rest] = formatExplanation(explanation, { locale }).split('\n');
  const actions = (segment?.actions ?? []).map(({ label }) => `<li>${escaped(say(label, tag))}</li>`);
  return [
    `<article lang="${tag}">`,
    `<p class="what">${of.title} · ${of.segment}</p>`,
    `<h2>${escaped(say(segment?.label, tag))}</h2>`,
    `<p>${escaped(summary)}</p>`,
    asHtml(rest.join('\n')),
    `<h2>${of.move}</h2>`,
    asHtml(formatMove(moved, { locale })),
    ...(actions.length === 0 ? [] : [`<h2>${of.actions}</h2>`, '<ul>', ...actions, '</ul>']),
    '</article>',
  ].join('\n');
}

/** The completion of the plan as a bar, with a mark at 100 %. */
function bar(completion: unknown): string {
  if (typeof completion !== 'number') return '';
  const width = Math.min(150, Math.max(0, completion * 100)) / 1.5;
  const label = `${(completion * 100).toFixed(1)} %`;
  return [
    '<svg viewBox="0 0 100 9" role="img" aria-label="' + escaped(`${words.en.completion} ${label}`) + '">',
    '<rect width="100" height="4" rx="1" fill="#e5e7eb"/>',
    `<rect width="${width.toFixed(2)}" height="4" rx="1" fill="#2563eb"/>`,
    '<rect x="66.2" width="0.6" height="5.4" fill="#111827"/>',
    `<text x="0" y="8.4" font-size="3" fill="#374151">${escaped(`${words.en.completion} · ${words['zh-CN'].completion} ${label}`)}</text>`,
    '</svg>',
  ].join('\n');
}

const name = record.customer.name ?? dealer;
console.log(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${name} · ${dealer}`)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; color: #111827; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
main { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); }
article { border: 1px solid #d1d5db; border-radius: 0.5rem; padding: 1rem 1.25rem; }
h1 { margin-bottom: 0.25rem; }
h2 { font-size: 1.15rem; margin: 1rem 0 0.5rem; }
.what + h2 { margin-top: 0.25rem; }
h3 { font-size: 0.95rem; margin: 0.75rem 0 0.25rem; font-weight: 600; }
ul { margin: 0.25rem 0; padding-left: 1.1rem; }
.what { color: #6b7280; margin: 0; }
svg { width: 100%; max-width: 30rem; }
</style>
</head>
<body>
<h1>${escaped(name)}</h1>
<p class="what">${escaped(dealer)} · ${escaped(record.customer.region?.province ?? '')}</p>
${bar(result.facts['targetCompletion'])}
<main>
${column('en', en, why, move)}
${column('zh-CN', zhCN, why, move)}
</main>
</body>
</html>`);

import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { definePolicy } from '../../src/policy/define-policy.js';
import { hasShared, noteShared, sharedFile } from '../shared.js';
import { compile, type Compiler } from './compile.js';

const imports = `import { definePolicy } from '../../src/policy/define-policy.js';
import type { Policy } from '../../src/policy/types.js';
declare function createClassifier<G extends string, S extends string, F extends string>(policy: Policy<G, S, F, string, string>): { g: G; s: S; f: F };
`;

const base = `definePolicy({
  schema: 'clientele.policy/1', id: 'dealers', version: '1', currency: 'CNY', timeZone: 'Asia/Shanghai', window: { last: 'P12M' },
  parameters: { onTime: 0.8 },
  attributes: { level: { type: 'enum', values: { '3A': { en: '3A', 'zh-CN': '三甲' }, '2A': '2A' } } },
  facts: { npsScore: { type: 'number', min: -100, max: 100 } },
  measures: {
    rxShare: { share: { of: 'lines.amount', where: { '==': [{ var: 'category' }, 'rx'] } } },
    pays: { when: { '>=': [{ var: 'onTimePaymentRatio' }, { var: 'parameters.onTime' }] } },
  },
  scores: { quadrant: { scorer: 'boston-quadrant', level: 'targetCompletion', growth: 'targetCompletionChange', cut: { rank: 'top-half' } } },
  hitPolicy: 'first',
  segments: [
    { id: 'premium', when: { and: [{ '==': [{ var: 'scores.quadrant.band' }, 'star'] }, { '!': { missing: ['npsScore'] } }, { var: 'pays' }] },
      actions: [{ id: 'offer', goal: 'retain' }] },
    { id: 'plain', label: { en: 'Plain', 'zh-CN': '普通' }, when: { in: [{ var: 'customer.attributes.level' }, ['2A', '3A']] } },
    { id: 'review' },
  ],
  ranking: ['premium', 'plain'], otherwise: 'plain', undetermined: 'review',
});
`;

const PATH = 'Path<"npsScore" | "rxShare" | "pays", "quadrant", "level", "onTime">';
const PARAMETER = 'ParameterReference<"parameters.onTime">';
const VARIABLE = `type 'Variable<${PATH}>'`;
const RULE = `type 'RuleObject<${PATH}>'`;
const G = '\'"premium" | "plain" | "review"\'';
const notThere = (name: string, type: string): string =>
  `Object literal may only specify known properties, and '${name}' does not exist in ${type}.`;
const misspelt = (name: string, type: string, meant: string): string =>
  `Object literal may only specify known properties, but '${name}' does not exist in ${type}. Did you mean to write '${meant}'?`;
const notOf = (value: string, type: string, meant?: string): string =>
  `Type '${value}' is not assignable to ${type}.${meant === undefined ? '' : ` Did you mean '${meant}'?`}`;

/** The ids of all scorers as one word: there are many, and the compiler leaves some of them out. */
const SCORERS = "type 'a scorer'";
const scorersAsOne = (message: string): string => message.replace(/type '[^']*`\$\{string\}:\$\{string\}`[^']*'/, SCORERS);

/** What is changed in the policy above; where the compiler complains, once, with which code, and in which words. */
const wrong: readonly (readonly [what: string, from: string, to: string, at: string, code: number, message: string])[] = [
  ['otherwise', "otherwise: 'plain'", "otherwise: 'plan'", 'otherwise', 2820, notOf('"plan"', `type ${G}`, '"plain"')],
  ['undetermined', "undetermined: 'review'", "undetermined: 'nobody'", 'undetermined', 2322, notOf('"nobody"', `type ${G}`)],
  ['ranking', "['premium', 'plain']", "['premum', 'plain']", "'premum'", 2820, notOf('"premum"', `type ${G}`, '"premium"')],
  [
    'segment of a rule',
    'ranking:',
    "rules: [{ id: 'r', segment: 'plan', when: { var: 'pays' } }], ranking:",
    'segment',
    2820,
    notOf('"plan"', `type ${G}`, '"plain"'),
  ],
  [
    'path in a rule of its own',
    'ranking:',
    "rules: [{ id: 'r', segment: 'plain', when: { var: 'pas' } }], ranking:",
    'var',
    2820,
    notOf('"pas"', VARIABLE, '"pays"'),
  ],
  ['hit policy', "'first'", "'frist'", 'hitPolicy', 2820, notOf('"frist"', "type 'HitPolicy'", '"first"')],
  [
    'score in a path',
    'scores.quadrant.band',
    'scores.quadrent.band',
    'var',
    2820,
    notOf('"scores.quadrent.band"', VARIABLE, '"scores.quadrant.band"'),
  ],
  [
    'part of a score',
    'scores.quadrant.band',
    'scores.quadrant.bend',
    'var',
    2820,
    notOf('"scores.quadrant.bend"', VARIABLE, '"scores.quadrant.band"'),
  ],
  ['measure', "{ var: 'pays' }", "{ var: 'pas' }", 'var', 2820, notOf('"pas"', VARIABLE, '"pays"')],
  ['path with a default', "{ var: 'pays' }", "{ var: ['pas', false] }", "'pas'", 2820, notOf('"pas"', `type '${PATH}'`, '"pays"')],
  [
    'path under not',
    "missing: ['npsScore']",
    "missing: ['npsScor']",
    "'npsScor'",
    2820,
    notOf('"npsScor"', `type '${PATH}'`, '"npsScore"'),
  ],
  [
    'path deep in a rule',
    "{ missing: ['npsScore'] }",
    "{ or: [{ '<': [{ var: 'npsScor' }, 1] }] }",
    'var',
    2820,
    notOf('"npsScor"', VARIABLE, '"npsScore"'),
  ],
  ['path of a list', "['2A', '3A']", "{ var: 'npsScores' }", 'var', 2820, notOf('"npsScores"', VARIABLE, '"npsScore"')],
  [
    'attribute',
    'customer.attributes.level',
    'customer.attributes.levl',
    'var',
    2820,
    notOf('"customer.attributes.levl"', VARIABLE, '"customer.attributes.level"'),
  ],
  ['parameter', 'parameters.onTime', 'parameters.onTme', 'var', 2820, notOf('"parameters.onTme"', VARIABLE, '"parameters.onTime"')],
  ['operator', "{ '==': [{ var: 'scores", "{ '=': [{ var: 'scores", "'='", 2353, notThere("'='", RULE)],
  ['operator at the top', 'when: { and:', 'when: { adn:', 'adn', 2353, notThere('adn', RULE)],
  [
    'operator under not',
    "{ missing: ['npsScore'] }",
    "{ starts_with: [{ var: 'npsScore' }, 'a'] }",
    'starts_with',
    2353,
    notThere('starts_with', `type 'RuleObject<${PATH}> | Alone<${PATH}>'`),
  ],
  [
    'operator in a list',
    "{ var: 'pays' }",
    "{ or: [{ starts_with: [{ var: 'npsScore' }, 'a'] }] }",
    'starts_with',
    2561,
    misspelt('starts_with', RULE, 'startsWith'),
  ],
  ['operator of plain JSON Logic', "{ var: 'pays' }", "{ map: [{ var: 'pays' }, true] }", 'map', 2353, notThere('map', RULE)],
  [
    'operator like one of the host',
    "{ var: 'pays' }",
    "{ '?:': [{ var: 'pays' }, true, false] }",
    "'?:'",
    2322,
    notOf('(boolean | { var: string; })[]', "type 'undefined'"),
  ],
  ['key beside the operator', "{ var: 'pays' }", "{ var: 'pays', note: '' }", 'note', 2353, notThere('note', RULE)],
  ['number of operands', "'star'] }", "'star', 'dog'] }", "'dog'", 2322, notOf('string', "type 'undefined'")],
  [
    'scorer',
    "'boston-quadrant'",
    "'boston-quadrent'",
    'scorer',
    2820,
    notOf(
      '"boston-quadrent"',
      SCORERS,
      '"boston-quadrant"',
    ),
  ],
  [
    'option of a scorer',
    "level: 'targetC",
    "levle: 'targetC",
    'levle',
    2561,
    misspelt('levle', `type 'ScorerOptions<BostonQuadrantSpec, ${PATH}> & Described'`, 'level'),
  ],
  [
    'path in a scorer',
    "level: 'targetCompletion'",
    "level: 'targetCompletoin'",
    'level',
    2820,
    notOf('"targetCompletoin"', `type '${PATH}'`, '"targetCompletion"'),
  ],
  [
    'option that is missing',
    ", cut: { rank: 'top-half' }",
    '',
    'quadrant',
    2322,
    notOf('{ scorer: "boston-quadrant"; level: "targetCompletion"; growth: "targetCompletionChange"; }', `type 'ScoreSpec<${PATH}>'`),
  ],
  [
    'word of a cut',
    "'top-half'",
    "'top-hlf'",
    'rank',
    2820,
    notOf(
      '"top-hlf"',
      `type '"top-half" | { readonly top: number | ${PARAMETER}; } | { readonly share: number | ${PARAMETER}; }'`,
      '"top-half"',
    ),
  ],
  [
    'parameter of a cut',
    "rank: 'top-half'",
    "fixed: [{ var: 'parameters.onTme' }]",
    'var',
    2322,
    notOf('"parameters.onTme"', 'type \'"parameters.onTime"\''),
  ],
  ['take of a measure', 'share:', 'shrae:', 'shrae', 2561, misspelt('shrae', `type 'Measure<${PATH}>'`, 'share')],
  ['figure of a measure', 'lines.amount', 'lines.amuont', 'of', 2820, notOf('"lines.amuont"', "type 'EventSource | EventFigure'", '"lines.amount"')],
  ['option of a take', 'where:', 'wher:', 'wher', 2561, misspelt('wher', "type 'ShareOptions'", 'where')],
  [
    'field of an event',
    "{ var: 'category' }",
    "{ var: 'categry' }",
    'var',
    2820,
    notOf('"categry"', "type 'Variable<EventPath>'", '"category"'),
  ],
  ['period of a window', 'P12M', 'P12Q', 'last', 2322, notOf('"P12Q"', "type 'Period'")],
  ['type of a declaration', "type: 'number'", "type: 'numbr'", 'type', 2820, notOf('"numbr"', "type 'ValueType'", '"number"')],
  ['key of a declaration', 'min: -100', 'minimum: -100', 'minimum', 2353, notThere('minimum', "type 'Declared'")],
  [
    'key of a segment',
    'when: { in:',
    'whn: { in:',
    'whn',
    2561,
    misspelt('whn', `type 'Segment<"premium" | "plain" | "review", ${PATH}>'`, 'when'),
  ],
  ['goal of an action', "'retain'", "'reatin'", 'goal', 2820, notOf('"reatin"', "type 'Goal'", '"retain"')],
  [
    'language',
    "'zh-CN': '普通'",
    "'zh': '普通'",
    "'zh'",
    2353,
    notThere("'zh'", "type '{ readonly en: string; readonly 'zh-CN'?: string; }'"),
  ],
  [
    'key of the policy',
    "otherwise: 'plain'",
    "otherwize: 'plain'",
    'otherwize',
    2561,
    misspelt(
      'otherwize',
      'type \'PolicyLiteral<"premium" | "plain" | "review", "quadrant", "rxShare" | "pays", "npsScore", "level", "onTime">\'',
      'otherwise',
    ),
  ],
];

const changed = (from: string, to: string): string => {
  if (!base.includes(from)) throw new Error(`not in the policy: ${from}`);
  return base.replace(from, to);
};

/** Without exactOptionalPropertyTypes the compiler names undefined beside every optional type. */
const withoutUndefined = (message: string): string => message.replaceAll(/ \| undefined(?=[';])/g, '');

/** The compiler lists the members of a union in the order in which it met them, anywhere in the program. */
const inOrder = (message: string): string => {
  const member = /"[^"]*"|`[^`]*`|\{[^}]*\}/.source;
  return message.replaceAll(new RegExp(`(?:${member})(?: \\| (?:${member}))+`, 'g'), (union) => union.split(' | ').sort().join(' | '));
};

describe.each<[Compiler, boolean]>([
  ['typescript', true],
  ['typescript', false],
  ['typescript-5.4', true],
  ['typescript-5.4', false],
])('definePolicy under %s, exactOptionalPropertyTypes %s', (compiler, exact) => {
  const texts = wrong.map(([, from, to]) => `export const wrong = ${changed(from, to)}`);
  // All in one program, each in a namespace of its own.
  const starts: number[] = [];
  let text = imports;
  texts.forEach((one, i) => {
    starts.push(text.length);
    text += `export namespace N${i} {\n${one}}\n`;
  });
  const { complaints } = compile(text, compiler, exact);

  it.each(wrong.map((row, i) => [row[0], i] as const))('%s: one short error at its place', (_what, i) => {
    const [, , , at, code, message] = wrong[i]!;
    const own = complaints.filter(({ start }) => start >= starts[i]! && start < (starts[i + 1] ?? Infinity));
    expect(own.map((one) => [one.code, one.at, inOrder(scorersAsOne(withoutUndefined(one.message)))])).toEqual([[code, at, inOrder(message)]]);
  });

  it('every message fits three lines of a terminal', () => {
    expect(Math.max(...complaints.map(({ message }) => message.length))).toBeLessThan(300);
  });

  it('a right policy compiles, and its names reach the classifier', () => {
    const right = `${imports}const policy = ${base}
const classifier = createClassifier(policy);
const segment: 'premium' | 'plain' | 'review' = classifier.g;
export const exactly: typeof classifier.g = segment;
export const score: 'quadrant' = classifier.s;
export const fact: typeof classifier.f = 'rxShare';
export const attribute: keyof NonNullable<typeof policy.attributes> = 'level';
export const parameter: keyof NonNullable<typeof policy.parameters> = 'onTime';
export const loose: Policy = policy;
export const empty = createClassifier(definePolicy({ schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC', segments: [] }));
export const constant = definePolicy({ schema: 'clientele.policy/1', id: 'x', version: '1', currency: 'CNY', timeZone: 'UTC',
  segments: [{ id: 'a', when: { 'acme:near': [{ var: 'netSpend' }, 100] } }, { id: 'b' }], otherwise: 'b', scores: { own: { scorer: 'acme:churn', any: [1, { deep: true }] } } } as const);
`;
    expect(compile(right, compiler, exact).complaints).toEqual([]);
  });
});

describe('the cost of definePolicy for the compiler', () => {
  it('50 policies of 30 segments check in seconds', () => {
    const ten = (write: (i: number) => string): string => Array.from({ length: 10 }, (_, i) => write(i)).join(', ');
    const policy = (p: number): string => `export const p${p} = createClassifier(definePolicy({
  schema: 'clientele.policy/1', id: 'p${p}', version: '1', currency: 'CNY', timeZone: 'UTC', window: { last: 'P12M' },
  parameters: { ${ten((i) => `parameter${i}: ${i}`)} }, attributes: { ${ten((i) => `attribute${i}: { type: 'enum', values: ['a', 'b'] }`)} },
  facts: { ${ten((i) => `fact${i}: { type: 'number' }`)} }, measures: { ${ten((i) => `measure${i}: { count: { of: 'sales', where: { '==': [{ var: 'channel' }, 'c${i}'] } } }`)} },
  scores: { ${ten((i) => `score${i}: { scorer: 'value', of: 'measure${i}', cut: { fixed: [1, 2] } }`)} },
  segments: [${Array.from(
    { length: 30 },
    (_, s) => `{ id: 's${s}', label: { en: 'S' }, when: { and: [{ '>=': [{ var: 'netSpend' }, { var: 'parameters.parameter${s % 10}' }] },
    { or: [{ '==': [{ var: 'scores.score${s % 10}.band' }, 'high'] }, { '<': [{ var: 'measure${s % 10}' }, ${s}] }] }, { '!': { missing: ['fact${s % 10}'] } },
    { in: [{ var: 'customer.attributes.attribute${s % 10}' }, ['a', 'b']] }] } }`,
  ).join(',\n')}],
  ranking: [${Array.from({ length: 30 }, (_, s) => `'s${s}'`).join(', ')}], otherwise: 's0', undetermined: 's29' }));\n`;
    const text = imports + Array.from({ length: 50 }, (_, p) => policy(p)).join('');
    const before = performance.now();
    const { complaints, instantiations } = compile(text, 'typescript', true);
    const seconds = (performance.now() - before) / 1000;
    console.log(`50 policies of 30 segments: ${seconds.toFixed(1)} s, ${instantiations} instantiations`);
    expect(complaints).toEqual([]);
    // The time depends on the machine; what the compiler has to make does not.
    expect(instantiations).toBeLessThan(600_000);
    expect(seconds).toBeLessThan(60);
  });
});

describe('definePolicy', () => {
  it('gives back what it was given', () => {
    const literal = {
      schema: 'clientele.policy/1',
      id: 'x',
      version: '1',
      currency: 'CNY',
      timeZone: 'UTC',
      segments: [{ id: 'a' }],
      otherwise: 'a',
    } as const;
    expect(definePolicy(literal)).toBe(literal);
  });
});

describe.runIf(hasShared)('the dealers of a distributor', () => {
  it('compile', () => {
    const program = readFileSync(sharedFile('acceptance/quarterly-dealers.ts'), 'utf8');
    const start = program.indexOf('const policy = definePolicy(');
    const literal = program.slice(start, program.indexOf('\n});', start) + 4);
    const names =
      "const classifier = createClassifier(policy);\nexport const segment: 'key-account' | 'maintain' | 'grow' | 'watch' | 'to-review' = classifier.g;\nexport const score: 'quadrant' = classifier.s;\n";
    for (const compiler of ['typescript', 'typescript-5.4'] as const)
      expect(compile(`${imports}${literal}\n${names}`, compiler, true).complaints).toEqual([]);
  });
});

noteShared('the dealers of a distributor', 'acceptance/quarterly-dealers.ts');

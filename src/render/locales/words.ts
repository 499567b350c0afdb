import type { FindingCode } from '../../errors/finding-codes.js';
import type { documentMessages } from '../../errors/messages/document.js';
import type { lintMessages } from '../../errors/messages/lint.js';
import type { measureMessages } from '../../errors/messages/measure.js';
import type { policyMessages } from '../../errors/messages/policy.js';
import type { recordMessages } from '../../errors/messages/record.js';
import type { referenceMessages } from '../../errors/messages/reference.js';
import type { ruleMessages } from '../../errors/messages/rule.js';
import type { scorerMessages } from '../../errors/messages/scorer.js';
import type { testingMessages } from '../../errors/messages/testing.js';
import type { Severity } from '../../errors/issue.js';
import type { Text } from '../../errors/json.js';
import type { CatalogueFact } from '../../facts/catalogue.js';
import type { Generation } from '../../facts/customer-facts.js';
import type { CoveredPart } from '../../model/types.js';
import type { CustomerField } from '../../policy/types.js';
import type { ValueType } from '../../rules/types.js';
import type { ScoreReason } from '../../scorers/reason-codes.js';
import type { ContributionKind } from '../../scorers/scorer.js';
import type { Status } from '../../classify/types.js';
import type { ReasonCode } from '../../explain/reason-codes.js';
import type { ChangeWords } from './change-words.js';
import type { MoveWords } from './move-words.js';
import type { PolicyWords } from './policy-words.js';
import type { RecordWords } from './record-words.js';
import type { RuleWords } from './rule-words.js';
import type { UnitWords } from './unit-words.js';

/**
 * A language that explanations and issues can be written in.
 *
 * Import one from `clientele/locales/…` and pass it as it is; anything else is taken as English.
 *
 * @example
 * import type { Locale } from 'clientele';
 * import { zhCN } from 'clientele/locales/zh-CN';
 * const locale: Locale = zhCN;
 * locale.tag; // => 'zh-CN'
 */
export interface Locale {
  /** BCP 47 tag of the language. */
  readonly tag: string;
}

/** The code of every issue that the library makes. */
export type IssueCode = keyof (typeof documentMessages &
  typeof lintMessages &
  typeof measureMessages &
  typeof policyMessages &
  typeof recordMessages &
  typeof referenceMessages &
  typeof ruleMessages &
  typeof scorerMessages &
  typeof testingMessages);

/** Findings that are issues where a record is read strictly, and those that say which of two cases it is by a parameter that is true. */
export type FindingKey = FindingCode | 'target/missing:earlier' | 'target/missing:running' | 'fit/empty-class:axis' | 'fit/merged-classes:axis';

/** The bands of the library's own scorers. A policy may name others; they are shown as they are. */
export type OwnBand =
  | 'star' | 'cash-cow' | 'question-mark' | 'dog'
  | 'prospect' | 'too-new' | 'first-time' | 'active' | 'at-risk' | 'lapsed' | 'reactivated'
  | 'due' | 'mixed'
  | 'new' | 'potentially-loyal' | 'loyal' | 'latent-loyalty' | 'spurious-loyalty' | 'no-loyalty'
  | 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
  | 'low' | 'medium' | 'high'
  | 'champions' | 'big-spenders' | 'recent' | 'needs-attention' | 'cooling' | 'dormant' | 'win-back' | 'lost';

/** Why an entry of a record could not be read. */
export type EntryProblem =
  | 'time/not-a-date' | 'record/wrong-type' | 'record/wrong-value' | 'record/negative-amount' | 'record/negative-sale'
  | 'record/period-not-understood' | 'money/not-money' | 'money/excess-precision' | 'money/too-large' | 'money/unknown-currency';

/** The parts of an explanation, in the order in which they are written. */
export type ExplanationPart = 'because' | 'against' | 'whyNot' | 'passedOver' | 'counterfactuals' | 'validity' | 'differs' | 'overrides' | 'findings';

/**
 * Every word of a language: a locale that lacks one does not compile.
 *
 * Words are written as they stand inside of a sentence. `{name}` in a template stands for a value, filled in once.
 */
export interface LocaleWords extends Locale {
  /** The language of a policy's labels that is meant. */
  readonly text: Exclude<keyof Exclude<Text, string>, number>;
  /** The tag whose calendar words are used. */
  readonly dates: string;
  /** True where a space parts the language's own script from figures and Latin letters, and nothing parts its words. */
  readonly spacesFigures: boolean;

  readonly listSeparator: string;
  readonly comma: string;
  readonly clauseSeparator: string;
  /** Between sentences that follow each other on a line. */
  readonly sentenceGap: string;
  readonly colon: string;
  readonly quoted: string;
  readonly inBrackets: string;

  readonly facts: { readonly [F in CatalogueFact]: string };
  readonly fields: { readonly [P in `customer.${CustomerField}` | 'previous.segment' | 'asOf' | 'override']: string };
  readonly assessment: string;
  /** What a score was in the previous class. */
  readonly previousBand: string;
  readonly kinds: { readonly [K in 'person' | 'business' | 'government']: string };
  readonly generations: { readonly [G in Generation]: string };
  readonly types: { readonly [T in ValueType | 'rating']: string };
  readonly parts: { readonly [P in CoveredPart | 'targets' | 'assessments' | 'surveys' | 'costs']: string };
  readonly bands: { readonly [B in OwnBand]: string };
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  /** A condition that reads no fact. */
  readonly noFact: string;
  readonly noCustomer: string;
  /** Instead of an id and of a value that are not told. */
  readonly withheld: { readonly [W in 'customer' | 'value' | 'override']: string };
  readonly days: UnitWords;
  /** Percentage points. */
  readonly points: UnitWords;
  /** The time of day after a date. */
  readonly moment: string;

  /** A fact that another was compared with, and its value. */
  readonly comparedWith: string;

  /** A fact and its value, where nothing is compared. */
  readonly is: string;
  readonly reasons: { readonly [C in ReasonCode]: string };
  /** What a rule asks for that did not hold: by what would have to be the case. */
  readonly needs: { readonly [C in Exclude<ReasonCode, 'reason/yes' | 'reason/no' | 'reason/missing' | 'reason/holds' | 'reason/fails' | 'reason/lowers' | 'reason/changed' | 'reason/overridden' | 'reason/override-ended' | 'reason/withheld'>]: string };
  /** After a condition that holds and must not. */
  readonly mustNot: string;
  readonly distance: { readonly [D in 'short' | 'over' | 'off']: string };
  /** A fact and its value, followed by how it lies to the line. */
  readonly axis: { readonly [P in 'below' | 'at' | 'above' | 'noLine' | 'class']: string };
  /** A place: among whom, and from which end it is counted. */
  readonly rank: { readonly [P in 'place' | 'near' | 'peers' | 'samePeers' | 'highest' | 'lowest']: string } & { readonly all: UnitWords };
  readonly contribution: string;
  readonly contributions: string;
  /** After a band that the previous class had, and the facts of the day alone do not give. */
  readonly keptBand: string;
  readonly expectedPurchase: string;
  /** A line of a score that is not simply the part of a fact. */
  readonly lines: { readonly [K in ContributionKind]: string };
  /** The whole score, where a line is about it. */
  readonly total: string;
  readonly scoreReasons: { readonly [R in ScoreReason]: string };
  readonly notKnown: string;
  /** Several facts that are all known. */
  readonly allKnown: string;
  readonly more: string;

  /** The first line. */
  readonly summary: string;
  readonly policy: string;
  readonly statuses: { readonly [S in Exclude<Status, 'overridden'> | 'undeterminedMissing']: string };
  readonly override: string;
  readonly overrideUntil: string;
  readonly computed: string;
  readonly headings: { readonly [P in ExplanationPart | 'computed' | 'holding' | 'alsoHolding' | 'scores' | 'evidence' | 'omitted']: string };
  /** Of a segment whose conditions hold: why it was not given. */
  readonly noObstacle: { readonly [W in 'earlier' | 'unsure' | 'several' | 'byHand']: string };
  /** Of a segment that no rule leads to. */
  readonly hasNoRule: string;
  /** Until when the class holds, if nothing more happens. */
  readonly validity: { readonly [V in 'changes' | 'because' | 'lasts' | 'given']: string };
  /** What a customer is told: the segment's public name, and own facts. */
  readonly customer: { readonly [C in 'segment' | 'fact' | 'validity']: string };

  readonly changes: ChangeWords;
  readonly moves: MoveWords;
  readonly record: RecordWords;
  readonly rules: RuleWords;
  readonly policies: PolicyWords;
  readonly findings: { readonly [K in FindingKey]: string };
  readonly problems: { readonly [P in EntryProblem]: string };
  readonly severities: { readonly [S in Severity]: string };
  readonly root: string;
  readonly position: string;
  readonly suggestion: string;
  /** Null in the language in which issues are made: their own message is used. */
  readonly issues: { readonly [C in IssueCode]: string } | null;
  /** What issues are made with where the library puts it into words, such as `a text`; with `{places}` for values in it. */
  readonly phrases: { readonly [english: string]: string };
}

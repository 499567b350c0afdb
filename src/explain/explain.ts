import type { Engine } from '../classify/engine.js';
import { createLookAhead } from '../classify/outlook.js';
import { createRedecide } from '../classify/redecide.js';
import type { Classification } from '../classify/types.js';
import type { CustomerRecord } from '../model/types.js';
import type { PlannedRule } from '../policy/plan.js';
import type { RuleNode } from '../rules/types.js';
import { againstOf } from './against.js';
import { createAgain, requireOwn } from './again.js';
import { becauseOf } from './because.js';
import { findChanges, type Changes } from './counterfactuals/counterfactuals.js';
import { createChangeables } from './counterfactuals/means.js';
import type { Explained } from './counterfactuals/subject.js';
import { createEvidence } from './evidence.js';
import { idleOverridesOf } from './idle-overrides.js';
import { createLabels } from './labels.js';
import { pathsNamed, segmentsNamed } from './named.js';
import { alsoHoldingOf, passedOverOf, triedBefore } from './passed-over.js';
import { createNaming } from './naming.js';
import { createReasons } from './reason.js';
import { recall } from './recalled.js';
import { explainScore } from './scores.js';
import { createSlotsOf } from './slots.js';
import { readRedactions, redactExplanation } from './redact.js';
import type { Explanation, Redaction } from './types.js';
import { askedSegments, createWhyNot } from './why-not.js';
import { readHorizon, type FindValidity } from './validity.js';

const treeOf = ({ tree }: PlannedRule): RuleNode => tree;
const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** The parts of an explanation that need the record. */
type RecordParts = Pick<Explanation, 'counterfactuals' | 'noWay' | 'validity' | 'omitted'>;

/** What is explained beside the reasons. */
export interface ExplainOptions<G extends string = string> {
  /** The record that the classification was made of. Of it only what was known then counts. */
  readonly record?: CustomerRecord;
  /**
   * Whether to look for what would change the segment; true where the record is given. Asked for without it, only facts are changed and what
   * follows is decided again: no events, no days.
   */
  readonly counterfactuals?: boolean;
  /** Whether to say until when the class holds; true where the record is given, and needs it. */
  readonly validity?: boolean;
  /** Segments for which to say why the customer is not in them, beside the better ones. The one that the customer has is left out. */
  readonly whyNot?: readonly G[];
  /**
   * What is left out, in JSON as in words: `protected`, attributes and facts that the policy calls so, ages, and all that is made of them;
   * `personal`, every text that a person wrote into the record; `ids`, of the customer and of events. Nothing where absent.
   */
  readonly redact?: readonly Redaction[];
}

const NO_CHANGES: Changes = { counterfactuals: [], noWay: [] };

/** The parts for which the customer is looked at again: each in its own file. */
function recordParts(explained: Explained, isWanted: boolean, findValidity: FindValidity | undefined): RecordParts {
  const { again, result } = explained;
  const changes = isWanted ? findChanges(explained) : NO_CHANGES;
  const validity = again === undefined ? undefined : findValidity?.(again, result.segment, readHorizon());
  const omitted: string[] = [];
  if (!isWanted || again === undefined) omitted.push('counterfactuals');
  if (validity === undefined) omitted.push('validity');
  if (again === undefined) omitted.push('evidence', 'differs');
  return { ...changes, validity: validity ?? null, omitted };
}

/** Says why a customer has its segment: from the classification alone, and from the record, where it is given, what only that can tell. */
export type Explain = (result: Classification, options?: ExplainOptions) => Explanation;

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** Makes what explains the classifications of a policy. */
export function createExplain(engine: Engine, findValidity: FindValidity): Explain {
  const { plan, decide } = engine;
  const naming = createNaming(plan);
  const whyNotOf = createWhyNot(plan, naming);
  const slotsOf = createSlotsOf(plan);
  const redecide = createRedecide(engine);
  const changeables = createChangeables(engine);
  const labelsOf = createLabels(plan.policy);
  const look = createLookAhead(engine);
  return (result, { record, counterfactuals, validity: isValidityWanted = true, whyNot: whyNotNames, redact } = {}) => {
    requireOwn(engine, result);
    const redactions = readRedactions(redact);
    const asked = askedSegments(plan, whyNotNames ?? []);
    const again = (record ?? undefined) === undefined ? undefined : createAgain(engine, result, record);
    const slots = slotsOf(result);
    const { winner, segment: decided } = decide(slots);
    const recalled = again === undefined ? undefined : recall(engine, again, result);
    const evidenceOf = recalled && createEvidence(plan, slots, recalled);
    const reasonOf = createReasons(naming, slots, evidenceOf);
    const tried = triedBefore(plan, winner);

    const because = becauseOf(winner, slots, reasonOf);
    const passedOver = passedOverOf(tried, naming, slots, reasonOf);
    const alsoHolding = alsoHoldingOf(plan, tried, slots, reasonOf);
    const whyNot = whyNotOf(result.segment, asked, slots, reasonOf);

    const parts = recordParts({ engine, redecide, slotsOf, changeables, look, naming, result, slots, reasonOf, again }, counterfactuals ?? again !== undefined, isValidityWanted ? findValidity : undefined);
    const { validity } = parts;

    const trees = winner === undefined ? tried.map(treeOf) : [winner.tree, ...tried.map(treeOf)];
    const scores = unique(trees.flatMap(naming.scoresOf)).flatMap((id) => explainScore(plan, result, id, slots, reasonOf) ?? []);
    // Members that most explanations have not are set at the end: spreading objects into each other is slow.
    const why: Written<Explanation> = {
      schema: 'clientele.explanation/1',
      customerId: result.customerId,
      asOf: result.asOf,
      policy: { id: plan.policy.id, version: plan.policy.version },
      currency: plan.policy.currency,
      segment: result.segment,
      status: result.status,
      because,
      passedOver,
      alsoHolding,
      against: againstOf(winner, scores, evidenceOf),
      whyNot,
      scores,
      counterfactuals: parts.counterfactuals,
      noWay: parts.noWay,
      validity,
      omitted: parts.omitted,
      differs: recalled?.differs ?? [],
      findings: result.findings,
      idleOverrides: idleOverridesOf(result),
      labels: {},
    };
    if (result.override !== undefined) why.override = result.override;
    if (result.computed !== undefined) why.computed = result.computed;
    if (winner !== undefined && winner.segment !== decided) why.holding = winner.segment;
    why.labels = labelsOf([...pathsNamed(why, trees.flatMap(naming.pathsOf)), ...Object.keys(result.scores).map((id) => `scores.${id}.band`)], segmentsNamed(why, result));
    return redactExplanation(plan, why, redactions);
  };
}

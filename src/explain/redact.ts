// What is left out of an explanation on request: in the structure, so that neither JSON nor text has it.
import { ClassifierError } from '../errors/classifier-error.js';
import { referenceIssue } from '../errors/reference-issue.js';
import { requireList } from '../errors/refuse-argument.js';
import type { Finding } from '../errors/issue.js';
import { closestName, listNames } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';
import { isProtected, restsOn } from '../policy/protected.js';
import type { PolicyPlan } from '../policy/plan.js';
import type { FactDrivers, MovePart, MoveReason, Move } from './moves/types.js';
import type { Counterfactual, ExplainedScore, Explanation, FactChange, IdleOverride, Reason, Redaction, Validity } from './types.js';

const REDACTIONS: readonly Redaction[] = ['protected', 'personal', 'ids'];

/** Throws for a word that is none: what a program misspells must not be told. */
export function readRedactions(asked: readonly Redaction[] = []): readonly Redaction[] {
  requireList('redact', asked);
  const place = asked.findIndex((one) => !REDACTIONS.includes(one));
  if (place < 0) return REDACTIONS.filter((one) => asked.includes(one));
  // A program without types may give anything.
  const redaction: unknown = asked[place];
  const suggestion = typeof redaction === 'string' ? closestName(redaction, REDACTIONS) : undefined;
  throw new ClassifierError([referenceIssue('option/unknown-redaction', `/redact/${String(place)}`, { redaction: String(redaction), known: listNames(REDACTIONS) }, { suggestion })]);
}

/** What of a policy's explanations is not to be told. */
interface Hidden {
  readonly what: readonly Redaction[];
  readonly plan: PolicyPlan;
  /** True for a path whose value is not told. */
  readonly path: (path: string) => boolean;
  /** True where a protected figure moves by itself, such as an age: then the day of a turn would tell a birthday. */
  readonly turns: boolean;
}

function hiddenIn(plan: PolicyPlan, what: readonly Redaction[]): Hidden {
  const known = new Map<string, boolean>();
  const isPersonal = (path: string): boolean => {
    const field = plan.field(path);
    return field?.type === 'text' || (field?.type === 'list' && field.values === undefined);
  };
  const find = (path: string): boolean =>
    (what.includes('personal') && (isPersonal(path) || path === 'override')) ||
    (what.includes('ids') && path === 'customer.id') ||
    (what.includes('protected') && [...restsOn(plan, path)].some((one) => isProtected(plan, one)));
  const hides = (path: string): boolean => {
    const found = known.get(path) ?? find(path);
    known.set(path, found);
    return found;
  };
  return {
    what,
    plan,
    path: hides,
    turns: what.includes('protected') && plan.facts.some(({ id, movement }) => movement !== undefined && isProtected(plan, id)),
  };
}

const isScoreHidden = ({ path }: Hidden, score: string): boolean => path(`scores.${score}.band`);

function isReasonHidden(hidden: Hidden, { code, pointer, fact, facts = [], requiredFact }: Reason): boolean {
  // A lifted override names nobody.
  if (code === 'reason/override-ended') return false;
  // A line of a score goes by a name of its own: with the score it is hidden.
  const isOfHiddenScore = code === 'reason/lowers' && hidden.plan.scores.some(({ id }) => isScoreHidden(hidden, id) && childPointer('/scores', id) === pointer);
  return isOfHiddenScore || [fact, ...facts, ...(requiredFact === undefined ? [] : [requiredFact])].some(hidden.path);
}

/** What a reason keeps where its values are not told: that there is one, and what it is about. */
type KeptMember = 'code' | 'pointer' | 'fact' | 'facts' | 'label' | 'type' | 'actual';

/** A reason that says no more than what it is about. */
function withheld({ pointer, fact, facts, label, type }: Reason): Pick<Reason, KeptMember> {
  return { code: 'reason/withheld', pointer, fact, type, actual: null, ...(facts === undefined ? {} : { facts }), ...(label === undefined ? {} : { label }) };
}

/**
 * The members of a reason that may be told with its values: always, or where nothing of a kind is left out. One that is added to reasons does
 * not compile before it is decided about.
 */
const TOLD: { readonly [M in keyof Required<MoveReason>]: true | Redaction } = {
  code: true, pointer: true, fact: true, facts: true, label: true, type: true, actual: true, required: true, requiredFact: true, comparator: true, distance: true, unit: true, because: true,
  before: true, requiredBefore: true, evidence: 'ids', evidenceParts: 'ids', evidenceMore: 'ids',
};

function isTold({ what }: Hidden, member: string): boolean {
  const kind = Object.hasOwn(TOLD, member) ? TOLD[member as keyof typeof TOLD] : undefined;
  return kind === true || (kind !== undefined && !what.includes(kind));
}

function redactReason<R extends Reason>(hidden: Hidden, reason: R): R {
  if (isReasonHidden(hidden, reason)) return withheld(reason) as R;
  const told = Object.fromEntries(Object.entries(reason).filter(([member]) => isTold(hidden, member))) as R;
  return reason.because === undefined ? told : { ...told, because: reason.because.map((each) => redactReason(hidden, each)) };
}

/** A score whose axes and reasons tell nothing that is hidden. */
function redactScore(hidden: Hidden, { axes, peers, because, ...score }: ExplainedScore): ExplainedScore {
  return {
    ...score,
    ...(peers === undefined ? {} : { peers: hidden.path(peers.by) ? { ...peers, value: null } : peers }),
    ...(axes === undefined ? {} : { axes: axes.filter(({ input }) => !hidden.path(input)) }),
    ...(because === undefined ? {} : { because: because.map((reason) => redactReason(hidden, reason)) }),
  };
}

/** What a change does, without the names of invoices. */
function redactChange({ what }: Hidden, change: FactChange): FactChange {
  const { invoices: _invoices, ...action } = change.action;
  return what.includes('ids') ? { ...change, action } : change;
}

function redactChanges(hidden: Hidden, counterfactuals: readonly Counterfactual[]): readonly Counterfactual[] {
  const isTold = ({ changes }: Counterfactual): boolean =>
    changes.every(({ fact, action }) => !hidden.path(fact) && !(hidden.turns && action['type'] === 'wait'));
  return counterfactuals.filter(isTold).map((one) => ({ ...one, changes: one.changes.map((change) => redactChange(hidden, change)) }));
}

function redactValidity(hidden: Hidden, validity: Validity | null): Validity | null {
  if (validity === null || hidden.turns) return null;
  const { because } = validity;
  return because === undefined ? validity : { ...validity, because: redactReason(hidden, because) };
}

/** True for a segment that the policy itself names. */
const isSegmentOf = ({ policy }: PolicyPlan, segment: unknown): boolean => policy.segments.some(({ id }) => id === segment);

/** An override that is not in force, without who set it and why. */
function redactIdle({ what, plan }: Hidden, override: IdleOverride): IdleOverride {
  return what.includes('personal') ? { ...override, segment: isSegmentOf(plan, override.segment) ? override.segment : '', actor: '', reason: '' } : override;
}

/** Parameters of findings that a record gave as text. */
const WRITTEN: { readonly [name: string]: Redaction } = { segment: 'personal', band: 'personal', policy: 'personal', currency: 'personal', id: 'ids', invoice: 'ids' };
/** Elsewhere a reason is a code. */
const WRITTEN_OF_OVERRIDES: typeof WRITTEN = { ...WRITTEN, actor: 'personal', reason: 'personal' };

/** A finding with what the record says made null; segments of the policy stay. */
function redactFinding({ what, plan }: Hidden, finding: Finding): Finding {
  const written = finding.code.startsWith('override/') ? WRITTEN_OF_OVERRIDES : WRITTEN;
  const isHidden = (name: string, value: unknown): boolean => {
    const kind = Object.hasOwn(written, name) ? written[name] : undefined;
    return kind !== undefined && what.includes(kind) && !(name === 'segment' && isSegmentOf(plan, value));
  };
  return { ...finding, params: Object.fromEntries(Object.entries(finding.params).map(([name, value]) => [name, isHidden(name, value) ? null : value])) };
}

/** An explanation without what is not to be told. */
export function redactExplanation(plan: PolicyPlan, why: Explanation, what: readonly Redaction[]): Explanation {
  if (what.length === 0) return why;
  const hidden = hiddenIn(plan, what);
  const reasons = (list: readonly Reason[]): readonly Reason[] => list.map((reason) => redactReason(hidden, reason));
  const { override } = why;
  const validity = redactValidity(hidden, why.validity);
  const isValidityLost = validity === null && !why.omitted.includes('validity');
  return {
    ...why,
    customerId: what.includes('ids') ? '' : why.customerId,
    because: reasons(why.because),
    passedOver: why.passedOver.map((one) => ({ ...one, reasons: reasons(one.reasons) })),
    alsoHolding: why.alsoHolding.map((one) => ({ ...one, reasons: reasons(one.reasons) })),
    against: reasons(why.against),
    whyNot: why.whyNot.map((one) => ({ ...one, failed: reasons(one.failed) })),
    scores: why.scores.filter(({ id }) => !isScoreHidden(hidden, id)).map((score) => redactScore(hidden, score)),
    counterfactuals: redactChanges(hidden, why.counterfactuals),
    noWay: why.noWay.map(({ segment, obstacle }) => ({ segment, ...(obstacle === undefined ? {} : { obstacle: redactReason(hidden, obstacle) }) })),
    validity,
    omitted: isValidityLost ? [...why.omitted, 'validity'] : why.omitted,
    differs: why.differs.filter(({ fact }) => !hidden.path(fact)),
    idleOverrides: why.idleOverrides.map((one) => redactIdle(hidden, one)),
    findings: why.findings.map((finding) => redactFinding(hidden, finding)),
    ...(override === undefined || !what.includes('personal') ? {} : { override: { ...override, actor: '', reason: '' } }),
    redacted: what,
  };
}

/** A move without what is not to be told; `plans` are those of both policies, as far as they are known. */
export function redactMove(plans: readonly PolicyPlan[], move: Move, what: readonly Redaction[]): Move {
  if (what.length === 0) return move;
  const hidden = plans.map((plan) => hiddenIn(plan, what));
  const redactPart = (part: MovePart): MovePart => ({ ...part, reasons: hidden.reduce((reasons, each) => reasons.map((reason) => redactReason(each, reason)), part.reasons) });
  const isTold = ({ fact, by }: FactDrivers): boolean => [fact, ...by.map((driver) => driver.fact)].every((path) => !hidden.some((each) => each.path(path)));
  return { ...move, customerId: what.includes('ids') ? '' : move.customerId, parts: move.parts.map(redactPart), drivers: move.drivers.filter(isTold), redacted: what };
}

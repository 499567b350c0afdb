/**
 * Classify customers by rules you can read, and say why: policies, records, the classifier, explanations.
 *
 * @module clientele
 */

export { ClassifierError } from './errors/classifier-error.js';
export type { Finding, Fix, Issue, Result, Severity } from './errors/issue.js';
export type { Json, Text } from './errors/json.js';
export type { Limits } from './internal/limits.js';

export { groupRecords, type GroupedRecords, type Orphans } from './model/group-records.js';
export { mergeRecords, type MergedRecord } from './model/merge-records.js';
export { parseRecord, safeParseRecord } from './model/parse-record.js';
export { rollUp, type RolledUp } from './model/roll-up.js';
export type {
  Assessment,
  Cost,
  CoveredPart,
  Coverage,
  Customer,
  CustomerRecord,
  DayPeriod,
  FactValue,
  FlatTables,
  Interaction,
  Invoice,
  Money,
  Opportunity,
  Override,
  Payment,
  Previous,
  ReadOptions,
  Region,
  Row,
  Size,
  Survey,
  Target,
  Transaction,
  TransactionLine,
  When,
} from './model/types.js';

export { defineOperator, type Operator, type OperatorSpec } from './rules/define-operator.js';
export type { OperatorPhrase, PathPhrase, Phrase, ValuePhrase } from './rules/describe.js';
export type { EditorField as Field } from './rules/editor-field.js';
export type { ValueType } from './rules/types.js';
export type { CatalogueFact } from './facts/catalogue.js';

export { defineScorer, type ScorerDefinition } from './scorers/define-scorer.js';
export type { Monotone } from './scorers/monotone.js';
export { SCORE_REASONS, type ScoreReason } from './scorers/reason-codes.js';
export type { Axis, Contribution, ContributionKind, Score, ScoreColumns, ScoreCondition, ScoreInputs, Scorer, ScoreResult } from './scorers/scorer.js';
export type { AbcSpec } from './scorers/abc.js';
export type { BandsSpec } from './scorers/bands.js';
export type { BostonQuadrantSpec } from './scorers/boston-quadrant.js';
export type { BuiltInScoreSpec, BuiltInScorerId } from './scorers/built-in.js';
export type { Classes, Cut, QuantileCut, QuantileMode, QuantileType, Ties } from './scorers/cuts/types.js';
export type { MarkBy } from './scorers/card/marks.js';
export type { ConditionItemSpec, CountedItemSpec, GateSpec, MarkedItemSpec, MissingItem, MissingPoints } from './scorers/card/types.js';
export type { CategoryClass, CategorySpec } from './scorers/category.js';
export type { CompositePartSpec, CompositeSpec } from './scorers/composite.js';
export type { EngagementGroupSpec, EngagementSpec } from './scorers/engagement.js';
export type { FrequencySpec } from './scorers/frequency.js';
export type { LapseMode, LapseSpec } from './scorers/lapse/options.js';
export type { LifecycleStageSpec } from './scorers/lifecycle-stage.js';
export type { StageMode, StageSpec } from './scorers/stages.js';
export type { LoyaltySpec } from './scorers/loyalty.js';
export type { AttitudeLoyaltySpec } from './scorers/loyalty/attitude.js';
export type { CompositeLoyaltySpec } from './scorers/loyalty/composite.js';
export type { LadderLoyaltySpec, LadderStageSpec } from './scorers/loyalty/ladder.js';
export type { PurchasesLoyaltySpec } from './scorers/loyalty/purchases.js';
export type { ShareOfWalletLoyaltySpec, WalletAllocationLoyaltySpec } from './scorers/loyalty/wallet.js';
export type { MatrixSpec } from './scorers/matrix.js';
export type { MatrixAxisSpec } from './scorers/read-axis.js';
export type { NeedOption, NeedSpec } from './scorers/need.js';
export type { PaymentMode, PaymentTimelinessSpec } from './scorers/payment-timeliness.js';
export type { PeersSpec } from './scorers/peers.js';
export type { RfmAxisSpec, RfmRange, RfmRow, RfmSpec } from './scorers/rfm/types.js';
export type { RecencySpec } from './scorers/recency.js';
export type { ScorecardGroupSpec, ScorecardSpec } from './scorers/scorecard.js';
export type { TaxonomyNode } from './scorers/taxonomy.js';
export type { PotentialSpec, ValueSpec } from './scorers/value.js';

export { attachRate, type LinePath } from './policy/attach-rate.js';
export { definePolicy, type PolicyLiteral } from './policy/define-policy.js';
export { hashPolicy } from './policy/hash-policy.js';
export { parsePolicy, safeParsePolicy, type PolicyOptions } from './policy/parse-policy.js';
export { policyFrom, type PolicyChange } from './policy/policy-from.js';
export type { Action, CustomerField, Declared, Goal, HitPolicy, Month, Path, Policy, PolicyHead, Segment, SegmentRule } from './policy/types.js';
export type {
  ChangeOptions,
  CountOptions,
  Decay,
  EdgeOptions,
  EventFigure,
  EventGap,
  EventOptions,
  EventPath,
  EventSource,
  EventWord,
  FigureOptions,
  Measure,
  PeriodName,
  PeriodOptions,
  RatioOptions,
  ShareOptions,
  SumOptions,
  TrendOptions,
  WordOptions,
} from './policy/measure.js';
export type { Alone, BuiltInOperator, ListOperand, Literal, LiteralList, Operand, Rule, RuleObject, Variable } from './policy/rule.js';
export type { Described, PlugInScoreSpec, ScoreSpec, ScorerOptions } from './policy/score-spec.js';
export type { Period, Window, WindowForm, WindowOptions } from './policy/window.js';

export { parseCalibration, parseClassification } from './classify/read-results.js';
export type { AccumulatorOptions, FactsAccumulator } from './classify/accumulator.js';
export type { KeptPart } from './facts/accumulate-plan.js';
export type { ExchangeRate } from './classify/read-rates.js';
export type { Requirements } from './classify/requirements.js';
export type { PartName } from './facts/reading.js';
export type { PartRequirement } from './facts/requirements.js';
export type { AsOf, Calibration, Classification, Status } from './classify/types.js';
export type { ExplainAllOptions } from './classifier/explain-each.js';
export type { LastingClassification, ValidityOptions } from './classifier/classify-each.js';
export type { ScoredCustomer } from './classifier/score-customer.js';
export { createClassifier } from './classifier/create-classifier.js';
export type { Classifier, ClassifierOptions, ClassifyAllOptions, MoveOptions } from './classifier/create-classifier.js';

export { movesBetween, type ClassResults, type MoveEvent } from './explain/moves/moves-between.js';
export type { Driver, FactDrivers, Move, MoveCause, MovePart, MoveReason } from './explain/moves/types.js';
export { REASON_CODES, type ReasonCode } from './explain/reason-codes.js';
export type { Actionable, Direction } from './facts/actionable.js';
export type { ExplainOptions } from './explain/explain.js';
export type { Assumption, Counterfactual, Difference, ExplainedScore, Explanation, FactChange, IdleOverride, NoWay, Reason, Redaction, Validity, ValidityAssumption, WhyNot } from './explain/types.js';

export { formatExplanation, type FormatOptions } from './render/format-explanation.js';
export { formatMove } from './render/format-move.js';
export { formatRule, type FormatRuleOptions } from './render/format-rule.js';
export { formatIssue } from './render/format-issue.js';
export type { ExplanationPart, Locale } from './render/locales/words.js';

import { classifyOne } from '../classify/classify.js';
import type { Engine } from '../classify/engine.js';
import { parseClassification } from '../classify/read-results.js';
import type { AsOf, Classification } from '../classify/types.js';
import { ClassifierError } from '../errors/classifier-error.js';
import type { Explain, ExplainOptions } from '../explain/explain.js';
import { readRedactions } from '../explain/redact.js';
import type { Explanation } from '../explain/types.js';
import { askedSegments } from '../explain/why-not.js';
import type { AsOfMoment } from '../facts/as-of.js';

/** What many customers are explained with. */
export interface ExplainAllOptions<G extends string = string> extends AsOf, Omit<ExplainOptions<G>, 'record'> {
  /** Called after each record with the number done so far. */
  readonly onProgress?: (done: number) => void;
}

/** Explains a classification. What cannot be explained is read strictly, so that the program is told what is wrong with it. */
export function explainResult({ plan }: Engine, explain: Explain, result: Classification, options: ExplainOptions | undefined): Explanation {
  try {
    return explain(result, options);
  } catch (error) {
    if (!ClassifierError.is(error)) parseClassification(result, plan.policy);
    throw error;
  }
}

/** Makes what classifies and explains each of many records. */
export function explainEach(engine: Engine, explain: Explain, asOf: AsOfMoment, options: Omit<ExplainOptions, 'record'>): (record: unknown) => Explanation {
  // What would stop them all is told before the first.
  askedSegments(engine.plan, options.whyNot ?? []);
  readRedactions(options.redact);
  return (record) => {
    const result = classifyOne(engine, record, asOf);
    // A record of nobody cannot be looked at again.
    return result.customerId === '' ? explain(result, options) : explain(result, { ...options, record: record as NonNullable<ExplainOptions['record']> });
  };
}

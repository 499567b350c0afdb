// The values of a population, kept by the slots that scores read.
import { publicValue } from '../facts/values.js';
import { majorOf } from '../internal/money.js';
import type { FactValue } from '../model/types.js';
import { NUMERIC_TYPES, type Field, type RuleValue } from '../rules/types.js';

/** The values of one slot in the order of the customers. */
export interface Column {
  readonly push: (value: RuleValue | undefined) => void;
  readonly at: (index: number) => RuleValue | undefined;
  /** The values as scorers read them: money in major units. */
  readonly asScored: (field: Field) => readonly FactValue[] | Float64Array;
}

const FIRST_SIZE = 1_024;

/** Numbers in one block of memory, which grows by doubling. */
function numberColumn(): Column {
  let block = new Float64Array(FIRST_SIZE);
  let length = 0;
  return {
    push: (value) => {
      if (length === block.length) {
        const larger = new Float64Array(2 * length);
        larger.set(block);
        block = larger;
      }
      block[length] = typeof value === 'number' ? value : Number.NaN;
      length += 1;
    },
    at: (index) => {
      const value = index < length ? block[index] : undefined;
      return value === undefined || Number.isNaN(value) ? undefined : value;
    },
    asScored: (field) => {
      const values = block.subarray(0, length);
      if (field.type !== 'money') return values;
      const amounts = new Float64Array(length);
      for (let i = 0; i < length; i += 1) {
        const value = values[i] ?? Number.NaN;
        amounts[i] = Number.isNaN(value) ? Number.NaN : majorOf(value, field.exponent ?? 2);
      }
      return amounts;
    },
  };
}

function plainColumn(): Column {
  const values: (RuleValue | undefined)[] = [];
  return {
    push: (value) => void values.push(value),
    at: (index) => values[index],
    asScored: (field) => values.map((value) => publicValue(value, field)),
  };
}

/** An empty column for values of a type. */
export function createColumn(field: Field | undefined): Column {
  return field !== undefined && NUMERIC_TYPES.includes(field.type) ? numberColumn() : plainColumn();
}

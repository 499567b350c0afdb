import { collect, issueMaker, type Issue } from '../errors/issue.js';
import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { measureMessages } from '../errors/messages/measure.js';
import { closestName } from '../internal/closest.js';
import { childPointer } from '../internal/pointer.js';

export const measureIssue = issueMaker(measureMessages);

/** The options of a take as an object that has no others than those named. */
export function readOptions(options: Json, take: string, known: readonly string[], pointer: string, issues: Issue[]): JsonObject | undefined {
  const list = known.map((name) => `\`${name}\``).join(', ');
  if (!isJsonObject(options)) {
    collect(issues, () => measureIssue('measure/wrong-value', pointer, { name: take, value: JSON.stringify(options), expected: `{ ${list} }` }));
    return undefined;
  }
  for (const option of Object.keys(options)) {
    if (known.includes(option)) continue;
    collect(issues, () => measureIssue('measure/unknown-option', childPointer(pointer, option), { option, take, known: list }, { suggestion: closestName(option, known) }));
  }
  return options;
}

/** Reports a value that an option cannot have. */
export function wrongOption(name: string, value: Json, expected: string, pointer: string, issues: Issue[]): undefined {
  collect(issues, () => measureIssue('measure/wrong-value', childPointer(pointer, name), { name, value: JSON.stringify(value), expected }));
}

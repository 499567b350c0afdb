import { elements, member, members, readNumber, readObject, readOptional, readText, refuse, refuseType, type Place } from './read-place.js';

const STATUSES = ['matched', 'otherwise', 'ambiguous', 'undetermined', 'overridden'];

/** Refuses what is not a classification in each of its members; `segments` are the names that a segment may have. */
export function checkClassification(root: Place, segments: ReadonlySet<string>): void {
  const checkSegment = (place: Place): void => {
    const segment = readText(place);
    if (!segments.has(segment)) refuse(place, `the policy has no segment \`${segment}\``);
  };
  for (const name of ['customerId', 'asOf']) readText(member(root, name));
  readOptional(root, 'calibration', (calibration) => {
    for (const name of ['asOf', 'hash']) readText(member(calibration, name));
  });
  checkOutcome(root, checkSegment);
  const rule = member(root, 'rule');
  if (rule.value !== null && typeof rule.value !== 'string') refuseType(rule, 'a text or null');
  for (const name of ['matched', 'undecided']) elements(member(root, name), 'a list of texts').forEach(checkSegment);
  for (const name of ['facts', 'fields']) members(member(root, name)).forEach(checkFact);
  members(member(root, 'scores')).forEach(checkScore);
  elements(member(root, 'findings')).forEach(checkFinding);
  readOptional(root, 'override', (override) => {
    checkSegment(member(override, 'segment'));
    for (const name of ['actor', 'reason']) readText(member(override, name));
    for (const name of ['from', 'until']) readOptional(override, name, readText);
  });
  readOptional(root, 'computed', (computed) => checkOutcome(computed, checkSegment));
}

function checkOutcome(owner: Place, checkSegment: (place: Place) => void): void {
  checkSegment(member(owner, 'segment'));
  const status = member(owner, 'status');
  if (!STATUSES.includes(readText(status))) refuse(status, `\`status\` must be one of ${STATUSES.join(', ')}`);
}

function checkFact(place: Place): void {
  const { value } = place;
  if (value === null || typeof value !== 'object') return;
  for (const element of elements(place, 'a number, a text, true or false, null, or a list of numbers and texts')) {
    if (typeof element.value !== 'string' && typeof element.value !== 'number') refuseType(element, 'a number or a text');
  }
}

function checkNumberOrNull(place: Place): void {
  if (place.value !== null && typeof place.value !== 'number') refuseType(place, 'a number or null');
}

function checkScore(score: Place): void {
  checkNumberOrNull(member(score, 'value'));
  const band = member(score, 'band');
  if (band.value !== null && typeof band.value !== 'string') refuseType(band, 'a text or null');
  for (const name of ['code', 'reason']) readOptional(score, name, readText);
  readOptional(score, 'contributions', (contributions) => {
    for (const contribution of elements(contributions)) {
      readText(member(contribution, 'id'));
      readNumber(member(contribution, 'points'));
      readOptional(contribution, 'kind', readText);
    }
  });
  readOptional(score, 'kept', (kept) => {
    if (kept.value !== true) refuseType(kept, 'true');
  });
  readOptional(score, 'expected', (expected) => void readText(member(expected, 'date')));
  readOptional(score, 'axes', (axes) => elements(axes).forEach(checkAxis));
}

function checkAxis(axis: Place): void {
  for (const name of ['id', 'input']) readText(member(axis, name));
  readNumber(member(axis, 'value'));
  for (const name of ['line', 'distance']) checkNumberOrNull(member(axis, name));
  const above = member(axis, 'above');
  if (typeof above.value !== 'boolean') refuseType(above, 'true or false');
  for (const name of ['rank', 'of', 'class', 'classes']) readOptional(axis, name, readNumber);
  readOptional(axis, 'better', (better) => {
    if (better.value !== 'lower') refuseType(better, '`lower`');
  });
}

function checkFinding(finding: Place): void {
  readText(member(finding, 'code'));
  readObject(member(finding, 'params'));
  for (const name of ['fact', 'pointer']) readOptional(finding, name, readText);
}

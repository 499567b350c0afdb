import { noScore } from './inputs.js';
import { CONTRIBUTION_KINDS, type Axis, type Contribution, type Score, type ScoreResult } from './scorer.js';

interface Fields {
  readonly [name: string]: unknown;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function contributionFrom({ id, points, kind }: Fields): readonly Contribution[] {
  if (typeof id !== 'string' || !isFiniteNumber(points)) return [];
  const known = CONTRIBUTION_KINDS.find((each) => each === kind);
  if (known === undefined) return kind === undefined ? [{ id, points: points + 0 }] : [];
  return [{ id, points: points + 0, kind: known }];
}

/** Contributions copied, if they are well formed and sum to the value from left to right; else null. */
function contributionsOf(json: unknown, value: number): readonly Contribution[] | null {
  if (!Array.isArray(json)) return null;
  const entries: readonly unknown[] = json;
  const contributions = entries.filter(isFields).flatMap(contributionFrom);
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return contributions.length === entries.length && sum === value ? contributions : null;
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || isFiniteNumber(value);
}

function axisFrom({ id, input, value, line, distance, above, better, rank, of, class: own, classes, band }: Fields): readonly Axis[] {
  if (typeof id !== 'string' || typeof input !== 'string' || !isFiniteNumber(value) || typeof above !== 'boolean') return [];
  if (!isNumberOrNull(line) || !isNumberOrNull(distance)) return [];
  const place = isFiniteNumber(rank) && isFiniteNumber(of) ? { rank, of } : {};
  const numbered = isFiniteNumber(own) && isFiniteNumber(classes) ? { class: own, classes } : {};
  return [{ id, input, value, ...(typeof band === 'string' ? { band } : {}), line, distance, above, ...(better === 'lower' ? { better } : {}), ...place, ...numbered }];
}

function axesOf(json: unknown): readonly Axis[] | null {
  if (!Array.isArray(json)) return null;
  const entries: readonly unknown[] = json;
  const axes = entries.filter(isFields).flatMap(axisFrom);
  return axes.length === entries.length ? axes : null;
}

/** A plug-in's score as a plain copy, or no score where it does not keep the contract. */
export function checkedScore(score: unknown, result: ScoreResult, bands: readonly string[]): Score {
  const bad = noScore('score/bad-result');
  if (!isFields(score)) return bad;
  const { value, band, code, contributions, axes, reason } = score;
  if (!isNumberOrNull(value) || (value !== null && result !== 'numeric')) return bad;
  if (band !== null && (typeof band !== 'string' || !bands.includes(band))) return bad;
  if (reason !== undefined && typeof reason !== 'string') return bad;
  if (code !== undefined && typeof code !== 'string') return bad;
  const parts = contributions === undefined || value === null ? undefined : contributionsOf(contributions, value);
  const sides = axes === undefined ? undefined : axesOf(axes);
  if (parts === null || sides === null) return bad;
  const why = reason ?? (value === null && band === null ? 'score/too-little-data' : undefined);
  return {
    value: value === null ? null : value + 0,
    band,
    ...(code === undefined ? {} : { code }),
    ...(parts === undefined ? {} : { contributions: parts }),
    ...(sides === undefined ? {} : { axes: sides }),
    ...(why === undefined ? {} : { reason: why }),
  };
}

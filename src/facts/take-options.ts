import type { Issue } from '../errors/issue.js';
import { isJsonObject, type Json, type JsonObject } from '../errors/json.js';
import { PERIOD_UNITS, type PeriodUnit } from '../internal/periods.js';
import { readOptions, wrongOption } from './options.js';
import type { Decay, EventTake, EventTakeDefinition, TakeOptions } from './takes.js';

/** Units of which a trend is made: their number in a window is known before any event is. */
const WHOLE_MONTHS: readonly PeriodUnit[] = ['month', 'quarter', 'year'];
const LONGEST_DAYS = 36_500;
const PERIODS = { least: 2, standard: 6, most: 120 } as const;

const isWhole = (value: Json | undefined, least: number, most: number): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function readUnit(value: Json, id: EventTake, { isOfPeriods }: EventTakeDefinition, pointer: string, issues: Issue[]): PeriodUnit | undefined {
  const units = isOfPeriods === true ? WHOLE_MONTHS : PERIOD_UNITS;
  return units.find((unit) => unit === value) ?? wrongOption('per', value, `${units.map((unit) => `\`${unit}\``).join(', ')} with \`${id}\``, pointer, issues);
}

/** Reads how events lose weight: by halves, or evenly until nothing is left. */
function readDecay(value: Json, pointer: string, issues: Issue[]): Decay | undefined {
  const expected = '{"halfLifeDays": 30} or {"linearDays": 90}';
  const options = isJsonObject(value) ? readOptions(value, 'decay', ['halfLifeDays', 'linearDays'], `${pointer}/decay`, issues) : undefined;
  if (options === undefined) return wrongOption('decay', value, expected, pointer, issues);
  const { halfLifeDays, linearDays } = options;
  if (linearDays === undefined && isWhole(halfLifeDays, 1, LONGEST_DAYS)) return { halfLifeDays };
  if (halfLifeDays === undefined && isWhole(linearDays, 1, LONGEST_DAYS)) return { linearDays };
  return wrongOption('decay', value, `${expected}, in whole days`, pointer, issues);
}

/** The options of a take beside what it is of; undefined, with issues, where one is wrong. */
export function readTakeOptions(options: JsonObject, id: EventTake, take: EventTakeDefinition, pointer: string, issues: Issue[]): TakeOptions | undefined {
  const { per: unit = 'month', periods = PERIODS.standard, decay: fading } = options;
  const per = readUnit(unit, id, take, pointer, issues);
  const count = isWhole(periods, PERIODS.least, PERIODS.most) ? periods : wrongOption('periods', periods, `${PERIODS.least} to ${PERIODS.most} periods`, pointer, issues);
  const decay = fading === undefined ? undefined : readDecay(fading, pointer, issues);
  if (per === undefined || count === undefined || (fading !== undefined && decay === undefined)) return undefined;
  return { per, periods: count, decay };
}

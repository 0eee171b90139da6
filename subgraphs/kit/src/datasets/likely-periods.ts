import { monthIdOf } from '../files/months.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { placeOnGrid } from '../statistics/period-kinds.ts';
import { PeriodError } from '../statistics/periods.ts';

/** Two years of which the second follows the first: `2023/24`, `2023-24`, `2023–2024`, `2023 to 2024`. */
const twoYears = /^(?:fy|ay)?\s*(\d{4})\s*(?:[-/–]|to)\s*(?:\d\d)?(\d\d)$/i;
/** A quarter of a calendar year: `Q1 2023`, `2023 Q1`, `2023Q1`. */
const quarter = /^(?:q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*q([1-4]))$/i;

/**
 * Periods of an indicator that a text may have meant: `2024-05` of `May 2024`, `FY2023-24` of `2023/24`. They are for a person to choose from, and
 * nothing is read by them. Empty where nothing is near. Never throws.
 */
export function likelyPeriods(indicator: IndicatorDefinition, text: string): readonly string[] {
  return [...new Set(spellingsOf(text.trim()))].filter((id) => isOf(indicator, id));
}

function spellingsOf(text: string): readonly string[] {
  const [, begins = '', ends = ''] = twoYears.exec(text) ?? [];
  const follows = begins !== '' && (Number(begins) + 1) % 100 === Number(ends);
  const [, quarterBefore, yearBehind, yearBefore, quarterBehind] = quarter.exec(text) ?? [];
  const month = monthIdOf(text.replaceAll('–', '-')) ?? monthIdOf(text.replace(/-(\d)$/, '-0$1'));
  return [
    ...(follows ? [`FY${begins}-${ends}`, `AY${begins}-${ends}`] : []),
    `${yearBehind ?? yearBefore ?? ''}-Q${quarterBefore ?? quarterBehind ?? ''}`,
    ...(month === null ? [] : [month]),
    `CY${text}`,
    `S${text}`,
  ];
}

function isOf(indicator: IndicatorDefinition, id: string): boolean {
  try {
    placeOnGrid(indicator, id);
    return true;
  } catch (problem) {
    if (problem instanceof PeriodError) return false;
    throw problem;
  }
}

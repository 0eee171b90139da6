import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { wardsOf2022 } from '@boroughgraph/kit/geography/area-wards.ts';
import { areas } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { possibleValuesOf } from '@boroughgraph/kit/inside/statistics/possible-values.ts';

/** The cells of a row of the tidy format by their headings. */
export type TidyCells = Readonly<Record<string, string>>;

/** A file of the tidy format with these rows; a cell that a row lacks is blank. Never throws. */
export function tidyFile(...rows: readonly TidyCells[]): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((line) => `${line.map(quoted).join(',')}\n`)
    .join('');
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The indicators of a dataset for which a row may be loaded. Never throws. */
export function storedIndicators({ indicators }: DatasetDefinition): readonly IndicatorDefinition[] {
  return indicators.filter(({ isComputed }) => isComputed !== true);
}

/** A row that every reader of the tidy format must take: a possible value of an indicator at a place where it is measured. */
export function possibleRow(indicator: IndicatorDefinition): TidyCells {
  const { low } = possibleValuesOf(indicator);
  return {
    indicator: indicator.id,
    ...placeOf(indicator),
    period: somePeriod(indicator),
    value: String(Math.max(low, 1)),
  };
}

/** A year of which any file may be. */
const someYear = 2015;

function somePeriod({ grid }: IndicatorDefinition): string {
  let ordinal = 0;
  let step = 2 ** 15;
  for (; step >= 1; step /= 2) if (Number.parseInt(periodAt(grid, ordinal + step).start) <= someYear) ordinal += step;
  return periodAt(grid, ordinal).id;
}

function placeOf({ areaTypes, siteKind, notMeasuredIn = {}, measuredTogether = [] }: IndicatorDefinition): TidyCells {
  const together = new Set(
    areas.filter(({ code }) => measuredTogether.includes(code)).flatMap(({ members }) => members),
  );
  const isMeasured = ({ code }: { readonly code: string }) => notMeasuredIn[code] === undefined && !together.has(code);
  const area = areas.find((candidate) => areaTypes.includes(candidate.type) && isMeasured(candidate));
  if (area !== undefined) return { area: area.code };
  if (areaTypes.includes('WARD')) return { area: wardsOf2022('E09000003')[0] ?? '' };
  const site = `some-${siteKind ?? 'site'}`;
  return { site: siteKind === 'court' ? `court:${site}` : site, area: '' };
}

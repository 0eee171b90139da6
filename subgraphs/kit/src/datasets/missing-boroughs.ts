import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { boroughs } from '../geography/areas.ts';
import { periodAt } from '../statistics/periods.ts';
import type { ReleaseDraft } from './release-draft.ts';

/**
 * Notices, when every row is read, the boroughs that have no row in a period for which others have one. It is for a publisher
 * that gives every borough a row and writes a marker where it has no figure: what is missing then was cut off or filtered.
 *
 * Says nothing when rows were rejected, which are missing anyway. Never throws.
 */
export function noticeMissingBoroughs(draft: ReleaseDraft, indicator: IndicatorDefinition): void {
  draft.atEnd((isWhole) => {
    if (!isWhole) return;
    for (const [names, periods] of missingIn(draft, indicator))
      draft.notice(`no row for ${names} in ${periods.join(', ')}: is the file complete?`);
  });
}

/** Periods by the names of the boroughs that lack a row in them. */
function missingIn(draft: ReleaseDraft, indicator: IndicatorDefinition): ReadonlyMap<string, readonly string[]> {
  const totals = [...draft.series.values()].filter(
    (series) => series.indicator === indicator && series.dimensionKey === '',
  );
  const byPlace = new Map(totals.map(({ place, readings }) => [place, readings]));
  const periods = new Map<string, string[]>();
  for (const ordinal of [...(draft.covered.get(indicator) ?? [])].sort((a, b) => a - b)) {
    const missing = boroughs.filter(({ code }) => byPlace.get(code)?.has(ordinal) !== true);
    const names = missing.map(({ name }) => name).join(', ');
    if (names !== '') periods.set(names, [...(periods.get(names) ?? []), periodAt(indicator.grid, ordinal).id]);
  }
  return periods;
}

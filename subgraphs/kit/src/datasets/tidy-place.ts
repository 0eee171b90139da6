import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaNamed } from '../geography/area-names.ts';
import { areaByCode } from '../geography/areas.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { siteFact } from '../store/site.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from '../files/row.ts';
import { tidyAreaOf } from './tidy-area.ts';

/**
 * The place that a row of the tidy format is about: the code of an area, or the id of a site, which becomes a fact of the release.
 *
 * @throws {RowProblem} when it names no place on which the indicator is measured, or names it twice and differently.
 */
export function tidyPlaceOf(row: Row, indicator: IndicatorDefinition, draft: ReleaseDraft): string {
  return row.text('site') === '' ? areaOf(row, indicator) : siteOf(row, indicator, draft);
}

function areaOf(row: Row, indicator: IndicatorDefinition): string {
  if (row.text('siteName') !== '') row.refuse('siteName', 'nothing, because no site stands beside it');
  return tidyAreaOf(row, indicator);
}

/** The kinds of area in which a site may be said to lie. */
const areasOfSites: readonly AreaType[] = ['REGION', 'BOROUGH'];

function siteOf(row: Row, { id: indicator, siteKind }: IndicatorDefinition, draft: ReleaseDraft): string {
  if (siteKind === undefined) return row.reject('site', `nothing: ${indicator} is measured on areas`);
  const id = row.text('site');
  const within = row.text('area') === '' ? null : row.area('area', areasOfSites).code;
  requireNameOf(row, within);
  draft.state(siteFact({ id, name: row.text('siteName') || id, kind: siteKind, within }));
  return id;
}

function requireNameOf(row: Row, within: string | null): void {
  const name = row.text('areaName');
  if (name === '') return;
  if (within === null) row.refuse('areaName', 'nothing, because no area stands beside it');
  else if (areaNamed(name, areasOfSites)?.code !== within)
    row.refuse('areaName', `the name of ${row.text('area')}, ${areaByCode(within)?.name ?? within}`);
}

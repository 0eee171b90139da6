import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
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
  const id = siteIdOf(row, siteKind);
  const within = row.text('area') === '' ? null : row.area('area', areasOfSites).code;
  requireNameOf(row, within);
  draft.state(siteFact({ id, name: row.text('siteName') || id, kind: siteKind, within }));
  return id;
}

/** Kinds of site whose ids begin with the kind. Source: the schema, `Site.id`. */
const kindsInIds: ReadonlySet<string> = new Set(['court']);

/**
 * The id of the site of a row. An area would be answered as one, and a site of another kind, or under another id than elsewhere, would be
 * found by nobody who asks for the kind.
 */
function siteIdOf(row: Row, kind: string): string {
  const id = row.text('site');
  if (areaTypeOf(id) !== null || areaByCode(id) !== null) row.reject('site', 'the id of a site, and this is an area');
  if (!/^[A-Za-z0-9][A-Za-z0-9:/._-]*$/.test(id))
    row.reject('site', 'an id of letters, digits and hyphens: the name of a site stands under site_name');
  const [prefix = '', ...rest] = id.split(':');
  const isOfKind = rest.length === 0 ? !kindsInIds.has(kind) : prefix === kind;
  return isOfKind ? id : row.reject('site', `the id of a ${kind}${kindsInIds.has(kind) ? `: ${kind}:its-name` : ''}`);
}

function requireNameOf(row: Row, within: string | null): void {
  const name = row.text('areaName');
  if (name === '') return;
  if (within === null) row.refuse('areaName', 'nothing, because no area stands beside it');
  else if (areaNamed(name, areasOfSites)?.code !== within)
    row.refuse('areaName', `the name of ${row.text('area')}, ${areaByCode(within)?.name ?? within}`);
}

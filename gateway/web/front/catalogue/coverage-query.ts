import ofBoroughs from '@boroughgraph/web/operations/on-demand/coverage-of-boroughs.graphql?raw';
import ofPlaces from '@boroughgraph/web/operations/on-demand/coverage-of-places.graphql?raw';
import { type ObservationStatus, type PeriodType, type SeriesLevel } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Question } from '../ask.ts';
import { type WholeIndicator } from './answer.ts';

/** For which periods one place has figures, and what became of each. */
export interface CoveredSeries {
  readonly area: { readonly name: string } | null;
  readonly site: { readonly name: string } | null;
  readonly level: SeriesLevel;
  readonly periodType: PeriodType;
  readonly periodIds: readonly string[];
  readonly statuses: readonly ObservationStatus[];
}

/** The answer to {@link writeCoverageQuestion}: places by themselves, or by its field a page of those of the one agency that was asked. */
export interface CoverageAnswer {
  readonly indicator?: Readonly<Record<string, CoveredSeries | null>> | null;
  readonly [agencyField: string]: Readonly<Record<string, CoveredSeries | null>> | CoveredPage | null | undefined;
}

/** The first series that an agency lists. */
export interface CoveredPage {
  readonly series: { readonly nodes: readonly CoveredSeries[]; readonly hasNextPage: boolean } | null;
}

/** The agencies that the recorded operation names, by the fields of the root that lead to them. */
const agencyFields = [...ofPlaces.matchAll(/^ {2}(\w+) @include/gm)].flatMap(([, field = '']) => field);
const [firstField = ''] = agencyFields;

/** An indicator as far as it matters where it is held. */
export type CoveredIndicator = Pick<WholeIndicator, 'id'> & {
  /** Id of the agency that measures it. */
  readonly agency: string;
  readonly held: Pick<WholeIndicator['held'], 'areas'>;
};

/** Asks for the headline of each borough where boroughs are measured, else for the first series that the agency lists. */
export function writeCoverageQuestion({ id, agency, held }: CoveredIndicator): Question {
  if (held.areas.some(({ areaType }) => areaType === 'BOROUGH')) return { query: ofBoroughs, variables: { id } };
  const asked = fieldOf(agency);
  const isRecorded = agencyFields.includes(asked);
  const flags = agencyFields.map((field) => [field, field === (isRecorded ? asked : firstField)] as const);
  // An agency that the recorded operation does not know is asked in the place of its first: a safelist has no such operation.
  const query = isRecorded ? ofPlaces : ofPlaces.replace(`${firstField} @include`, `${firstField}: ${asked} @include`);
  return { query, variables: { id, ...Object.fromEntries(flags) } };
}

/** The series of the answer that are of the same level and kind of period as its first; places without any are left out. */
export function readCoverage(answer: CoverageAnswer): readonly CoveredSeries[] {
  const all = [...Object.values(answer.indicator ?? {}), ...(readPage(answer)?.nodes ?? [])].filter(
    (each) => each !== null && typeof each === 'object',
  );
  const filled = all.filter(({ periodIds }) => periodIds.length > 0);
  const [first] = filled;
  return filled.filter(({ level, periodType }) => level === first?.level && periodType === first.periodType);
}

/** Whether the agency lists more places than are shown. */
export function hasMorePlaces(answer: CoverageAnswer): boolean {
  return readPage(answer)?.hasNextPage ?? false;
}

/** What the one agency has sent that was asked; null where boroughs were asked for. */
function readPage(answer: CoverageAnswer): CoveredPage['series'] {
  const pages = agencyFields.flatMap((field) => answer[field]?.['series'] ?? []).filter(isPage);
  return pages[0] ?? null;
}

const isPage = (value: CoveredSeries | NonNullable<CoveredPage['series']>) => 'nodes' in value;

/** The field of the root that leads to an agency: its id in camelCase. */
function fieldOf(agency: string): string {
  return agency.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

import { type ObservationStatus, type PeriodType, type SeriesLevel } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Question } from '../ask.ts';
import { boroughs } from '../boroughs.ts';
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

/** The answer to {@link writeCoverageQuestion}: places by themselves, or a page of them. */
export interface CoverageAnswer {
  readonly indicator?: Readonly<Record<string, CoveredSeries | null>> | null;
  readonly agency?: {
    readonly series: { readonly nodes: readonly CoveredSeries[]; readonly hasNextPage: boolean } | null;
  } | null;
}

const fields = 'area { name } site { name } level periodType periodIds statuses';

/** How many series are looked at where the places are not boroughs. */
const pageSize = 80;

/** An indicator as far as it matters where it is held. */
export type CoveredIndicator = Pick<WholeIndicator, 'id'> & {
  /** Id of the agency that measures it. */
  readonly agency: string;
  readonly held: Pick<WholeIndicator['held'], 'areas'>;
};

/** Asks for the headline of each borough where boroughs are measured, else for the first series that the agency lists. */
export function writeCoverageQuestion({ id, agency, held }: CoveredIndicator): Question {
  const variables = { id };
  if (held.areas.some(({ areaType }) => areaType === 'BOROUGH')) {
    const series = boroughs.map(({ code }) => `${code}: series(area: "${code}") { ${fields} }`);
    const query = `query Coverage($id: ID!) { indicator(id: $id) { ... on AnyIndicator {\n${series.join('\n')}\n} } }`;
    return { query, variables };
  }
  return {
    query: `query Coverage($id: ID!) { agency: ${fieldOf(agency)} { series(indicators: [$id], first: ${pageSize}) { nodes { ${fields} } hasNextPage } } }`,
    variables,
  };
}

/** The series of the answer that are of the same level and kind of period as its first; places without any are left out. */
export function readCoverage({ indicator, agency }: CoverageAnswer): readonly CoveredSeries[] {
  const all = [...Object.values(indicator ?? {}), ...(agency?.series?.nodes ?? [])].filter(
    (each) => each !== null && typeof each === 'object',
  );
  const filled = all.filter(({ periodIds }) => periodIds.length > 0);
  const [first] = filled;
  return filled.filter(({ level, periodType }) => level === first?.level && periodType === first.periodType);
}

/** The field of the root that leads to an agency: its id in camelCase. */
function fieldOf(agency: string): string {
  return agency.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

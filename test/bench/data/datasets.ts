import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import type postgres from 'postgres';
import { agencies } from '../../support/all-agencies.ts';
import { admitAgencies, agencyUrl, prepareDatabase } from '../../support/agency-databases.ts';
import { createNamedDatabase } from '../../support/named-database.ts';
import { loadPublishedFiles } from '../../support/published-manifest.ts';
import { loadSmallFigures } from '../../support/small-figures.ts';
import { writeGeneratedCrime } from './generated-crime.ts';

/** What the subgraphs serve while something is measured. */
export interface Dataset {
  readonly name: 'published' | 'small' | 'generated';
  readonly description: string;
  /** One database, prepared for every agency, with the rights of its administrator. */
  readonly databaseUrl: string;
  readonly observations: number;
}

/** How much is generated. */
export interface GeneratedSize {
  readonly wards: number;
  /** `2009-04`: the first of the months that end with November 2025. */
  readonly firstMonth: string;
}

/** 680 wards, 76 offences, groups and totals, 200 months: 10.3 million observations, beside half a million of boroughs. */
export const largeSize: GeneratedSize = { wards: 680, firstMonth: '2009-04' };

/** The two editions that generated crime comes in, so that reads have to join them. */
const editions = [
  { until: '2023-11', publishedAt: '2023-12-15' },
  { until: '2025-11', publishedAt: '2025-12-15' },
] as const;

/**
 * Makes the database of published data, all files of the manifest, or else of a few made-up figures. Takes about ten
 * seconds, or one.
 *
 * @throws when published data are asked for that are not at hand.
 */
export async function makeBaseDataset(serverUrl: string, name: string, isPublished: boolean): Promise<Dataset> {
  const databaseUrl = await createNamedDatabase(serverUrl, name);
  await prepareDatabase(databaseUrl);
  await using stores = openStores(databaseUrl);
  if (isPublished) await loadPublishedFiles(stores.byAgency);
  else await loadSmallFigures(stores.byAgency);
  return {
    name: isPublished ? 'published' : 'small',
    description: isPublished
      ? 'every published file of the manifest'
      : 'a few made-up figures for every agency, SYNTHETIC',
    databaseUrl,
    observations: await finish(stores.byAgency),
  };
}

/** The name of the database that a dataset lies in. */
export function databaseOf({ databaseUrl }: Pick<Dataset, 'databaseUrl'>): string {
  return new URL(databaseUrl).pathname.slice(1);
}

/** Makes a database as `base`, in which recorded crime is made up and large: boroughs and wards, by month and offence. */
export async function makeGeneratedDataset(
  serverUrl: string,
  base: Dataset,
  { wards, firstMonth }: GeneratedSize,
): Promise<Dataset> {
  const template = databaseOf(base);
  const databaseUrl = await createNamedDatabase(serverUrl, `${template}_generated`, template);
  await admitAgencies(databaseUrl);
  await using stores = openStores(databaseUrl);
  const { sql } = stores.of('policing');
  const codes = await wardCodes(sql, wards);
  await sql`delete from release where dataset_id in ('mps-recorded-crime-borough', 'mps-recorded-crime-ward')`;
  const places = { 'recorded-crime': boroughs.slice(1).map(({ code }) => code), 'recorded-crime-ward': codes };
  let seed = 0;
  for (const [indicatorId, within] of Object.entries(places)) {
    let from = firstMonth;
    for (const { until, publishedAt } of editions) {
      seed += 1;
      await writeGeneratedCrime(sql, {
        indicatorId,
        places: within,
        firstMonth: from,
        lastMonth: until,
        publishedAt,
        seed,
      });
      from = '2023-12';
    }
  }
  const observations = await finish(stores.byAgency);
  const description = `${base.description}; but recorded crime, of boroughs and of ${codes.length} wards, by month and offence, is generated, SYNTHETIC`;
  return { name: 'generated', description, databaseUrl, observations };
}

interface Stores extends AsyncDisposable {
  readonly byAgency: ReadonlyMap<string, { readonly subgraph: Subgraph; readonly store: StoreDatabase }>;
  readonly of: (agency: string) => StoreDatabase;
}

/** The stores of all agencies, with the rights of the owners of the tables. */
function openStores(databaseUrl: string): Stores {
  const byAgency = new Map(
    agencies.map((subgraph) => {
      const url = agencyUrl(databaseUrl, subgraph.name, 'owner');
      return [subgraph.name, { subgraph, store: openStore({ url, schema: subgraph.databaseSchema, connections: 2 }) }];
    }),
  );
  const of = (agency: string) => {
    const found = byAgency.get(agency)?.store;
    if (found === undefined) throw new Error(`no agency ${agency}`);
    return found;
  };
  const close = async () => {
    await Promise.all([...byAgency.values()].map(({ store }) => store.close()));
  };
  return { byAgency, of, [Symbol.asyncDispose]: close };
}

/** The codes of the wards that published crime has, and invented ones where there are too few. */
async function wardCodes(sql: postgres.Sql, count: number): Promise<readonly string[]> {
  const rows = await sql<{ place: string }[]>`
    select distinct place from series where indicator_id = 'recorded-crime-ward' order by place limit ${count}`;
  const published = rows.map(({ place }) => place);
  const invented = Array.from(
    { length: count - published.length },
    (_, index) => `E0599${String(index).padStart(4, '0')}`,
  );
  return [...published, ...invented];
}

/** Leaves the tables as they are after a quiet night, and counts what is in them. */
async function finish(stores: Stores['byAgency']): Promise<number> {
  let observations = 0;
  for (const { store } of stores.values()) {
    await store.sql`set statement_timeout = 0`;
    await store.sql`vacuum analyze`;
    const [row] = await store.sql<
      { count: number }[]
    >`select coalesce(sum(observation_count), 0)::integer as count from release`;
    observations += row?.count ?? 0;
  }
  return observations;
}

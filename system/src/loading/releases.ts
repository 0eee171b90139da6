import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import { instantText } from '@boroughgraph/kit/loading/embargo.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { listReleases, type ListedRelease, type ReleaseState } from '@boroughgraph/kit/store/list-releases.ts';
import { type AgencyName, agencyNames } from '../agency-names.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { Problem, describeError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { type AgencyDatabase, openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { formatTable } from '../table-text.ts';
import { say } from '../terminal.ts';
import type { LoadingAgencies } from './loading-agencies.ts';

/** Which releases are asked for. */
export interface ReleasesToList {
  /** Null for those of every agency. */
  readonly agency: AgencyName | null;
  /** The id of a dataset; null for all. */
  readonly dataset: string | null;
}

/** What the list is made of, and how it is told to stop. */
export interface ListRequest extends ReleasesToList {
  readonly agencies: LoadingAgencies;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
}

/**
 * Prints the releases of an agency, or of all. What nobody may see, under an embargo or for named users, is listed only where its agency
 * is named: a list of all is one that is passed on.
 *
 * @throws {Problem} when no agency has the dataset, or a database is away.
 */
export async function listAllReleases(request: ListRequest): Promise<void> {
  const { agency, settings, shutdown } = request;
  const wanted = agency === null ? agencyNames.filter((each) => datasetsOf(request, each).length > 0) : [agency];
  requireDataset(request, wanted);
  await using resources = new AsyncDisposableStack();
  const databases = await openDatabases({ settings, agencies: wanted, command: 'releases', shutdown, resources });
  const rows: (readonly string[])[] = [];
  for (const database of databases) rows.push(...(await rowsOf(database, request)));
  const headings = ['agency', 'dataset', 'release', 'published', 'covers', 'observations', 'state'];
  say(
    rows.length === 0
      ? 'Nothing is loaded.'
      : formatTable([headings, ...rows], (column) => headings[column] !== 'observations'),
  );
}

const datasetsOf = ({ agencies, dataset }: ListRequest, { slug }: AgencyName): readonly DatasetDefinition[] =>
  (agencies.get(slug)?.datasets ?? []).filter(({ id }) => dataset === null || id === dataset);

function requireDataset(request: ListRequest, wanted: readonly AgencyName[]): void {
  const { dataset, agencies } = request;
  if (dataset === null || wanted.some((agency) => datasetsOf(request, agency).length > 0)) return;
  const slugs = request.agency === null ? agencyNames.map(({ slug }) => slug) : [request.agency.slug];
  const known = slugs.flatMap((slug) => agencies.get(slug)?.datasets ?? []).map(({ id }) => id);
  const near = nearestOf(dataset, known);
  const whose = request.agency === null ? 'no agency has' : `${request.agency.slug} has no`;
  const what = request.agency === null ? `a dataset "${dataset}"` : `dataset "${dataset}"`;
  throw new Problem(`${whose} ${what}${near.length === 0 ? '' : `: perhaps ${near.join(', ')}`}`);
}

async function rowsOf(database: AgencyDatabase, request: ListRequest): Promise<readonly (readonly string[])[]> {
  const { agency, url } = database;
  await migrateAgency(database);
  const isForAgency = request.agency !== null;
  const store = openStore({ url, schema: agency.schema, connections: 1 });
  const shown = datasetsOf(request, agency).filter(({ accessTier }) => isForAgency || accessTier === 'OPEN');
  const ids = new Set(shown.map(({ id }) => id));
  try {
    const releases = await listReleases(store, { isForAgency });
    return releases.filter(({ datasetId }) => ids.has(datasetId)).map((each) => rowOf(agency.slug, each));
  } catch (error) {
    throw new Problem(`The releases of ${agency.slug} cannot be read: ${describeError(error)}`, { cause: error });
  } finally {
    await store.close();
  }
}

function rowOf(slug: string, { id, datasetId, publishedAt, observations, isSynthetic, ...release }: ListedRelease) {
  const made = isSynthetic ? ', made up' : '';
  const state = `${describeState(release.state)}${made}`;
  return [slug, datasetId, id, publishedAt, describeCoverage(release), observations.toLocaleString('en-GB'), state];
}

/** What a release covers, in a few words: `2024-01 to 2024-12, 3 places`. Never throws. */
function describeCoverage({ periods, places }: Pick<ListedRelease, 'periods' | 'places'>): string {
  if (periods === null) return 'no period';
  const span = periods.first === periods.last ? periods.first : `${periods.first} to ${periods.last}`;
  return `${span}, ${places === null ? 'everywhere' : places === 1 ? '1 place' : `${places} places`}`;
}

/** The state of a release in words. Never throws. */
function describeState(state: ReleaseState): string {
  switch (state.kind) {
    case 'answers':
      return 'answers';
    case 'superseded':
      return 'superseded';
    case 'embargoed':
      return `hidden until ${instantText(state.until)}`;
    case 'recalled':
      return `recalled on ${instantText(state.at)} ("${state.reason}")`;
    default:
      return state satisfies never;
  }
}

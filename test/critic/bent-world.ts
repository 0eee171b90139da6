import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { agencies } from '../support/all-agencies.ts';
import { admitAgencies, agencyUrl, prepareDatabase } from '../support/agency-databases.ts';
import { manifestPath, furtherManifestPath, type ManifestEntry } from '../support/published-manifest.ts';
import { createNamedDatabase, dropDatabase } from '../support/named-database.ts';
import { criticise } from '@boroughgraph/system/critic/critic.ts';
import { type FindingGroup, groupFindings } from '@boroughgraph/system/critic/finding.ts';
import { HeldFigures, type HeldSeries } from '@boroughgraph/system/critic/held-series.ts';
import { readHeldSeries } from '@boroughgraph/system/critic/read-held-series.ts';
import { relatedIndicators } from '@boroughgraph/system/critic/related-indicators.ts';
import { loadFile, loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { loadReviewedFacts } from '@boroughgraph/kit/loading/reviewed.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { type Bend, bentCopy } from './bent-copy.ts';

/** What became of a bent copy. */
export interface BentOutcome {
  readonly bend: Bend;
  readonly report: LoadReport;
  /** What the critic says of the bent release beside the rest; empty where it finds nothing. */
  readonly findings: readonly FindingGroup[];
}

/** The published files in a database, of which each bent copy gets one of its own. */
export class BentWorld {
  readonly #serverUrl: string;
  readonly #name: string;
  #held: readonly HeldSeries[] = [];

  constructor(serverUrl: string, name: string) {
    this.#serverUrl = serverUrl;
    this.#name = name;
  }

  /** Loads the files of the manifests that are wanted, and reads what is held of them. */
  async load(isWanted: (entry: ManifestEntry) => boolean = () => true): Promise<void> {
    const url = await createNamedDatabase(this.#serverUrl, this.#name);
    await prepareDatabase(url);
    const entries = (await manifestEntries()).filter(isWanted);
    for (const { name } of agencies) await loadEntries(url, name, entries);
    this.#held = await readAll(url);
  }

  /** What the critic says of the files as they are. */
  findings(): readonly FindingGroup[] {
    return groupFindings(criticise(new HeldFigures(this.#held)));
  }

  /** Loads a bent copy in the place of its file into a copy of the database, and asks the critic. */
  async bent(bend: Bend): Promise<BentOutcome> {
    const name = `${this.#name}_bent`;
    const url = await createNamedDatabase(this.#serverUrl, name, this.#name);
    try {
      await admitAgencies(url);
      const report = await loadBent(url, bend);
      const held = [
        ...this.#held.filter(({ agency }) => agency !== bend.agency),
        ...(await readAgency(url, bend.agency)),
      ];
      const related = relatedIndicators(new Map(agencies.map((one) => [one.name, one])), bend.agency, bend.dataset);
      const concerned = held.filter((one) => related.has(`${one.agency}/${one.indicator.id}`));
      const found = criticise(new HeldFigures(concerned)).filter((finding) =>
        [finding, ...(finding.beside ?? [])].some(
          ({ series, ordinal }) => series.figures.get(ordinal)?.release === report.releaseId,
        ),
      );
      return { bend, report, findings: groupFindings(found) };
    } finally {
      await dropDatabase(this.#serverUrl, name);
    }
  }
}

async function manifestEntries(): Promise<readonly ManifestEntry[]> {
  const paths = [manifestPath, furtherManifestPath].filter((path) => path !== null);
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  // The manifests are checked by the command that loads them.
  return texts.flatMap((text) => (JSON.parse(text) as { readonly loads: readonly ManifestEntry[] }).loads);
}

async function loadEntries(url: string, agency: string, entries: readonly ManifestEntry[]): Promise<void> {
  await using opened = openAgency(url, agency);
  const { sql, datasets } = opened;
  await loadReviewedFacts(sql, datasets);
  for (const entry of entries.filter((each) => each.agency === agency))
    await loadFile({ ...entry, sql, datasets, file: pathOf(entry.file), references: referencesOf(entry) });
}

async function loadBent(url: string, bend: Bend): Promise<LoadReport> {
  await using opened = openAgency(url, bend.agency);
  const { sql, datasets, store } = opened;
  const entry = (await manifestEntries()).find(({ dataset, file }) => dataset === bend.dataset && file === bend.file);
  if (entry === undefined) throw new Error(`no manifest loads ${bend.file} for ${bend.dataset}`);
  const earlier = await sql<{ id: string }[]>`
    select id from release where dataset_id = ${bend.dataset} and source_name = ${basename(bend.file)}`;
  for (const { id } of earlier) await recallRelease(store, id, 'Its bent copy is tried.');
  const source = await bentCopy(pathOf(bend.file), bend);
  return await loadText({ ...entry, sql, datasets, source, references: referencesOf(entry), confirmRevision: true });
}

const folder = () => dirname(manifestPath ?? '');
const pathOf = (file: string) => join(folder(), file);
const referencesOf = ({ reference = {} }: ManifestEntry) =>
  Object.fromEntries(Object.entries(reference).map(([name, path]) => [name, pathOf(path)]));

function subgraphOf(agency: string) {
  const subgraph = agencies.find(({ name }) => name === agency);
  if (subgraph === undefined) throw new Error(`no agency ${agency}`);
  return subgraph;
}

function openAgency(url: string, agency: string) {
  const { datasets, databaseSchema } = subgraphOf(agency);
  const store = openStore({ url: agencyUrl(url, agency, 'owner'), schema: databaseSchema, connections: 2 });
  return { store, sql: store.sql, datasets, [Symbol.asyncDispose]: () => store.close() };
}

async function readAll(url: string): Promise<readonly HeldSeries[]> {
  const held: HeldSeries[] = [];
  for (const { name } of agencies) held.push(...(await readAgency(url, name)));
  return held;
}

const readAgency = (url: string, agency: string) =>
  readHeldSeries({ subgraph: subgraphOf(agency), readerUrl: agencyUrl(url, agency, 'reader') });

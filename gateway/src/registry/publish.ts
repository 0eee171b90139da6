import type { KeyObject } from 'node:crypto';
import { type PublishedVersion, readVersion, writeVersion, hashVersion } from '../supergraph/published-version.ts';
import { addVersion, listVersions, readVersionText } from '../supergraph/version-folder.ts';
import { type ChangedSubgraph, checkSubgraph, type SubgraphCheck } from './check-subgraph.ts';
import { brokenInAny, compareWithVariants } from './check-variants.ts';
import type { PublishedGraph } from './published-graph.ts';
import type { RecordedText } from './recorded-operations.ts';
import { RegistryError } from './read-subgraph-file.ts';

/** A folder of versions, and the key with which this machine signs new ones. */
export interface VersionStore {
  readonly folder: string;
  readonly key: KeyObject;
  /** Public keys of all who may publish. */
  readonly keys: readonly KeyObject[];
  /** The operations that dashboards ask. */
  readonly operations: readonly RecordedText[];
  /** What gateways leave out, by its tags, together. @default each tag by itself */
  readonly variants?: readonly (readonly string[])[];
}

/** Who publishes, why, and whether he knows that it breaks recorded operations. */
export interface Publishing {
  readonly who: string;
  readonly why: string;
  readonly acceptsBreaking: boolean;
}

/** A version with its hash. */
export interface StoredVersion {
  readonly version: PublishedVersion;
  readonly hash: string;
}

/**
 * The newest version of a store; null where nobody has published.
 *
 * @throws {VersionError} when it cannot be believed.
 */
export async function readNewest({ folder, keys }: VersionStore): Promise<StoredVersion | null> {
  const [newest] = await listVersions(folder);
  return newest === undefined ? null : readStored(folder, newest, keys);
}

async function readStored(folder: string, number: number, keys: readonly KeyObject[]): Promise<StoredVersion> {
  const text = await readVersionText(folder, number);
  return { version: readVersion(text, keys), hash: hashVersion(text) };
}

/** What is changed: the newest version, and its graph; that of the repository where nobody has published. */
export interface PublishedBase {
  readonly newest: StoredVersion | null;
  readonly graph: PublishedGraph;
}

/** What is to be published, and by whom. */
export interface PublishRequest {
  readonly base: PublishedBase;
  readonly changed: ChangedSubgraph;
  readonly publishing: Publishing;
}

/** The graph of a version. */
export function graphOf({ subgraphs, supergraphSdl, apiSdl }: PublishedVersion): PublishedGraph {
  return { subgraphs, composition: { supergraphSdl, apiSdl } };
}

/**
 * Publishes a changed subgraph, or takes one down whose schema is null, and returns what was checked and the version.
 *
 * @throws {RegistryError} when it cannot be published, somebody else has published since the base was read, or it breaks what dashboards ask and nobody accepts that.
 */
export async function publishSubgraph(
  store: VersionStore,
  { base: { newest, graph }, changed, publishing }: PublishRequest,
): Promise<{ readonly check: SubgraphCheck; readonly version: PublishedVersion }> {
  const check = checkSubgraph(graph, changed, store);
  if (check.kind === 'refused')
    throw new RegistryError(`${changed.name} cannot be published:\n${check.problems.join('\n')}`);
  const broken = brokenInAny(check.broken, check.variants);
  requireAccepted(broken, publishing);
  const action = changed.typeDefs === null ? 'remove' : 'publish';
  const version = await append(
    store,
    { newest, next: check.next },
    {
      ...publishing,
      action,
      subject: changed.name,
      broken: [...broken.keys()],
    },
  );
  return { check, version };
}

/**
 * Publishes once more what an earlier version had: the history stays.
 *
 * @throws {RegistryError} when there is no such version, or going back breaks what dashboards ask and nobody accepts that.
 */
export async function rollBack(
  store: VersionStore,
  to: number | null,
  publishing: Publishing,
): Promise<PublishedVersion> {
  const numbers = await listVersions(store.folder);
  const [newest] = numbers;
  const number = to ?? numbers[1];
  if (newest === undefined || number === undefined || number >= newest || !numbers.includes(number))
    throw new RegistryError(
      `There is no version ${number ?? 'before'} to go back to; there are: ${numbers.join(', ') || 'none'}`,
    );
  const [current, earlier] = await Promise.all(
    [newest, number].map((each) => readStored(store.folder, each, store.keys)),
  );
  if (current === undefined || earlier === undefined) throw new Error('Two versions were read');
  const [before, next] = [graphOf(current.version), graphOf(earlier.version)];
  const broken = brokenByRollback(before, next, store);
  requireAccepted(broken, publishing);
  return append(
    store,
    { newest: current, next },
    {
      ...publishing,
      action: 'rollback',
      subject: String(number),
      broken: [...broken.keys()],
    },
  );
}

/** @throws {RegistryError} when what somebody goes back to makes no schema for a gateway that leaves something out. */
function brokenByRollback(
  before: PublishedGraph,
  next: PublishedGraph,
  { operations, variants: named = [] }: VersionStore,
) {
  const graphs = { before: before.composition, after: next.composition, operations };
  const { variants, broken, problems } = compareWithVariants(graphs, named);
  if (problems.length > 0) throw new RegistryError(problems.join('\n'));
  return brokenInAny(broken, variants);
}

function requireAccepted(broken: ReadonlyMap<string, string>, { why, acceptsBreaking }: Publishing): void {
  if (why.trim() === '')
    throw new RegistryError('Nobody says why: add --why "…", which everybody who has to do with the graph can read');
  if (broken.size === 0 || acceptsBreaking) return;
  const lines = [...broken].map(([name, reason]) => `  ${name}: ${reason}`);
  throw new RegistryError(
    [
      `It breaks ${broken.size} recorded ${broken.size === 1 ? 'operation' : 'operations'}, and the dashboards that ask ${broken.size === 1 ? 'it' : 'them'}:`,
      ...lines,
      'Whoever has spoken with those who ask may add --accept-breaking, with --why.',
    ].join('\n'),
  );
}

type Deed = Pick<PublishedVersion, 'action' | 'subject' | 'who' | 'why' | 'broken'>;

async function append(
  store: VersionStore,
  { newest, next }: { readonly newest: StoredVersion | null; readonly next: PublishedGraph },
  deed: Deed,
): Promise<PublishedVersion> {
  const { action, subject, who, why, broken } = deed;
  const version: PublishedVersion = {
    number: (newest?.version.number ?? 0) + 1,
    previous: newest?.hash ?? null,
    at: new Date().toISOString(),
    ...{ action, subject, who, why, broken },
    subgraphs: next.subgraphs.map((each) => ({ ...each })),
    ...next.composition,
  };
  await addVersion(store.folder, version.number, writeVersion(version, store.key)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new RegistryError(
      `Somebody else has published version ${version.number} meanwhile: check once more, and publish again`,
    );
  });
  return version;
}

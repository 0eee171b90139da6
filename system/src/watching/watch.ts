import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Environment, EnvironmentError, readVariables } from '@boroughgraph/schema/process/environment.ts';
import type { LoadingAgencies } from '../loading/loading-agencies.ts';
import { Problem } from '../problem.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { signalProcess } from '../processes/stop-process.ts';
import type { Settings } from '../settings.ts';
import { say } from '../terminal.ts';
import { missingReferences } from './reference-files.ts';
import { nextLook, watchDataset } from './watch-dataset.ts';
import type { FileToWatch, WatchedDataset, WatchPlaces } from './watch-places.ts';
import { watchVariables } from './watch-variables.ts';

/** What is watched, and for how long. */
export interface WatchRequest {
  readonly agencies: LoadingAgencies;
  readonly settings: Settings;
  readonly environment: Environment;
  /** Whether to look once at each dataset, due or not, and to end. */
  readonly isOnce: boolean;
  /** What Node is given to load a file, before its agency, dataset and path. */
  readonly program: readonly string[];
  readonly shutdown: Shutdown;
}

/** A look that is due comes within it. */
const lookEveryMs = 60_000;

/**
 * Watches every dataset whose page says where its files come from, until it is told to stop. True when nothing could not be had or loaded.
 *
 * @throws {Problem} naming each variable that cannot be used, or a dataset that needs a file of which its page does not say where it comes from.
 */
export async function watch({
  agencies,
  settings,
  environment,
  isOnce,
  program,
  shutdown,
}: WatchRequest): Promise<boolean> {
  const { hosts, folder: partners } = readWatchVariables(environment);
  const datasets = listWatched(agencies);
  const folder = join(settings.folder.root, 'watch');
  const { stop: signal } = shutdown;
  const load = (file: FileToWatch) => loadByProgram(program, environment, { file, signal });
  const places: WatchPlaces = { folder, hosts, partners, load, log: say, signal };
  say(describeWatched(datasets));
  let isWell = true;
  while (!signal.aborted && datasets.length > 0) {
    for (const each of datasets)
      if (isOnce || Date.now() >= nextLook(places, each))
        isWell = (await watchDataset(places, each, new Date())) && isWell;
    if (isOnce) break;
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
  return isWell;
}

function listWatched(agencies: LoadingAgencies): readonly WatchedDataset[] {
  return [...agencies].flatMap(([agency, { datasets }]) =>
    datasets.flatMap((each) => {
      const { id: dataset, watched } = each;
      const [missing] = missingReferences(each);
      if (missing !== undefined)
        throw new Problem(
          `${agency}/${dataset} is watched, and is read beside the file "${missing}": its page must say by "references" of "watched" where that comes from, as { url: 'https://…' } or { file: 'name below WATCH_FOLDER' }`,
        );
      return watched === undefined ? [] : [{ agency, dataset, watched }];
    }),
  );
}

function describeWatched(datasets: readonly WatchedDataset[]): string {
  if (datasets.length === 0)
    return 'Nothing is watched: no dataset says by "watched" in its page where its files come from.';
  const lines = datasets.map(({ agency, dataset, watched }) => {
    const place = 'url' in watched ? watched.url : `the folder ${watched.folder}`;
    const { everyHours } = watched;
    return `  ${agency}/${dataset}: ${place}, every ${everyHours === 1 ? 'hour' : `${everyHours} hours`}`;
  });
  return ['Watched:', ...lines].join('\n');
}

function readWatchVariables(environment: Environment) {
  try {
    return readVariables(environment, watchVariables);
  } catch (error) {
    throw error instanceof EnvironmentError ? new Problem(error.message) : error;
  }
}

/** In a process of its own, whose memory goes with it: this one stays. */
async function loadByProgram(
  program: readonly string[],
  environment: Environment,
  { file, signal }: { readonly file: FileToWatch; readonly signal: AbortSignal },
) {
  const { agency, dataset, path, publishedAt, references } = file;
  const beside = Object.entries(references).flatMap(([name, place]) => ['--reference', `${name}=${place}`]);
  const parameters = [...program, agency, dataset, path, '--published-at', publishedAt, ...beside];
  const child = spawn(process.execPath, parameters, {
    // A path of npm would be taken from where the person stands.
    env: { ...environment, npm_lifecycle_event: undefined },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => {
    if (child.pid !== undefined) signalProcess(-child.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', end, { once: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', end);
  return { isLoaded: code === 0, said: said.trimEnd() };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import type { AgencyDatabase } from './open-databases.ts';
import { findUnprepared, type MarkedDatabase } from './prepared-before.ts';
import { prepareResultSchema, type PrepareResult } from './prepare-protocol.ts';
import { Problem } from '../problem.ts';

/**
 * Prepares the stores of agencies in processes of their own, `script`, as many as there are cores: making the sample is all
 * computing. What the same code has prepared before, and nobody has changed since, is passed over. Returns the slugs of those that got sample
 * data, in the order of `databases`.
 *
 * An agency that brings its own database and cannot be prepared is told to `onFailure` and costs the others nothing.
 *
 * @throws {Problem} when a store in a database of ours cannot be prepared; nothing could be served from it.
 */
export async function prepareStores(request: {
  readonly script: string;
  readonly environment: Environment;
  readonly databases: readonly AgencyDatabase[];
  readonly isSampleWanted: boolean;
  readonly signal: AbortSignal;
  readonly onFailure: (line: string) => void;
}): Promise<string[]> {
  const { onFailure } = request;
  const databases = await findUnprepared(request.databases, request.isSampleWanted);
  const groups = shareOut(databases, availableParallelism());
  const parts = await Promise.all(groups.map((group) => runPrepare({ ...request, databases: group })));
  const results = new Map(parts.flatMap((part) => [...part]));
  const withSample: string[] = [];
  for (const { agency, isOwn } of databases) {
    const result = results.get(agency.slug) ?? lost(agency.slug);
    if (result.kind === 'prepared') {
      if (result.isSampleLoaded) withSample.push(agency.slug);
      continue;
    }
    const line = `The store of ${agency.slug} could not be prepared: ${result.reason}`;
    if (!isOwn) throw new Problem(line);
    onFailure(line);
  }
  return withSample;
}

/** Preloaded; see there. */
const preloaded = ['remembered-imports.ts', 'quick-imports.ts'].map(
  (file) => new URL(`../processes/${file}`, import.meta.url).href,
);

/** Members of a list in at most so many groups, in turn. */
function shareOut<T>(members: readonly T[], most: number): readonly (readonly T[])[] {
  const groups = Map.groupBy(members.entries(), ([index]) => index % most);
  return [...groups.values()].map((group) => group.map(([, member]) => member));
}

async function runPrepare(request: {
  readonly script: string;
  readonly environment: Environment;
  readonly databases: readonly MarkedDatabase[];
  readonly isSampleWanted: boolean;
  readonly signal: AbortSignal;
}): Promise<ReadonlyMap<string, PrepareResult>> {
  const { script, environment, databases, isSampleWanted, signal } = request;
  // A group of its own: Ctrl-C reaches the supervisor alone, which ends this process by the signal.
  const child = fork(script, {
    env: environment,
    execArgv: preloaded.flatMap((url) => ['--import', url]),
    detached: true,
    signal,
    killSignal: 'SIGKILL',
  });
  const results = new Map<string, PrepareResult>();
  child.on('message', (message) => {
    const result = prepareResultSchema.parse(message);
    results.set(result.slug, result);
  });
  child.send({
    isSampleWanted,
    databases: databases.map(({ agency, url, reader, isOwn, mark }) => ({
      agency: agency.slug,
      url,
      reader,
      isOwn,
      mark,
    })),
  });
  await once(child, 'exit').catch(() => undefined);
  signal.throwIfAborted();
  return results;
}

function lost(slug: string): PrepareResult {
  return { kind: 'failed', slug, reason: 'the process that prepares it ended early; its message stands above' };
}

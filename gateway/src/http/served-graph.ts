import type { FastifyBaseLogger } from 'fastify';
import type { Audit } from '../audit/audit.ts';
import type { AgencyUrls } from '../environment.ts';
import { createGeneration, type GenerationParts } from '../supergraph/generation.ts';
import { Replaceable } from '../supergraph/replaceable.ts';
import type { FoundSupergraph, SupergraphPlace } from '../supergraph/supergraph-place.ts';
import { SupergraphWatch } from '../supergraph/supergraph-watch.ts';
import type { PersistedQueries } from '../trusted-documents/persisted-queries.ts';
import { type ServedGeneration, serveGeneration } from './served-generation.ts';

/** What each generation of the graph is made of. */
export type ServedParts = GenerationParts & {
  readonly hidesSchema?: boolean;
  readonly auditShare?: number;
  readonly responseBytes?: number;
  readonly persistedQueries: PersistedQueries;
  readonly openedAudit: Audit | null;
};

/** Where supergraphs come from, and what was found there. */
export interface WatchedSupergraph {
  readonly place: SupergraphPlace;
  /** Served at first. */
  readonly first: FoundSupergraph;
  /** Where the agencies of a supergraph answer. */
  readonly urlsOf: (supergraphSdl: string) => AgencyUrls;
  /** What of the code is not served, since something else was published, and what to do about it. @default null: nothing */
  readonly unpublished?: string | null;
}

/** What is changed of a graph that is served. */
export type GraphChanges = Partial<Pick<GenerationParts, 'supergraphSdl' | 'urls'>>;

/** A graph that is served, one generation after another. */
export interface ServedGraph {
  readonly served: Replaceable<ServedGeneration>;
  /** Null where nothing is watched. */
  readonly watch: SupergraphWatch | null;
  /**
   * Serves another generation as soon as it is ready: what dashboards ask is planned by then. Resolves when the last request of the one
   * before is answered, and all that it used has ended.
   *
   * @throws {Error} when the supergraph cannot be used; everything is then as before.
   */
  update(changes: GraphChanges): Promise<void>;
  /** Looks for no other supergraph, and ends all generations. */
  close(): Promise<void>;
}

/**
 * Serves a graph, and what comes after it.
 *
 * @throws {Error} when its supergraph is not valid or names an agency without an address; nothing stays open.
 */
export async function serveGraph(
  parts: ServedParts,
  watched: WatchedSupergraph | null,
  log: FastifyBaseLogger,
): Promise<ServedGraph> {
  const served = new Replaceable(await startGeneration(parts, log));
  if (watched?.unpublished) log.warn(watched.unpublished);
  const update = (changes: GraphChanges) => replace(served, { ...parts, ...changes }, log);
  const watch = watched && watchPlace(watched, update, log);
  return {
    served,
    watch,
    update,
    close: async () => {
      await watch?.close();
      await served.close();
    },
  };
}

/** The part of the room of answers that is for what agencies have answered to single fetches. */
const fetchShare = 0.25;

async function startGeneration(parts: ServedParts, log: FastifyBaseLogger): Promise<ServedGeneration> {
  const { responseBytes = 0 } = parts;
  const generation = createGeneration({
    ...parts,
    fetchBytes: responseBytes * fetchShare,
    onPulse: (agency, state, lastedMs) => {
      if (state === 'SILENT') log.warn({ agency }, 'an agency gives no sign of life: it is not asked until it does');
      else log.info({ agency, silentMs: lastedMs }, 'an agency is back');
    },
  });
  try {
    return await serveGeneration(generation, {
      logger: log,
      hidesSchema: parts.hidesSchema ?? false,
      persistedQueries: parts.persistedQueries,
      audit: parts.openedAudit,
      auditShare: parts.auditShare ?? 0,
      responseBytes: responseBytes * (1 - fetchShare),
    });
  } catch (error) {
    await generation.close();
    throw error;
  }
}

async function replace(
  served: Replaceable<ServedGeneration>,
  parts: ServedParts,
  log: FastifyBaseLogger,
): Promise<void> {
  const next = await startGeneration(parts, log);
  try {
    // Nobody should wait for its tables or for a plan that he had, and what cannot be planned by must not replace what can.
    await next.generation.ready;
    await next.generation.planned;
  } catch (error) {
    await next.close();
    throw error;
  }
  await served.replace(next);
}

function watchPlace(
  { place, first, urlsOf }: WatchedSupergraph,
  update: ServedGraph['update'],
  log: FastifyBaseLogger,
): SupergraphWatch {
  const serve = (supergraphSdl: string) => update({ supergraphSdl, urls: urlsOf(supergraphSdl) });
  return new SupergraphWatch({ place, first, serve, log });
}

import type { SupergraphAnswer } from '@boroughgraph/schema/wire/health-answers.ts';
import { supergraphPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance } from 'fastify';
import type { Replaceable } from '../supergraph/replaceable.ts';
import type { SupergraphWatch } from '../supergraph/supergraph-watch.ts';
import type { ServedGeneration } from './served-generation.ts';

/** What the route tells of. */
export interface SupergraphRouteOptions {
  readonly served: Replaceable<ServedGeneration>;
  /** Null where nothing is watched. */
  readonly watch: SupergraphWatch | null;
  readonly hidesSchema: boolean;
}

/** Serves `/supergraph`: by which one is answered, and whether the newest was refused. Whoever publishes looks here. */
export function addSupergraphRoute(
  server: FastifyInstance,
  { served, watch, hidesSchema }: SupergraphRouteOptions,
): void {
  server.get(supergraphPath, (): SupergraphAnswer => {
    const { value, release } = served.lease();
    const { hash, connections } = value.generation;
    release();
    const { version = null, refused = null } = watch?.standing ?? {};
    return {
      supergraph: hash,
      version,
      agencies: [...connections.keys()].sort(),
      refused: refused && { ...refused, reason: hidesSchema ? null : refused.reason },
    };
  });
}

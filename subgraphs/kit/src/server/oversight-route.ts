import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import {
  auditScopeOf,
  type OversightAnswer,
  oversightPath,
  type OversightQuestion,
  oversightQuestion,
} from '@boroughgraph/schema/wire/oversight.ts';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyInstance } from 'fastify';
import { fromStore } from '../series/from-store.ts';
import type { ServedSubgraph } from '../series/served-subgraph.ts';
import type { StoreDatabase } from '../store/database.ts';
import { isOwnOrganisation } from '../store/oversight/own-organisations.ts';
import { readLoads } from '../store/oversight/read-loads.ts';
import { readUntil } from '../store/read-until.ts';
import { hooksOf } from './check-hooks.ts';
import type { Entrance } from './entrance.ts';
import { watchRequest } from './request-end.ts';

/** What is told at the route, and to whom. */
export interface OversightRouteOptions {
  readonly entrance: Entrance;
  readonly subgraph: Pick<ServedSubgraph, 'name'>;
  readonly database: StoreDatabase;
}

/** Tells gateways whether who asks is one of the agency's own people and, if so, what it has loaded. */
export function addOversightRoute(app: FastifyInstance, { entrance, subgraph, database }: OversightRouteOptions): void {
  app.route({
    method: 'POST',
    url: oversightPath,
    ...hooksOf(entrance),
    handler: (request, reply): Promise<OversightAnswer> => {
      const [viewer, question] = [entrance.viewerOf(request), readQuestion(request.body)];
      const of = { agency: subgraph.name, database, viewer };
      return fromStore((signal) => answer(question, of, signal), watchRequest(request, reply));
    },
  });
}

interface Asking {
  readonly agency: string;
  readonly database: StoreDatabase;
  readonly viewer: Viewer;
}

async function answer(
  question: OversightQuestion,
  { agency, database, viewer }: Asking,
  signal: AbortSignal,
): Promise<OversightAnswer> {
  const hasScope = viewer.kind === 'named' && viewer.scopes.includes(auditScopeOf(agency));
  if (!hasScope || !(await isOwnOrganisation(readUntil(database, signal), viewer.organisation)))
    return { isOwn: false };
  const { loads, hasMore } = await readLoads(database, signal, question);
  return { isOwn: true, loads: [...loads], hasMore };
}

function readQuestion(body: unknown): OversightQuestion {
  const question = oversightQuestion.safeParse(body).data;
  if (question !== undefined) return question;
  const message =
    'The body is no question for what was loaded: expected loads (0 to 50) and before (a number, or null).';
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}

import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { maxLoadsTold, type OversightAnswer, type OversightQuestion } from '@boroughgraph/schema/wire/oversight.ts';
import type { AuditPage, LoadsPage } from '@boroughgraph/schema/wire/oversight-pages.ts';
import { agenciesPath } from '@boroughgraph/schema/wire/paths.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AgencyConnection } from '../agencies/agency-connection.ts';
import type { AuditPlace } from '../audit/audit-chain.ts';
import type { OversightEntry } from '../audit/audit-record.ts';
import type { Audit } from '../audit/audit.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { spendOnPage } from '../budgets/spend-on-page.ts';
import { type BindingOptions, bindRequests, boundGeneration } from '../http/bind-request.ts';
import { AuditPages } from './audit-pages.ts';
import type { AuditPart } from './audit-rows.ts';

/** What answers below `/agencies/`. */
export type OversightRouteOptions = BindingOptions & {
  readonly audit: Audit;
  readonly auditPlace: AuditPlace;
  readonly budgets: ConsumerBudgets | null;
};

/** What one request here counts against a budget: a file of the audit is read, or some statements. */
const requestCost = 100_000;

const auditQuery = z.strictObject({
  of: z.enum(['accesses', 'readings']).default('accesses'),
  // As a page before has named it.
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z [\w-]{0,60} ?\d{0,9}$/)
    .optional(),
});
const loadsQuery = z.strictObject({ before: z.coerce.number().int().positive().optional() });

/**
 * Serves to an agency's own people who has asked for what of its data that is not for everybody, and what each load did. Whoever asks says
 * who he is as with every request; whether he is one of them the agency says, each time.
 */
export function addOversightRoutes(server: FastifyInstance, options: OversightRouteOptions): void {
  const { onRequest, preParsing } = bindRequests(options);
  const pages = new AuditPages(options.auditPlace);
  const serve = (url: string, show: (asking: Asking) => Promise<object>) =>
    server.get<{ Params: { agency: string } }>(
      `${agenciesPath}/:agency/${url}`,
      { onRequest, preParsing },
      async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        return show(await begin(request, reply, options));
      },
    );
  serve('audit', async (asking): Promise<AuditPage<unknown>> => {
    const { of: part, before = null } = readQuery(auditQuery, asking, 'of (accesses or readings) and before');
    const { agency } = asking;
    await requireOwn(asking, part, { loads: 0, before: null });
    return { agency, ...(await pages.read({ agency, part, before, count: maxLoadsTold })) };
  });
  serve('loads', async (asking): Promise<LoadsPage> => {
    const { before = null } = readQuery(loadsQuery, asking, 'before (a number)');
    const { agency } = asking;
    const { loads, hasMore } = await requireOwn(asking, 'loads', { loads: maxLoadsTold, before });
    return { agency, loads, next: hasMore ? String(loads.at(-1)?.number ?? '') : null };
  });
}

interface Asking {
  readonly agency: string;
  readonly connection: AgencyConnection;
  readonly request: FastifyRequest;
  readonly audit: Audit;
}

async function begin(
  request: FastifyRequest<{ Params: { agency: string } }>,
  reply: FastifyReply,
  { audit, budgets }: OversightRouteOptions,
): Promise<Asking> {
  await spendOnPage(budgets, { request, reply, cost: requestCost });
  const { agency } = request.params;
  const { connections } = boundGeneration(request).generation;
  const connection = connections.get(agency);
  if (connection !== undefined) return { agency, connection, request, audit };
  const message = `There is no agency of that name: expected one of ${[...connections.keys()].join(', ')}.`;
  throw new HttpError({ status: 404, code: 'BAD_REQUEST', message });
}

function readQuery<Query>(schema: z.ZodType<Query>, { request }: Asking, expected: string): Query {
  const read = schema.safeParse(request.query);
  if (read.success) return read.data;
  const message = `The parameters cannot be used: expected none but ${expected}, the last as an answer gave it in "next".`;
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}

/**
 * What the agency tells who asks, who is one of its own people, which is on disk by then.
 *
 * @throws {HttpError} where he is not, which is written down, too; where nobody can say; or where it cannot be written down.
 */
async function requireOwn(
  asking: Asking,
  of: OversightEntry['of'],
  question: OversightQuestion,
): Promise<Extract<OversightAnswer, { isOwn: true }>> {
  const { agency, connection, request, audit } = asking;
  const viewer = request.viewer?.kind === 'named' ? request.viewer : null;
  if (viewer === null) {
    audit.note(entryOf(asking, of, 'refused'));
    throw new HttpError({ status: 401, code: 'UNAUTHENTICATED', message: nobodySentence(agency) });
  }
  const answer = await connection.readOversight(viewer, question).catch((cause: unknown) => {
    audit.note(entryOf(asking, of, 'failed'));
    throw Object.assign(new HttpError({ status: 503, code: 'AGENCY_UNAVAILABLE', message: downSentence(agency) }), {
      cause,
    });
  });
  if (!answer.isOwn) {
    audit.note(entryOf(asking, of, 'refused'));
    throw new HttpError({ status: 403, code: 'FORBIDDEN', message: outsiderSentence(agency) });
  }
  await audit.require(entryOf(asking, of, 'shown')).catch((cause: unknown) => {
    const message = 'Who reads this cannot be written down at present, and so it is not shown. Ask again later.';
    throw Object.assign(new HttpError({ status: 503, code: 'AUDIT_UNAVAILABLE', message }), { cause });
  });
  return answer;
}

const nobodySentence = (agency: string) =>
  `This is for the people of ${agency} who look after its data: expected a token in "authorization".`;

/** One sentence for all reasons: who is none of them learns nothing of who is. */
const outsiderSentence = (agency: string) =>
  `This is for the people of ${agency} who look after its data: they are of an organisation that the agency names as its own, and their token has the scope ${agency}:audit.`;

const downSentence = (agency: string) =>
  `${agency} does not answer just now, so that nobody can say who its people are. Ask again later.`;

function entryOf(
  { agency, request }: Asking,
  of: AuditPart | 'loads',
  outcome: OversightEntry['outcome'],
): OversightEntry {
  const who = request.viewer?.kind === 'named' ? request.viewer : null;
  return {
    kind: 'oversight',
    at: new Date().toISOString(),
    requestId: request.id,
    organisation: who?.organisation ?? null,
    subject: who?.subject ?? null,
    purpose: who?.purpose ?? null,
    agency,
    of,
    outcome,
  };
}

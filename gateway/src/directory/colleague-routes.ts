import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { NamedViewer } from '@boroughgraph/schema/wire/viewer.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Audit } from '../audit/audit.ts';
import type { ConsumerBudgets } from '../budgets/consumer-budgets.ts';
import { spendOnPage } from '../budgets/spend-on-page.ts';
import { scopesSchema, subjectSchema } from '../callers/read-claims.ts';
import { type BindingOptions, bindRequests } from '../http/bind-request.ts';
import { addColleague, confirmColleague, endColleague, listColleagues } from './colleagues.ts';
import { type Directory, orUnavailable } from './directory.ts';

/** Where administrators of organisations come in. */
const colleaguesPath = '/colleagues';

/** What one request here counts against a budget: some statements on a small table. */
const requestCost = 20_000;

/** What administrators may do to a colleague. */
const changeSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add'), subject: subjectSchema, scopes: scopesSchema }),
  z.strictObject({ action: z.literal('confirm'), subject: subjectSchema }),
  z.strictObject({ action: z.literal('end'), subject: subjectSchema }),
]);

type Change = z.infer<typeof changeSchema>;

/** What answers at `/colleagues`. */
export type ColleagueRouteOptions = BindingOptions & {
  readonly directory: Directory;
  readonly audit: Audit;
  readonly budgets: ConsumerBudgets | null;
};

/**
 * Serves the colleagues of an organisation to its administrators, who say who they are as with every request: GET lists them, POST adds,
 * confirms or ends one. The organisation is that of the administrator, and there is no other to name.
 */
export function addColleagueRoutes(server: FastifyInstance, options: ColleagueRouteOptions): void {
  const { preParsing } = bindRequests(options);
  const handle = (work: (actor: NamedViewer, request: FastifyRequest) => Promise<unknown>) => ({
    url: colleaguesPath,
    preParsing,
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      void reply.header('cache-control', 'no-store');
      await spendOnPage(options.budgets, { request, reply, cost: requestCost });
      return work(requireNamed(request), request);
    },
  });
  server.route({ method: 'GET', ...handle((actor) => list(options.directory, actor)) });
  server.route({ method: 'POST', ...handle((actor, request) => change(options, actor, request)) });
}

function requireNamed({ viewer }: FastifyRequest): NamedViewer {
  if (viewer?.kind === 'named') return viewer;
  const message = 'Colleagues are shown to administrators of their organisation: expected a token in "authorization".';
  throw new HttpError({ status: 401, code: 'UNAUTHENTICATED', message });
}

async function list({ sql }: Directory, actor: NamedViewer) {
  const { organisation } = actor;
  const colleagues = await orUnavailable(() => listColleagues(sql, organisation, actor));
  // There is one at least, who asks.
  if (colleagues.length === 0) throw forbid('Only an administrator of the organisation sees its colleagues.');
  return { organisation, colleagues };
}

async function change({ directory, audit }: ColleagueRouteOptions, actor: NamedViewer, request: FastifyRequest) {
  const asked = readChange(request.body);
  const { organisation, subject: by } = actor;
  const isDone = await orUnavailable(() => apply(directory, actor, asked));
  const { action, subject } = asked;
  const outcome = isDone ? 'done' : 'refused';
  audit.note({
    kind: 'colleague',
    at: new Date().toISOString(),
    requestId: request.id,
    organisation,
    by,
    action,
    subject,
    outcome,
  });
  if (!isDone) throw forbid(sentences[action]);
  return { organisation, ...asked, by };
}

function apply({ sql }: Directory, actor: NamedViewer, asked: Change): Promise<boolean> {
  const person = { organisation: actor.organisation, subject: asked.subject };
  switch (asked.action) {
    case 'add':
      return addColleague(sql, { ...person, scopes: asked.scopes }, actor);
    case 'confirm':
      return confirmColleague(sql, person, actor);
    case 'end':
      return endColleague(sql, person, actor);
    default:
      return asked satisfies never;
  }
}

/** One sentence for all reasons: who is no administrator learns nothing of who is there. */
const sentences: Readonly<Record<Change['action'], string>> = {
  add: 'Nobody was added: only an administrator of the organisation adds somebody, with scopes that he has himself, who is not there already.',
  confirm:
    'Nobody was confirmed: only an administrator of the organisation confirms another of its colleagues, whose scopes he has himself.',
  end: 'Nobody was ended: only an administrator of the organisation ends somebody of it who is there.',
};

const forbid = (message: string) => new HttpError({ status: 403, code: 'FORBIDDEN', message });

function readChange(body: unknown): Change {
  const read = changeSchema.safeParse(body);
  if (read.success) return read.data;
  const part = read.error.issues[0]?.path.join('.') ?? '';
  const message = `The body ${part === '' ? '' : `has a "${part}" that `}cannot be used: expected {"action": "add", "subject": "…", "scopes": ["health:restricted"]}, or "confirm" or "end" with a subject alone.`;
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { callerHeaders } from '../../callers/caller-headers.ts';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
  isFromNobody,
} from '../../http/bind-request.ts';
import { agencyFields } from '../agency-fields.ts';
import { executeJson, sendErrors } from '../answer-table.ts';
import type { RefusedFile } from '../refused-file.ts';
import { sendFile, tagOf } from '../file-reply.ts';
import { describeNumber } from './describe-number.ts';
import {
  addressNow,
  describeRecall,
  findNumber,
  findRelease,
  firstDayOf,
  type FoundNumber,
  type NoNumber,
} from './find-number.ts';
import { askWithin, type Asking } from '../releases/release-question.ts';
import {
  editionsAnswer,
  type NumberAgency,
  numberAnswer,
  writeEditionsOperation,
  writeNumberOperation,
} from './number-answer.ts';
import { type NumberKey, numbersPath, readNumberAddress, readPeriodId } from './number-address.ts';
import { chooseForm, type NumberForm, writeNoNumber, writeNumber } from './number-form.ts';
import { pagePolicy } from './number-page.ts';

/**
 * Serves each published number at an address of its own: the same number for as long as its release stands, as a page, JSON, CSV or
 * BibTeX; 410 with the reason once it is recalled or withheld. An address without a release leads to the number that answers now.
 */
export function addNumberRoutes(server: FastifyInstance, options: BindingOptions & AnsweringLimits): void {
  server.route({
    method: 'GET',
    url: `${numbersPath}*`,
    compress: false,
    ...bindRequests(options),
    handler: (request, reply) => answer(request, reply, options),
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, limits: AnsweringLimits): Promise<FastifyReply> {
  const { path, form } = chooseForm(request.url.split('?')[0] ?? '', request.headers.accept);
  const { executor } = boundGeneration(request);
  void reply.header('vary', `accept, accept-encoding, ${callerHeaders}`);
  const key = readNumberAddress(path);
  const question = key === null ? null : askFor(key, executor.schema);
  if (key === null || question === null) return sendNone(reply, form, noAddress);
  const asking = async (on: string | null): Promise<NumberAgency | RefusedFile | null> => {
    const asked = {
      text: question.text,
      hash: null,
      operationName: undefined,
      variables: { ...question.variables, on },
    };
    const answered = await executeJson(executor, { request, asked, context: createContext(request, reply, limits) });
    return answered.kind === 'errors'
      ? answered
      : numberAnswer.parse((answered.answer as { data: unknown }).data).agency;
  };
  const found = await lookUp(key, asking);
  if (found === null) return sendNone(reply, form, noAddress);
  if (found.kind === 'errors') {
    const ask = askWithin(executor, createContext(request, reply, limits));
    const isGone = isUnmeasured(found) && (await standsWithout(key, executor.schema, ask));
    if (isGone) return sendNone(reply, form, withdrawn(key));
    return sendErrors(reply.header('cache-control', 'no-store'), found);
  }
  if (found.kind === 'now')
    return reply.header('cache-control', 'no-store').redirect(found.address + endingOf(request.url), 302);
  if (found.kind !== 'number') return sendNone(reply, form, found);
  return sendNumber(request, reply, { found, form });
}

/** What says in an address which form is wanted, with its dot; nothing where the header does. */
const endingOf = (url: string) => /\.(?:html|json|csv|bib)$/.exec(url.split('?')[0] ?? '')?.[0] ?? '';

type Ask = (on: string | null) => Promise<NumberAgency | RefusedFile | null>;

/** What is at an address: asked as things stand, and then as they stood when its release could first be seen. */
async function lookUp(
  key: NumberKey,
  ask: Ask,
): Promise<FoundNumber | NoNumber | RefusedFile | { readonly kind: 'now'; readonly address: string } | null> {
  const now = await ask(null);
  if (now === null || 'kind' in now || now.indicator === null) return now !== null && 'kind' in now ? now : null;
  const { release } = key;
  if (release === null) {
    const address = addressNow(key, now);
    return address === null
      ? { kind: 'absent', reason: 'No number answers there now', instead: null }
      : { kind: 'now', address };
  }
  const named = findRelease(now, release);
  if (named === null)
    return { kind: 'absent', reason: `There is no release ${release.slice(0, 200)}`, instead: addressNow(key, now) };
  const recalled = describeRecall(named, key, now);
  if (recalled !== null) return recalled;
  const then = await ask(firstDayOf(named));
  if (then === null || 'kind' in then) return then;
  return findNumber({ key: { ...key, release }, now, then });
}

/** The operation of a number; null where there is no such agency, or no such period. */
function askFor(key: NumberKey, schema: GraphQLSchema) {
  const agency = agencyFields(schema).find((each) => each.agency === key.agency);
  const period = readPeriodId(key.period);
  if (agency === undefined || period === null) return null;
  const { indicator, place, isSite, dimensions } = key;
  const places = isSite ? { areas: null, sites: [place] } : { areas: [place], sites: null };
  const { type: periodType, during } = period;
  const variables = { indicator, indicators: [indicator], ...places, dimensions, periodType, during };
  return { text: writeNumberOperation(agency.field), variables };
}

/** Whether all that is wrong is that the agency knows no such indicator. */
const isUnmeasured = ({ errors }: RefusedFile) =>
  errors.every(({ extensions }) => extensions?.['argument'] === 'indicators');

/** Whether the release of an address is one that everybody knows, although nobody can say what the address asks of it. */
async function standsWithout({ agency, release }: NumberKey, schema: GraphQLSchema, ask: Asking): Promise<boolean> {
  const field = agencyFields(schema).find((each) => each.agency === agency)?.field;
  if (field === undefined || release === null) return false;
  const { data } = await ask(writeEditionsOperation(field), { dataset: release.split('@')[0] ?? '' });
  const told = editionsAnswer.safeParse(data);
  return told.success && told.data.agency?.dataset?.releases.some(({ id }) => id === release) === true;
}

const withdrawn = ({ indicator, release }: NumberKey): NoNumber => ({
  kind: 'gone',
  reason: `The release ${release ?? ''} is known, and nothing is measured as ${indicator} any more: it was withdrawn, or is written otherwise`,
  instead: null,
});

const noAddress: NoNumber = {
  kind: 'absent',
  reason:
    'There is no number at this address. Expected /n/<agency>/<indicator>/<area>/<dimensions or total>/<period>/<release>',
  instead: null,
};

function sendNone(reply: FastifyReply, form: NumberForm, none: NoNumber): FastifyReply {
  const { text, type } = writeNoNumber(none, form);
  const code = none.kind === 'gone' ? 410 : 404;
  // Nobody keeps it: a number that was recalled may be reinstated.
  return reply
    .code(code)
    .headers({ 'cache-control': 'no-store', 'content-security-policy': pagePolicy })
    .type(type)
    .send(text);
}

async function sendNumber(
  request: FastifyRequest,
  reply: FastifyReply,
  { found, form }: { readonly found: FoundNumber; readonly form: NumberForm },
): Promise<FastifyReply> {
  const { text, type } = writeNumber(describeNumber(found, `${request.protocol}://${request.host}`), form);
  const isKept = isFromNobody(request);
  const headers = {
    'content-type': type,
    'cache-control': isKept ? 'no-cache' : 'private, no-store',
    ...(form === 'html' && { 'content-security-policy': pagePolicy }),
  };
  const bytes = Buffer.from(text);
  return sendFile(request, reply, { bytes, headers, isKept, hash: tagOf(bytes) });
}

import { z } from 'zod';
import type { Attack, Outcome } from './attack.ts';
import type { Received } from './send.ts';

const errorsSchema = z.array(
  z.object({ message: z.string().min(1), extensions: z.object({ code: z.string() }).loose() }).loose(),
);
const answerSchema = z.object({ data: z.unknown().optional(), errors: errorsSchema.optional() });

/** How an attack was taken. */
export interface Verdict {
  readonly taken: 'refused' | 'answered' | 'busy';
  /** What is wrong with that; null where it was taken as it has to be. */
  readonly fault: string | null;
}

/**
 * How an attack was taken, and whether as it has to be: refused with its status, in JSON as GraphQL has it, with its code and a
 * sentence, or answered. That the server is busy is right for nothing that comes alone: whoever sends one request has not kept
 * it busy. Never throws.
 */
export function judgeAnswer({ outcome }: Attack, { status, contentType, text }: Received): Verdict {
  const wrong = (fault: string): Verdict => ({ taken: 'refused', fault });
  if (/call stack|RangeError|TypeError|node_modules/.test(text))
    return wrong(`tells of its inside: ${text.slice(0, 300)}`);
  if (!/^application\/(graphql-response\+)?json/.test(contentType)) return wrong(`is answered as "${contentType}"`);
  const answer = answerSchema.safeParse(parse(text));
  if (!answer.success) return wrong(`is answered with what is no GraphQL: ${text.slice(0, 300)}`);
  return { taken: takenAs(answer.data), fault: judge(outcome, status, answer.data) };
}

/** What is wrong with how an attack was taken that came alone; null where nothing is. Never throws. */
export function findFault(attack: Attack, received: Received): string | null {
  const { taken, fault } = judgeAnswer(attack, received);
  return fault ?? (taken === 'busy' ? `is told that the server is busy: ${received.text.slice(0, 200)}` : null);
}

/** Whether an agency has turned a request away that its gateway has not signed. */
export function isTurnedAway({ status, text }: Received): boolean {
  return status === 401 && text.includes('"UNAUTHENTICATED"');
}

type Answer = z.infer<typeof answerSchema>;

function takenAs({ data, errors = [] }: Answer): Verdict['taken'] {
  if (errors.some(({ extensions }) => busyCodes.has(extensions.code))) return 'busy';
  return data ? 'answered' : 'refused';
}

function judge(outcome: Outcome, status: number, { data, errors = [] }: Answer): string | null {
  if (outcome === 'answered')
    return status === 200 && data ? null : `is answered with ${status}: ${JSON.stringify(errors)}`;
  if (outcome === 'bounded') return judgeBounded(data, errors);
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))].join(', ');
  const isRight = status === outcome.status && codes === outcome.code;
  return isRight
    ? null
    : `is answered with ${status} ${codes} (${errors[0]?.message.slice(0, 200) ?? ''}) in place of ${outcome.status} ${outcome.code}`;
}

/** With data, unless something may be refused; nothing that fails on the server's side. */
function judgeBounded(data: unknown, errors: z.infer<typeof errorsSchema>): string | null {
  const wrong = errors.find(({ extensions }) => !boundedCodes.has(extensions.code));
  if (wrong) return `is answered with ${wrong.extensions.code}: ${wrong.message.slice(0, 200)}`;
  return data || errors.length > 0 ? null : 'is answered with nothing';
}

const busyCodes: ReadonlySet<string> = new Set(['GATEWAY_BUSY', 'AGENCY_BUSY']);
/** What may be said of an operation that is in order: that it asks for too much, or for what there is not; that the server is busy is counted apart. */
const boundedCodes: ReadonlySet<string> = new Set(['OPERATION_TOO_LARGE', 'BAD_USER_INPUT', ...busyCodes]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { z } from 'zod';
import type { Attack, Outcome } from './attack.ts';
import type { Received } from './send.ts';

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string().min(1), extensions: z.object({ code: z.string() }).loose() }).loose())
    .optional(),
});

/**
 * What is wrong with how an attack was taken; null where it was taken as it has to be: refused with its status, in JSON as
 * GraphQL has it, with its code and a sentence, or answered. Never throws.
 */
export function findFault({ outcome }: Attack, { status, contentType, text }: Received): string | null {
  if (/call stack|RangeError|TypeError|node_modules/.test(text)) return `tells of its inside: ${text.slice(0, 300)}`;
  if (!/^application\/(graphql-response\+)?json/.test(contentType)) return `is answered as "${contentType}"`;
  const answer = answerSchema.safeParse(parse(text));
  if (!answer.success) return `is answered with what is no GraphQL: ${text.slice(0, 300)}`;
  return judge(outcome, status, answer.data) ?? null;
}

function judge(outcome: Outcome, status: number, { data, errors = [] }: z.infer<typeof answerSchema>): string | null {
  if (outcome === 'answered')
    return status === 200 && data ? null : `is answered with ${status}: ${JSON.stringify(errors)}`;
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))].join(', ');
  const isRight = status === outcome.status && codes === outcome.code;
  return isRight
    ? null
    : `is answered with ${status} ${codes} (${errors[0]?.message.slice(0, 200) ?? ''}) in place of ${outcome.status} ${outcome.code}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

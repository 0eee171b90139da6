import { OutgoingError } from '@boroughgraph/schema/http/outgoing/outgoing-hosts.ts';
import { sendOutgoing } from '@boroughgraph/schema/http/outgoing/send-outgoing.ts';
import type { Delivery } from './notify-state.ts';
import type { Subscriber } from './subscribers.ts';
import { signMessage } from './webhook-message.ts';

/** After how many minutes each message is sent again that was not taken: a day in all. */
const againAfterMinutes = [1, 5, 30, 120, 360, 960] as const;
const answerMs = 10_000;

/** What sending takes. */
export interface Delivering {
  readonly subscribers: readonly Subscriber[];
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Sends what is due; what is still to be sent afterwards. What nobody takes for a day, or whose subscriber is gone, is given up and said so. Never rejects. */
export async function deliverDue(
  deliveries: readonly Delivery[],
  { subscribers, log, signal }: Delivering,
  now: Date,
): Promise<readonly Delivery[]> {
  const left = await Promise.all(
    deliveries.map(async (each) => {
      if (Date.parse(each.due) > now.getTime()) return [each];
      const subscriber = subscribers.find(({ url }) => url === each.url);
      // He is not listed any more.
      if (subscriber === undefined) return [];
      const problem = await send(each, subscriber, { now, signal });
      if (problem === null) return [];
      const minutes = againAfterMinutes[each.attempts];
      const { host } = new URL(each.url);
      log(`${host} has not taken ${each.id}: ${problem}${minutes === undefined ? '. It is given up.' : ''}`);
      if (minutes === undefined) return [];
      const due = new Date(now.getTime() + minutes * 60_000).toISOString();
      return [{ ...each, attempts: each.attempts + 1, due }];
    }),
  );
  return left.flat();
}

/** Why it was not taken; null where it was. */
async function send(
  { id, url, body }: Delivery,
  { secret, isWithin }: Subscriber,
  { now, signal }: { readonly now: Date; readonly signal: AbortSignal },
): Promise<string | null> {
  const { host } = new URL(url);
  const hosts = isWithin ? { open: [], within: [host] } : { open: [host], within: [] };
  try {
    const response = await sendOutgoing({
      url,
      hosts,
      method: 'POST',
      headers: { ...signMessage({ id, body }, secret, now) },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
    });
    // What he has to say about it is read by nobody.
    response.destroy();
    const { statusCode = 0 } = response;
    return statusCode >= 200 && statusCode < 300 ? null : `he answers ${statusCode}`;
  } catch (error) {
    return error instanceof OutgoingError ? error.message : 'it cannot be sent';
  }
}

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { describeError, Problem } from '../problem.ts';
import { eventKinds, type GraphEvent } from './graph-event.ts';

/** Somebody who hears of what happens. */
export interface Subscriber {
  readonly url: string;
  readonly events: readonly GraphEvent['type'][];
  /** The datasets of which he hears; null for all. */
  readonly datasets: readonly string[] | null;
  /** With what messages to him are signed. */
  readonly secret: Buffer;
  /** Whether he is within the network of the operator, where plain http will do. */
  readonly isWithin: boolean;
}

// A misspelt key would be a subscriber who hears of something else.
const fileSchema = z.strictObject({
  subscribers: z.array(
    z.strictObject({
      url: z.url({
        protocol: /^https?$/,
        error: 'expected an address of https, such as https://dashboard.example/hook',
      }),
      events: z.array(z.enum(eventKinds, `expected ${eventKinds.join(', ')}`)).min(1),
      datasets: z.array(z.string()).min(1).optional(),
      secretFile: z.string().min(1),
      private: z.boolean().default(false),
    }),
  ),
});

/** As many as a random secret of 128 bits has in base64. */
const leastSecret = 22;

/**
 * Those whom a file lists. Paths of secrets start from its folder.
 *
 * @throws {Problem} naming what is wrong in it, or with a secret; never with anything of the secret.
 */
export function readSubscribers(path: string): readonly Subscriber[] {
  const parsed = fileSchema.safeParse(readJson(path));
  if (!parsed.success)
    throw new Problem(
      parsed.error.issues
        .map(({ path: where, message }) => `${path}: ${where.join('.') || 'the whole'}: ${message}`)
        .join('\n'),
    );
  return parsed.data.subscribers.map(({ secretFile, datasets = null, private: isWithin, ...subscriber }) => {
    if (!isWithin && !subscriber.url.startsWith('https:'))
      throw new Problem(`${path}: ${subscriber.url}: expected https, unless it is "private": true`);
    return { ...subscriber, datasets, isWithin, secret: readSecret(resolve(dirname(path), secretFile)) };
  });
}

/** Whether somebody hears of an event. */
export function hearsOf({ events, datasets }: Subscriber, event: GraphEvent): boolean {
  if (!events.includes(event.type)) return false;
  return !('dataset' in event) || datasets === null || datasets.includes(event.dataset);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Problem(`The subscribers ${path} cannot be read: ${describeError(cause)}`, { cause });
  }
}

/** Text, or bytes in base64 after `whsec_`, as Standard Webhooks writes them. */
function readSecret(path: string): Buffer {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new Problem(`The secret ${path} cannot be read: ${describeError(cause)}`, { cause });
  }
  if (text.length < leastSecret)
    throw new Problem(
      `The secret ${path} is too short: expected ${leastSecret} characters, such as of openssl rand -base64 24`,
    );
  return text.startsWith('whsec_') ? Buffer.from(text.slice('whsec_'.length), 'base64') : Buffer.from(text);
}

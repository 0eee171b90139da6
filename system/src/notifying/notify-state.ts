import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWholeFile } from '../write-whole-file.ts';

const delivery = z.object({
  id: z.string(),
  url: z.string(),
  body: z.string(),
  attempts: z.int(),
  /** When it is sent, or sent again, in UTC. */
  due: z.iso.datetime(),
});

const state = z.object({
  releases: z.record(z.string(), z.record(z.string(), z.enum(['standing', 'recalled']))),
  version: z.int(),
  deliveries: z.array(delivery),
});

/** A message that somebody has not taken yet. */
export type Delivery = Readonly<z.infer<typeof delivery>>;

/** What is known of the graph, and what is still to be told. */
export type NotifyState = Readonly<z.infer<typeof state>>;

/** What is written down; null before anything is. @throws {Error} when it is of another form. */
export function readNotifyState(path: string): NotifyState | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  return state.parse(JSON.parse(text));
}

/** Writes it down, whole or not at all. */
export function writeNotifyState(path: string, next: NotifyState): void {
  writeWholeFile(path, JSON.stringify(next));
}

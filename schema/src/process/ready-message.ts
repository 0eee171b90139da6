import { z } from 'zod';

const readyMessageSchema = z.object({ ready: z.literal(true), port: z.int() });

/** What a server tells the process that forked it when it listens. */
export type ReadyMessage = Readonly<z.infer<typeof readyMessageSchema>>;

/** The port of a server that says that it listens; null for any other message. Never throws. */
export function readReadyPort(message: unknown): number | null {
  return readyMessageSchema.safeParse(message).data?.port ?? null;
}

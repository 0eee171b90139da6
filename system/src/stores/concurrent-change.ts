import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';

/** How often work is tried again when another process changes the same rights in the same moment. */
const attempts = 10;
/** Wait before a further attempt, in milliseconds, times the attempts so far; a change takes a few. */
const attemptDelayMs = 20;

/**
 * Does `work` on roles, databases, schemas or the rights to them, again when another process has changed the same one meanwhile.
 *
 * PostgreSQL lets the slower of two such changes fail in place of waiting. Roles belong to the whole server, and each kind of
 * work takes a lock of its own, so that no lock keeps all of them apart. What `work` does must be safe to do twice.
 *
 * @throws what `work` throws, when it is something else or does not pass.
 */
export async function retryConcurrentChange(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === attempts || !isConcurrentChange(error)) throw error;
      await delay(attempt * attemptDelayMs);
    }
}

/** unique_violation, duplicate_object, duplicate_database, or XX000 "tuple concurrently updated". */
function isConcurrentChange(error: unknown): boolean {
  return error instanceof postgres.PostgresError && ['23505', '42710', '42P04', 'XX000'].includes(error.code);
}

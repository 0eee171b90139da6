import { setTimeout as delay } from 'node:timers/promises';
import { type RotatingIssuer, rotatingCaller } from './rotating-issuer.ts';
import type { ChaoticSystem } from './system-processes.ts';

/** How long a gateway does not ask an issuer again for its keys, and a little more: an issuer lists a key for so long before it signs with it. */
const announcedMs = 11_000;
/** How long is asked with the first keys, and with the last. */
const steadyMs = 3_000;

/** Callers whose keys change while they ask. */
export interface RotatingCallers {
  /** The headers of the next request: of a person by a token and of a machine by its key, in turns. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** Changes both keys, and resolves when nothing is asked by the old ones any more. */
  readonly rotate: () => Promise<void>;
}

/** Makes the caller of an issuer a colleague of his organisation, and gives that a machine. */
export async function prepareCallers(system: ChaoticSystem, issuer: RotatingIssuer): Promise<RotatingCallers> {
  const { organisation, subject } = rotatingCaller;
  await system.run('administrators', organisation, 'add', subject, '--scope', 'health:restricted');
  let machine = await addKey(system, organisation);
  let asked = 0;
  return {
    headers: async () => {
      asked += 1;
      return asked % 2 === 0 ? { 'x-api-key': machine } : { authorization: `Bearer ${await issuer.sign()}` };
    },
    rotate: async () => {
      await delay(steadyMs);
      await issuer.announce();
      const old = machine;
      machine = await addKey(system, organisation);
      await delay(announcedMs);
      issuer.rotate();
      await system.run('keys', organisation, 'revoke', old.split('_')[1] ?? '');
      await delay(steadyMs);
    },
  };
}

async function addKey(system: ChaoticSystem, organisation: string): Promise<string> {
  const said = await system.run('keys', organisation, 'add', '--scope', 'health:restricted', '--days', '1');
  const key = /bgk_[0-9a-f]{12}_[\w-]{43}/.exec(said)?.[0];
  if (key === undefined) throw new Error(`no key was made: ${said}`);
  return key;
}

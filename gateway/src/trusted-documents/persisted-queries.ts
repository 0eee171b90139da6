import { ProvenCache } from '@boroughgraph/schema/caching/proven-cache.ts';
import { maxPersistedBytes } from '../limits.ts';
import type { Safelist } from './safelist.ts';

/** Where Apollo Server keeps the texts of operations that clients name by their SHA-256. */
export interface PersistedQueries {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** What Apollo Server writes before every hash. */
const prefix = 'apq:';

/**
 * The operations that were sent with their SHA-256, as long as there is room: what was sent once pushes out nothing that was asked
 * for again. With a safelist, those that it has, and nothing is added.
 */
export function createPersistedQueries(safelist: Safelist | null): PersistedQueries {
  if (safelist !== null)
    return {
      get: (key) => Promise.resolve(safelist.textOf(key.slice(prefix.length))),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(false),
    };
  const known = new ProvenCache<{ readonly text: string }>({ maxBytes: maxPersistedBytes });
  return {
    get: (key) => Promise.resolve(known.get(key)?.text),
    set: (key, text) => {
      known.set(key, { text });
      return Promise.resolve();
    },
    delete: (key) => {
      known.delete(key);
      return Promise.resolve(true);
    },
  };
}

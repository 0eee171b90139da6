/** Any number would do; a fixed one gives every installation the same sample. */
const seed = 20_251_231;

/**
 * A source of numbers from 0, included, to 1, excluded, that look random and are the same for the same name in every run.
 *
 * Each series draws under a name of its own, so that a new indicator leaves the figures of all others as they are.
 * Never throws.
 *
 * Source: mulberry32, a generator of 32 bits by Tommy Ettinger in the public domain. It starts from the FNV-1a hash of
 * the name: Fowler, Noll and Vo, IETF draft-eastlake-fnv.
 */
export function drawsFor(name: string): () => number {
  let state = (hashOf(name) ^ seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The first number that `drawsFor` gives under a name: for what stays as it is through all periods. */
export function drawOnce(name: string): number {
  return drawsFor(name)();
}

function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

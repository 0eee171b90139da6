/** A source of chance that gives the same from the same seeds, on every machine. */
export interface Random {
  /** A whole number from 0, below `limit`. */
  readonly whole: (limit: number) => number;
  /** True as often as `share` says: never for 0, always for 1. */
  readonly chance: (share: number) => boolean;
  /** One of the values. @throws {RangeError} when there is none. */
  readonly pick: <T>(values: readonly T[]) => T;
}

/** Chance from seeds of any number: a run's, an operation's, a purpose's. */
export function createRandom(...seeds: readonly (number | string)[]): Random {
  let state = hash(seeds.join('/'));
  const next = (): number => {
    // mulberry32: 32 bits of state are plenty for some hundred draws, and it is six lines.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (limit: number): number => Math.floor(next() * limit);
  return {
    whole,
    chance: (share) => next() < share,
    pick: (values) => {
      const [chosen] = values.slice(whole(values.length));
      if (chosen === undefined) throw new RangeError('There is nothing to pick from');
      return chosen;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

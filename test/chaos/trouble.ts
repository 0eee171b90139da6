import type { Circumstances } from './judge.ts';

/** What is done to something, from when on, and until when it may still show. */
interface Spell {
  readonly of: readonly string[];
  readonly fromMs: number;
  untilMs: number;
}

/** The name under which trouble of the gateway itself is kept. */
export const gatewayName = 'gateway';

/** Keeps what is done to which process, so that each answer can be judged by what was true while it was made. */
export class Trouble {
  readonly #spells: Spell[] = [];

  /** Something is done to these from now on; what is returned ends it, after so many milliseconds more. */
  begin(...of: readonly string[]): (afterMs?: number) => void {
    const spell: Spell = { of, fromMs: performance.now(), untilMs: Infinity };
    this.#spells.push(spell);
    return (afterMs = 0) => {
      spell.untilMs = performance.now() + afterMs;
    };
  }

  readonly circumstances = (fromMs: number, toMs: number): Circumstances => {
    const names = this.#spells
      .filter((spell) => spell.fromMs <= toMs && fromMs <= spell.untilMs)
      .flatMap(({ of }) => of);
    return { suspects: new Set(names), isGatewayAway: names.includes(gatewayName) };
  };
}

import type { CoverageRecord } from './answering-releases.ts';

type Places = NonNullable<CoverageRecord['places']>;
/** The positions of the periods that are covered at a place, as text. */
type Reached = ReadonlyMap<string, string>;

/** Where releases cover an indicator. One answer serves all places that none of them tells apart: of a long history it is large. */
export class Reach {
  /** One for all releases that cover the same periods of the same places. */
  readonly #groups: readonly Reached[];
  readonly #known = new Map<string, string>();

  constructor(coverage: readonly CoverageRecord[]) {
    const byText = new Map(
      coverage.flatMap(({ places = null }) => (places === null ? [] : [[textOf(places), places] as const])),
    );
    this.#groups = [...byText.values()].map(
      (places) => new Map(places.map(([place, positions]) => [place, JSON.stringify(positions)])),
    );
  }

  /** What stands for a place and for all that are covered like it; null where every release covers every place. Never throws. */
  at(place: string): string | null {
    if (this.#groups.length === 0) return null;
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    // Anybody may ask for a place that nobody knows.
    if (!this.#groups.some((group) => group.has(place))) return 'nowhere';
    const reached = this.#groups.map((group) => group.get(place) ?? 'nowhere').join(' ');
    this.#known.set(place, reached);
    return reached;
  }
}

/** What a release covers stays, and is read once. */
const texts = new WeakMap<Places, string>();

function textOf(places: Places): string {
  const known = texts.get(places) ?? JSON.stringify(places);
  texts.set(places, known);
  return known;
}

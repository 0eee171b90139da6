import type { PublishedRelease } from './published-releases.ts';

type Covering = Pick<PublishedRelease, 'covered' | 'places'>;

/** A series, as far as it decides which release answers for it. */
export interface AnsweredSeries {
  readonly indicator: { readonly id: string };
  readonly place: string;
}

/** The cells that some releases answer for, with a figure or without. */
export class AnsweredCells {
  /** By the id of an indicator: ordinals everywhere. */
  readonly #everywhere = new Map<string, Set<number>>();
  /** By the id of an indicator and a place. */
  readonly #atPlaces = new Map<string, Set<number>>();

  /** Adds what a release covers. */
  add({ covered, places }: Covering): void {
    for (const [id, ordinals] of covered) {
      const own = places?.get(id);
      if (own === undefined) addAll(this.#everywhere, id, ordinals);
      else for (const [place, at] of own) addAll(this.#atPlaces, `${id} ${place}`, at);
    }
  }

  /** Whether any of them answers for a cell. */
  has({ indicator: { id }, place }: AnsweredSeries, ordinal: number): boolean {
    if (this.#everywhere.get(id)?.has(ordinal) === true) return true;
    return this.#atPlaces.size > 0 && this.#atPlaces.get(`${id} ${place}`)?.has(ordinal) === true;
  }
}

function addAll(known: Map<string, Set<number>>, key: string, ordinals: ReadonlySet<number>): void {
  const all = known.get(key) ?? new Set<number>();
  known.set(key, all);
  for (const ordinal of ordinals) all.add(ordinal);
}

/** The cells that one release answers for. Never throws. */
export function cellsAnsweredBy(release: Covering): AnsweredCells {
  const cells = new AnsweredCells();
  cells.add(release);
  return cells;
}

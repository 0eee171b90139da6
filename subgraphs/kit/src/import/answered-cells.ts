import type { PublishedRelease } from './published-releases.ts';

type Covering = Pick<PublishedRelease, 'covered'>;

/** The cells that some releases answer for, with a figure or without. */
export class AnsweredCells {
  readonly #byIndicator = new Map<string, Set<number>>();

  /** Adds what a release covers. */
  add({ covered }: Covering): void {
    for (const [id, ordinals] of covered) addAll(this.#byIndicator, id, ordinals);
  }

  /** Whether any of them answers for a cell. */
  has({ indicator: { id } }: AnsweredSeries, ordinal: number): boolean {
    return this.#byIndicator.get(id)?.has(ordinal) === true;
  }
}

/** A series, as far as it decides which release answers for it. */
export interface AnsweredSeries {
  readonly indicator: { readonly id: string };
  readonly place: string;
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

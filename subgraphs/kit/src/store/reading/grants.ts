/**
 * What agreements let one viewer read for the purpose of one request, beside what everybody may: by the id of a dataset, all of it
 * (null) or what is measured at some places.
 */
export class Grants {
  readonly #byDataset: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** The same for the store, which holds its rows to it: JSON by dataset, true for all of it. Empty where nothing is granted. */
  readonly text: string;

  constructor(byDataset: ReadonlyMap<string, ReadonlySet<string> | null>) {
    this.#byDataset = byDataset;
    this.text = byDataset.size === 0 ? '' : JSON.stringify(Object.fromEntries([...byDataset].map(writePlaces)));
  }

  /** Whether all of a dataset may be read: its figures, its facts, and what its releases are. */
  areForAll(datasetId: string): boolean {
    return this.#byDataset.get(datasetId) === null;
  }

  /** Whether what a dataset measures at a place may be read. */
  areFor(datasetId: string, place: string): boolean {
    const places = this.#byDataset.get(datasetId);
    return places === null || places?.has(place) === true;
  }
}

/** Of everybody of whom nothing is known. */
export const noGrants = new Grants(new Map());

function writePlaces([datasetId, places]: readonly [string, ReadonlySet<string> | null]) {
  return [
    datasetId,
    places === null || Object.fromEntries([...places].toSorted().map((place) => [place, true])),
  ] as const;
}

/** What one agreement is about. Null areas are all that there are. */
export interface AgreedPart {
  readonly datasetIds: readonly string[];
  readonly areas: readonly string[] | null;
}

/** What agreements that hold grant together: where several are about a dataset, what any of them does. Never throws. */
export function grantsBy(agreed: readonly AgreedPart[]): Grants {
  const byDataset = new Map<string, ReadonlySet<string> | null>();
  for (const { datasetIds, areas } of agreed)
    for (const id of datasetIds) {
      const known = byDataset.get(id);
      byDataset.set(id, known === null || areas === null ? null : new Set([...(known ?? []), ...areas]));
    }
  return new Grants(byDataset);
}

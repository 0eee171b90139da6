/** How often the figures of a place and period bear out that a value is the total of the others, that it is a part, or neither. */
export interface TotalTally {
  readonly total: number;
  readonly part: number;
  readonly neither: number;
}

/** By the text of a structure and its table (`nameOfStructure`), and by the value of its dimension. */
export type TotalTallies = ReadonlyMap<string, ReadonlyMap<string, TotalTally>>;

/**
 * What figures of other periods say of those at hand, where only these are looked at: what is believed of all periods is believed by the
 * evidence of all.
 */
export interface HistoryEvidence {
  /** Places that have a figure in any period. */
  readonly places: ReadonlySet<string>;
  readonly totals: TotalTallies;
}

/** Of no other periods. */
export const noEvidence: HistoryEvidence = { places: new Set(), totals: new Map() };

/** What two parts of a history say together, no period of which is in both. Never throws. */
export function evidenceOfBoth(one: HistoryEvidence, other: HistoryEvidence): HistoryEvidence {
  const names = new Set([...one.totals.keys(), ...other.totals.keys()]);
  const totals = [...names].map((name) => {
    const [own, others] = [one.totals.get(name) ?? none, other.totals.get(name) ?? none];
    const values = new Set([...own.keys(), ...others.keys()]);
    return [name, new Map([...values].map((value) => [value, sumOf(own.get(value), others.get(value))]))] as const;
  });
  return { places: new Set([...one.places, ...other.places]), totals: new Map(totals) };
}

const none: ReadonlyMap<string, TotalTally> = new Map();

function sumOf(one: TotalTally = noTally, other: TotalTally = noTally): TotalTally {
  return { total: one.total + other.total, part: one.part + other.part, neither: one.neither + other.neither };
}

/** Of a value of which nothing is known. */
export const noTally: TotalTally = { total: 0, part: 0, neither: 0 };

/** A whole number that somebody would like to know, and between which ends it is known to lie, both included. */
export interface Unknown {
  readonly id: string;
  readonly low: number;
  /** Infinity where nothing is known. */
  readonly high: number;
}

/** Numbers of which the sum, each so many times, is zero: a total once and its parts minus once. */
export type Identity = readonly (readonly [id: string, times: number])[];

/** The ends between which a number must lie, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What is known contradicts itself: the knowledge is wrong, or the numbers do not add up. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction';
}

/** A system of identities over numbers whose ranges are still open: known ones are moved to the right-hand side. */
export interface OpenSystem {
  readonly ids: readonly string[];
  readonly equations: readonly { readonly terms: readonly (readonly [number, number])[]; readonly equals: number }[];
  /** By position in `ids`: what follows by propagation. */
  readonly ranges: readonly Range[];
  /** By position in `ids`: the end that was given, which the equations alone do not imply. */
  readonly givenHigh: readonly number[];
}

/** Passes over the equations at most: a total of totals is four deep. */
const passes = 30;

/**
 * The ranges that follow by interval arithmetic from the identities, equation by equation, and the connected parts of the system
 * in which numbers are still open.
 *
 * @throws {Contradiction} when no numbers meet the identities.
 */
export function openSystems(
  unknowns: readonly Unknown[],
  identities: readonly Identity[],
): { readonly ranges: ReadonlyMap<string, Range>; readonly systems: readonly OpenSystem[] } {
  const ranges = new Map(unknowns.map(({ id, low, high }): [string, Range] => [id, { low, high }]));
  for (const identity of identities)
    for (const [id] of identity) if (!ranges.has(id)) ranges.set(id, { low: 0, high: Infinity });
  const given = new Map([...ranges].map(([id, { high }]) => [id, high]));
  for (let pass = 0; pass < passes; pass += 1) {
    const hasChanged = identities.map((identity) => tighten(identity, ranges)).includes(true);
    if (!hasChanged) break;
  }
  return { ranges, systems: partsOf(ranges, identities).map((part) => systemOf(part, { ranges, given })) };
}

/** Tightens the ranges in one identity; whether anything changed. */
function tighten(identity: Identity, ranges: Map<string, Range>): boolean {
  let hasChanged = false;
  const ends = identity.map(([id, times]) => scaledRange(ranges.get(id), times));
  const lows = sumOf(ends.map(({ low }) => low));
  const highs = sumOf(ends.map(({ high }) => high));
  identity.forEach(([id, times], index) => {
    const own = ends[index];
    const range = ranges.get(id);
    if (own === undefined || range === undefined) return;
    // times × x = −(the others), whose ends are the sums without its own.
    const others = { low: lows.without(own.low), high: highs.without(own.high) };
    const bounds =
      times > 0 ? [-others.high / times, -others.low / times] : [-others.low / times, -others.high / times];
    const low = Math.max(range.low, Math.ceil((bounds[0] ?? 0) - 1e-9));
    const high = Math.min(range.high, Math.floor((bounds[1] ?? 0) + 1e-9));
    if (low > high) throw new Contradiction(`no number is left for ${id}: it would lie between ${low} and ${high}`);
    if (low === range.low && high === range.high) return;
    ranges.set(id, { low: low + 0, high });
    hasChanged = true;
  });
  return hasChanged;
}

function scaledRange(range: Range | undefined, times: number): Range {
  const { low, high } = range ?? { low: 0, high: Infinity };
  return times > 0 ? { low: low * times, high: high * times } : { low: high * times, high: low * times };
}

/** A sum that can leave one part out although others, or that one, are infinite. */
function sumOf(parts: readonly number[]) {
  const finite = parts.filter((part) => Number.isFinite(part)).reduce((sum, part) => sum + part, 0);
  const infinite = parts.filter((part) => !Number.isFinite(part));
  return {
    without: (part: number) => {
      const others = Number.isFinite(part) ? infinite.length : infinite.length - 1;
      if (others > 0) return infinite[0] ?? 0;
      return Number.isFinite(part) ? finite - part : finite;
    },
  };
}

interface Part {
  readonly ids: readonly string[];
  readonly identities: readonly Identity[];
}

/** Identities that share an open number, and the ones they share it with. */
function partsOf(ranges: ReadonlyMap<string, Range>, identities: readonly Identity[]): readonly Part[] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    const parent = parents.get(id) ?? id;
    if (parent === id) return id;
    const root = rootOf(parent);
    parents.set(id, root);
    return root;
  };
  const openIn = (identity: Identity) =>
    identity
      .map(([id]) => id)
      .filter((id) => {
        const range = ranges.get(id);
        return range !== undefined && range.low < range.high;
      });
  for (const identity of identities) {
    const [first, ...others] = openIn(identity);
    for (const other of others) if (first !== undefined) parents.set(rootOf(other), rootOf(first));
  }
  const byRoot = new Map<string, { ids: Set<string>; identities: Identity[] }>();
  for (const identity of identities) {
    const open = openIn(identity);
    const [first] = open;
    if (first === undefined) continue;
    const part = byRoot.get(rootOf(first)) ?? { ids: new Set<string>(), identities: [] };
    byRoot.set(rootOf(first), part);
    for (const id of open) part.ids.add(id);
    part.identities.push(identity);
  }
  return [...byRoot.values()].map((part) => ({ ids: [...part.ids], identities: part.identities }));
}

function systemOf(
  { ids, identities }: Part,
  { ranges, given }: { ranges: ReadonlyMap<string, Range>; given: ReadonlyMap<string, number> },
): OpenSystem {
  const position = new Map(ids.map((id, index) => [id, index]));
  const equations = identities.map((identity) => {
    const terms = new Map<number, number>();
    let equals = 0;
    for (const [id, times] of identity) {
      const at = position.get(id);
      if (at === undefined) equals -= times * (ranges.get(id)?.low ?? 0);
      else terms.set(at, (terms.get(at) ?? 0) + times);
    }
    return { terms: [...terms].filter(([, times]) => times !== 0), equals };
  });
  return {
    ids,
    equations,
    ranges: ids.map((id) => ranges.get(id) ?? { low: 0, high: Infinity }),
    givenHigh: ids.map((id) => given.get(id) ?? Infinity),
  };
}

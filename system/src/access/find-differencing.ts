import type { AuditEntry } from '@boroughgraph/gateway/audit/audit-record.ts';
import { isKeySubject } from '@boroughgraph/gateway/callers/read-claims.ts';
import { areas, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { dimensionKey, dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

/** Somebody who has asked for a total and for all its parts but one, so that the one follows by subtraction. */
export interface Differencing {
  readonly organisation: string;
  readonly subject: string;
  readonly indicator: string;
  readonly total: Cell;
  /** What he has not asked for. */
  readonly missing: Cell;
  /** In how many requests he has asked for the others. */
  readonly requests: number;
}

/** A series of an indicator: where, and narrowed to what (`age-group=under-18`, or nothing). */
export interface Cell {
  readonly area: string;
  readonly cut: string;
}

/** Of two parts, everybody who looks at one beside the total has asked for all but one. */
const leastParts = 3;

const london = 'E12000007';
const metropolitanPolice = 'E23000001';
const cityOfLondon = 'E09000001';

/** How all machines of an organisation are called together: it makes their keys, as many as it likes, so that they are one caller. */
const machines = 'its keys';

/**
 * Who of an agency's callers has asked for a total and all its parts but one, in separate requests: areas of London, areas within a borough, or
 * the choices of a dimension. One request that has all parts, but one, is a page of a dashboard; several that have it together are named, however
 * long apart and by whichever keys of an organisation they came.
 */
export function findDifferencing(
  entries: readonly AuditEntry[],
  agency: string,
  indicators: readonly IndicatorDefinition[],
): readonly Differencing[] {
  const definitions = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const callers = Map.groupBy(entries, (entry) => JSON.stringify([entry.organisation, callerOf(entry)]));
  return [...callers.values()].flatMap((own) => {
    const [first] = own;
    const [organisation = null, subject = null] = first === undefined ? [] : [first.organisation, callerOf(first)];
    if (organisation === null || subject === null) return [];
    return [...askedOf(own, agency)].flatMap(([id, asked]) => {
      const definition = definitions.get(id);
      return definition === undefined
        ? []
        : differencingIn(asked, definition).map((found) => ({ organisation, subject, indicator: id, ...found }));
    });
  });
}

const callerOf = ({ subject }: AuditEntry) => (subject !== null && isKeySubject(subject) ? machines : subject);

/** By the text of a cell, the numbers of the requests that were shown it. */
type Asked = Map<string, Set<number>>;

const textOf = ({ area, cut }: Cell) => `${area} ${cut}`;

/** By indicator. */
function askedOf(entries: readonly AuditEntry[], agency: string): ReadonlyMap<string, Asked> {
  const byIndicator = new Map<string, Asked>();
  for (const [number, { touched }] of entries.entries())
    for (const each of touched.filter((one) => one.agency === agency && one.shown > 0))
      for (const indicator of each.indicators) {
        const asked = byIndicator.get(indicator) ?? new Map<string, Set<number>>();
        byIndicator.set(indicator, asked);
        for (const area of each.areas)
          for (const cut of each.cuts) {
            const key = textOf({ area, cut });
            asked.set(key, (asked.get(key) ?? new Set()).add(number));
          }
      }
  return byIndicator;
}

function differencingIn(asked: Asked, definition: IndicatorDefinition) {
  return [...asked.keys()].flatMap((key) => {
    const space = key.indexOf(' ');
    const total = { area: key.slice(0, space), cut: key.slice(space + 1) };
    return familiesOf(total, definition).flatMap((parts) => findMissing(asked, total, parts));
  });
}

function findMissing(asked: Asked, total: Cell, parts: readonly Cell[]) {
  const [missing, ...more] = parts.filter((part) => !asked.has(textOf(part)));
  if (parts.length < leastParts || missing === undefined || more.length > 0) return [];
  const requests = new Set(parts.flatMap((part) => [...(asked.get(textOf(part)) ?? [])]));
  const isInOne = [...requests].some((request) =>
    parts.every((part) => part === missing || asked.get(textOf(part))?.has(request) === true),
  );
  return isInOne ? [] : [{ total, missing, requests: requests.size }];
}

/** The ways in which a cell is the sum of others. */
function familiesOf(total: Cell, { dimensions }: IndicatorDefinition): readonly (readonly Cell[])[] {
  const byArea = partsOf(total.area).map((area) => ({ area, cut: total.cut }));
  const narrowed = dimensionsOf(total.cut);
  const byDimension = dimensions
    .filter(({ id }) => narrowed[id] === undefined)
    .map(({ id, choices }) =>
      choices
        .filter(({ within }) => within === undefined)
        .map(({ value }) => ({ area: total.area, cut: dimensionKey({ ...narrowed, [id]: value }) })),
    );
  return [byArea, ...byDimension];
}

function partsOf(code: string): readonly string[] {
  if (code === london) return boroughs.map((area) => area.code);
  if (code === metropolitanPolice) return boroughs.map((area) => area.code).filter((each) => each !== cityOfLondon);
  return areas.filter(({ within }) => within === code).map((area) => area.code);
}

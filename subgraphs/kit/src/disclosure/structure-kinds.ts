import type { PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { inKind, kindsOf } from '../statistics/period-kinds.ts';
import type { PeriodsStructure, Structure } from './structure.ts';

/**
 * What adds up in each further kind of period of some indicators: as in the first kind, where all that a structure relates has that kind.
 * And what adds up between kinds: months to the quarter, the year and the window of twelve that they lie in. Never throws.
 *
 * @param indicators with their further kinds.
 */
export function structuresBetweenKinds(
  indicators: readonly IndicatorDefinition[],
  structures: readonly Structure[],
): readonly Structure[] {
  const several = indicators.filter(({ otherKinds = [] }) => otherKinds.length > 0);
  const types = new Set(several.flatMap(({ otherKinds = [] }) => otherKinds.map(({ grid }) => grid.type)));
  const byId = new Map(several.map((indicator) => [indicator.id, indicator]));
  const repeated = [...types].flatMap((type) => structures.flatMap((structure) => inKindOf(type, structure, byId)));
  return [...repeated, ...several.flatMap(sumsOverTime)];
}

/** The structure between the indicators in another kind of period; none where one of them lacks it, or it names none of them. */
function inKindOf(
  type: PeriodType,
  structure: Structure,
  byId: ReadonlyMap<string, IndicatorDefinition>,
): readonly Structure[] {
  // What it adds up over time it adds up of the periods that it names, and places add up in every kind as it is.
  if (structure.kind === 'periods' || structure.kind === 'areas' || structure.kind === 'geography') return [];
  const lacking: string[] = [];
  const idIn = (id: string) => {
    const indicator = byId.get(id);
    const other = indicator === undefined ? null : inKind(indicator, type);
    if (other === null || other.id === id) lacking.push(id);
    return other?.id ?? id;
  };
  const renamed = renamedIn(structure, (reference) =>
    reference.dataset === undefined && reference.agency === undefined
      ? { ...reference, indicator: idIn(reference.indicator) }
      : reference,
  );
  return lacking.length === 0 ? [renamed] : [];
}

type Repeatable = Exclude<Structure, { readonly kind: 'periods' | 'areas' | 'geography' }>;
type Rename = <T extends { readonly indicator: string; readonly dataset?: string; readonly agency?: string }>(
  reference: T,
) => T;

function renamedIn(structure: Repeatable, rename: Rename): Structure {
  switch (structure.kind) {
    case 'categories':
    case 'shares':
      return rename(structure);
    case 'balance':
      return { ...structure, terms: structure.terms.map((term) => rename(term)) };
    case 'subset':
      return { ...structure, whole: rename(structure.whole), part: rename(structure.part) };
    case 'same':
      return { ...structure, figure: rename(structure.figure), other: rename(structure.other) };
    case 'statistic': {
      const { statistic, count, denominator } = structure;
      const under = denominator === undefined ? {} : { denominator: rename(denominator) };
      return { ...structure, statistic: rename(statistic), count: rename(count), ...under };
    }
    default:
      throw new Error(`no kinds of period for ${JSON.stringify(structure satisfies never)}`);
  }
}

/** Kinds whose periods are whole months or quarters of a longer one. */
const parts: readonly (readonly [part: PeriodType, wholes: readonly PeriodType[]])[] = [
  ['MONTH', ['QUARTER', 'FINANCIAL_YEAR', 'CALENDAR_YEAR', 'ROLLING_12_MONTHS']],
  ['QUARTER', ['FINANCIAL_YEAR', 'CALENDAR_YEAR', 'ROLLING_12_MONTHS']],
];

function sumsOverTime(indicator: IndicatorDefinition): readonly PeriodsStructure[] {
  // Those of one day do not add up over days, nor do people who were counted once in each month.
  const addsUp = indicator.additivity === 'ADDITIVE' || indicator.additivity === 'OVERLAPPING';
  if (indicator.valueType !== 'COUNT' || !addsUp) return [];
  const ofType = (type: PeriodType) => kindsOf(indicator).find(({ grid }) => grid.type === type);
  return parts.flatMap(([short, longer]) => {
    const part = ofType(short);
    const wholes = longer.flatMap((type) => ofType(type) ?? []);
    return part === undefined
      ? []
      : wholes.map((whole) => ({ kind: 'periods', whole: { indicator: whole.id }, parts: { indicator: part.id } }));
  });
}

import { type ComparisonOutcome } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Borough, boroughs } from '../boroughs.ts';
import { type BoroughSeries, type CompareAnswer, type ComparedIndicator, type Figure } from './answer.ts';
import { londonCode } from './compare-question.ts';

/** One borough beside London. */
export interface ComparedBorough {
  readonly borough: Borough;
  /** What it has; null where nothing is measured for it. */
  readonly series: BoroughSeries | null;
  readonly latest: Figure | null;
  readonly outcome: ComparisonOutcome;
  /** Its newest figure over that of London; null where the two are not compared. */
  readonly difference: number | null;
  /** Why it is not compared; null where it is. */
  readonly reason: string | null;
}

/** All boroughs by name, each beside London. */
export interface ComparedBoroughs {
  readonly indicator: ComparedIndicator;
  readonly all: readonly ComparedBorough[];
  readonly london: BoroughSeries | null;
  /** Why no borough may be compared with London, once for each reason; empty where any may. */
  readonly refusals: readonly string[];
  /** What figures are called that are measured for something wider alone; null where boroughs are measured. */
  readonly elsewhere: string | null;
  /** The period of most of the newest figures; empty where there is none. */
  readonly period: string;
}

/** What the graph answers, borough by borough, in the order of names. A series of a wider area is none of the borough. */
export function readCompared({ indicator, boroughs: workedOut }: CompareAnswer): ComparedBoroughs | null {
  if (indicator === null) return null;
  const found = new Map(workedOut?.map(({ code, series }) => [code, series]));
  const seriesOf = (code: string) => found.get(code) ?? indicator[code as `E${string}`] ?? null;
  const given = boroughs.map(({ code }) => seriesOf(code)).filter((each) => each !== null);
  const own = given.filter(({ relation }) => relation === 'SAME');
  const all = boroughs
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .map((borough) => compareBorough(borough, seriesOf(borough.code)));
  const london = seriesOf(londonCode);
  return {
    indicator,
    all,
    london: london?.relation === 'SAME' ? london : null,
    refusals: all.some(isCompared) ? [] : [...new Set(all.flatMap(({ latest, reason }) => (latest && reason) ?? []))],
    elsewhere: own.length > 0 ? null : (given[0]?.site?.name ?? given[0]?.area?.name ?? null),
    period: mostCommon(all.flatMap(({ latest }) => latest?.period.label ?? [])),
  };
}

/** Whether a borough is compared with London. */
export function isCompared({ outcome }: ComparedBorough): boolean {
  return outcome !== 'NOT_COMPARED';
}

function compareBorough(borough: Borough, series: BoroughSeries | null): ComparedBorough {
  if (series?.relation !== 'SAME')
    return { borough, series: null, latest: null, outcome: 'NOT_COMPARED', difference: null, reason: null };
  const [comparator] = series.comparators;
  const { outcome = 'NOT_COMPARED', difference = null, reason = null } = comparator ?? {};
  return { borough, series, latest: series.latest, outcome, difference, reason };
}

function mostCommon(labels: readonly string[]): string {
  const counts = Map.groupBy(labels, (label) => label);
  return [...counts].reduce(
    (most, [label, those]) => (those.length > most.count ? { label, count: those.length } : most),
    {
      label: '',
      count: 0,
    },
  ).label;
}

import {
  type CaveatSeverity,
  type ComparatorKind,
  type ComparisonOutcome,
  type Designation,
  type ObservationFlag,
  type ObservationStatus,
  type Unit,
} from '@boroughgraph/schema/vocabulary/core.ts';
import { type Comparator, type LineSeries, type Observation } from './answer.ts';

/** Why there is no number, for a resident; empty where there is one. */
const statusWords: Readonly<Record<ObservationStatus, string>> = {
  PUBLISHED: '',
  CONFIDENTIAL: 'Withheld to protect people',
  NOT_AVAILABLE: 'Not supplied',
  NOT_COLLECTED: 'Not measured',
  NOT_APPLICABLE: 'Has no meaning here',
  NOT_YET_DUE: 'Not yet due',
  NOT_PUBLISHED: 'Due, and not published',
  LOW_BASE: 'Too few to be relied on',
  WITHHELD_BY_TIER: 'For named users only',
};

/** What a reader must know of a number. */
export const flagWords: Readonly<Record<ObservationFlag, string>> = {
  PROVISIONAL: 'provisional',
  REVISED: 'revised',
  ESTIMATED: 'estimate',
  MODELLED: 'modelled',
  PLANNED: 'planned',
  LOW_RELIABILITY: 'less reliable',
  BREAK_BEFORE: 'counted differently from here',
  ROUNDED: 'rounded',
  ROUNDS_TO_ZERO: 'rounds to zero and is not zero',
  PARTIAL_COVERAGE: 'some did not report',
  IN_DEVELOPMENT: 'in development, still tested',
  COMPOSITE_AREA: 'several boroughs together',
  SYNTHETIC: 'made up',
};

/** What standing figures have. */
export const designationWords: Readonly<Record<Designation, string>> = {
  ACCREDITED_OFFICIAL_STATISTICS: 'accredited official statistics',
  OFFICIAL_STATISTICS: 'official statistics',
  MANAGEMENT_INFORMATION: 'management information, not official statistics',
  RESEARCH: 'research, not official statistics',
  SYNTHETIC: 'invented sample data',
};

/** How a caveat begins. */
export const severityWords: Readonly<Record<CaveatSeverity, string>> = {
  INFO: 'Good to know',
  CAUTION: 'Take care',
  DO_NOT_COMPARE: 'Do not compare',
};

/** How the newest figure stands to another. */
export const outcomeWords: Readonly<Record<ComparisonOutcome, string>> = {
  BETTER: 'Better, by more than chance',
  WORSE: 'Worse, by more than chance',
  HIGHER: 'Higher, by more than chance',
  LOWER: 'Lower, by more than chance',
  SIMILAR: 'No difference beyond chance',
  NOT_COMPARED: 'Not compared',
};

const comparatorWords: Readonly<Record<ComparatorKind, string>> = {
  LONDON: 'London',
  INNER_OR_OUTER: 'Inner or Outer London',
  ENGLAND: 'England',
  PREVIOUS_YEAR: 'A year before',
  BASELINE: 'Baseline of a plan',
};

/** What a figure is set beside, for people to read. */
export function nameComparator({ kind, area }: Comparator): string {
  const isOfAnotherArea = kind !== 'PREVIOUS_YEAR' && kind !== 'BASELINE';
  return (isOfAnotherArea ? area?.name : undefined) ?? comparatorWords[kind];
}

/** What one unit of a value is called after a number. A unit that is missing here is called by its own name in lower case. */
export function nameUnit(unit: Unit): string {
  return unitWords[unit] ?? unit.toLowerCase().replaceAll('_', ' ');
}

const unitWords: Readonly<Partial<Record<Unit, string>>> = {
  PERCENT: '%',
  PER_1000: 'per 1,000 residents',
  PER_10000: 'per 10,000',
  PER_100000: 'per 100,000 residents',
  PLANS: 'child protection plans',
  EPISODES: 'episodes of need',
  POUNDS: '£',
};

/** The place that was measured. */
export function namePlace({ area, site }: Pick<LineSeries, 'area' | 'site'>): string {
  return site?.name ?? area?.name ?? 'an area without a name';
}

/** Where the figure was measured, in a sentence, if it was not the borough itself; null where it was. */
export function describeRelation(
  series: Pick<LineSeries, 'area' | 'site' | 'relation'>,
  borough: string,
): string | null {
  const place = namePlace(series);
  switch (series.relation) {
    case 'SAME':
      return null;
    case 'WIDER_AREA':
      return `Measured for ${place}, not for ${borough}: nobody publishes it for the borough.`;
    case 'PART_OF_AREA':
      return `Measured for ${place}, a part of ${borough}.`;
    case 'COMPOSITE':
      return `Measured for ${place} together, not for ${borough} alone.`;
    case 'SITE_IN_WIDER_AREA':
      return `Measured at ${place}. No source says whether it serves ${borough}.`;
    case 'SITE_SERVING':
      return `Measured at ${place}, which serves ${borough} and other boroughs.`;
    default:
      return series.relation satisfies never;
  }
}

/** A number as a table prints it, or in words why there is none. */
export function describeCell({ displayValue, status }: Pick<Observation, 'displayValue' | 'status'>): string {
  return status === 'PUBLISHED' ? displayValue : statusWords[status];
}

/** How sure a figure is: its interval, and who did not report. Null where its publisher says neither. */
export function describeCertainty({ lower, upper, coverage }: Observation, decimals: number): string | null {
  const range =
    lower === null || upper === null
      ? []
      : [`95% interval ${writeNumber(lower, decimals)} to ${writeNumber(upper, decimals)}`];
  return [...range, ...(coverage === null ? [] : [describeCoverage(coverage)])].join('; ') || null;
}

function describeCoverage({ reporting, expected, unit }: NonNullable<Observation['coverage']>): string {
  return `${reporting ?? 'an unknown number'} of ${expected ?? 'an unknown number'} ${unit} reported`;
}

/** A number with commas, to so many decimals. */
export function writeNumber(value: number, decimals: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A day as people write it: 2025-03-31 is 31 March 2025. */
export function writeDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** The time that a series covers: `April 2008 to March 2020`, or for states at the end of a day `31 March 2013 to 31 March 2024`. */
export function describeSpan(observations: readonly Pick<Observation, 'period'>[]): string {
  const [first, last] = [observations[0]?.period, observations.at(-1)?.period];
  if (first === undefined || last === undefined) return '';
  if (first.start === first.end) return first.id === last.id ? first.label : `${first.label} to ${last.label}`;
  const [from, to] = [writeMonth(first.start), writeMonth(last.end)];
  return from === to ? from : `${from} to ${to}`;
}

function writeMonth(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** An agency by the name of its part of the graph: `Criminal justice`, of `criminal-justice`. */
export function nameAgency(agency: string): string {
  const words = agency.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

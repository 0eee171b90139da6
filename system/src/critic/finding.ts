import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { publicIdOf } from '@boroughgraph/kit/statistics/period-kinds.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import type { HeldSeries } from './held-series.ts';

/** How surprising a finding is. `impossible`: it contradicts a definition. `unlikely`: how many times farther off than such figures usually are. */
export type Surprise = { readonly kind: 'impossible' } | { readonly kind: 'unlikely'; readonly times: number };

/** What is wrong, or looks so, with one figure beside all others that are held. */
export interface Finding {
  /** The rule that found it, kebab-case. */
  readonly rule: string;
  readonly series: HeldSeries;
  readonly ordinal: number;
  readonly value: number;
  /** What it contradicts, to complete a sentence that names the figure: `is above …`. */
  readonly contradicts: string;
  readonly surprise: Surprise;
  /** The other figures that it rests on, where the fault may as well be theirs. @default none */
  readonly beside?: readonly Pick<Finding, 'series' | 'ordinal'>[];
}

/** Whether a finding rests on a figure of a release. Never throws. */
export function restsOn(finding: Finding, release: string): boolean {
  return [finding, ...(finding.beside ?? [])].some(
    ({ series, ordinal }) => series.figures.get(ordinal)?.release === release,
  );
}

/** Findings of one rule about one indicator and period: one thing for a person to look at, the most surprising first. */
export interface FindingGroup {
  readonly first: Finding;
  readonly others: readonly Finding[];
}

/** Findings by what a person would look at together, the most surprising first. Never throws. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(
    findings,
    ({ rule, series, ordinal }) => `${rule} ${series.agency} ${series.indicator.id} ${ordinal}`,
  );
  return [...groups.values()]
    .flatMap((group) => {
      const [first, ...others] = group.toSorted(bySurprise);
      return first === undefined ? [] : [{ first, others }];
    })
    .toSorted((a, b) => bySurprise(a.first, b.first));
}

const bySurprise = (a: Finding, b: Finding) => weightOf(b.surprise) - weightOf(a.surprise);

const weightOf = (surprise: Surprise) => (surprise.kind === 'impossible' ? Infinity : surprise.times);

/** A figure for people: `domestic-abuse-offences of Hackney in 2024-03, 412`. Never throws. */
export function nameFigure({ series, ordinal, value }: Pick<Finding, 'series' | 'ordinal' | 'value'>): string {
  return `${nameCell(series, ordinal)}, ${number(value)},`;
}

/** Where a figure stands, for people. Never throws. */
export function nameCell({ indicator, place, dimensionKey }: HeldSeries, ordinal: number): string {
  const narrowed = dimensionKey === '' ? '' : ` (${dimensionKey})`;
  return `${publicIdOf(indicator)} of ${areaByCode(place)?.name ?? place}${narrowed} in ${periodAt(indicator.grid, ordinal).id}`;
}

/** A finding as a sentence without its full stop, with how surprising it is. Never throws. */
export function describeFinding({ first, others }: FindingGroup): string {
  const { dataset } = first.series;
  const more = others.length === 0 ? '' : `; ${number(others.length)} more of that period`;
  return `${dataset.id}: ${nameFigure(first)} ${first.contradicts} (${describeSurprise(first.surprise)})${more}`;
}

function describeSurprise(surprise: Surprise): string {
  return surprise.kind === 'impossible' ? 'cannot be' : `${number(surprise.times)} times what is usual`;
}

const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

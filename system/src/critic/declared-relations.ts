import { structuresIn } from '@boroughgraph/kit/datasets/dataset-structures.ts';
import type { BalanceStructure, FigureReference, Standing, Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import { type Finding, nameCell } from './finding.ts';
import type { WiderCount } from '@boroughgraph/kit/statistics/indicator.ts';
import { dimensionKey, dimensionsOf } from '@boroughgraph/kit/statistics/dimensions.ts';
import { type HeldFigures, type HeldSeries, isWhole } from './held-series.ts';
import { boroughAround } from './wider-places.ts';
import { roundingOf } from './parts-above-wholes.ts';
import { endMonthOf, ordinalEndingIn, type PlacedFigure, relatedFigures } from './related-figures.ts';
import { referencesIn } from './related-indicators.ts';

/** Figures that contradict what datasets say adds up in them, and what indicators say that they count a part of. */
export function declaredRelations(held: HeldFigures): readonly Finding[] {
  const datasets = new Map(held.all.map(({ agency, dataset }) => [`${agency}/${dataset.id}`, { agency, dataset }]));
  const judged = new Set(held.judgedIndicators.flatMap((series) => series.slice(0, 1).map(indicatorOf)));
  const ofStructures = [...datasets.values()].flatMap(({ agency, dataset }) =>
    structuresIn(dataset)
      .filter((structure) => referencesIn(structure).some((reference) => judged.has(indicatorAt(agency, reference))))
      .flatMap((structure) => contradictionsOf(held, agency, structure)),
  );
  return [...ofStructures, ...partsOfOthers(held, judged)];
}

const indicatorOf = ({ agency, indicator }: HeldSeries) => `${agency}/${indicator.id}`;
const indicatorAt = (agency: string, reference: Pick<FigureReference, 'agency' | 'indicator'>) =>
  `${reference.agency ?? agency}/${reference.indicator}`;

function contradictionsOf(held: HeldFigures, agency: string, structure: Structure): readonly Finding[] {
  switch (structure.kind) {
    case 'subset':
      return [...relatedFigures(held, agency, [structure.part, structure.whole])].flatMap(aboveWhole);
    case 'same':
      return [...relatedFigures(held, agency, [structure.figure, structure.other])].flatMap((pair) =>
        otherThan(pair, structure.standing),
      );
    case 'statistic':
      return structure.denominator === undefined
        ? []
        : [...relatedFigures(held, agency, [structure.statistic, structure.count, structure.denominator])].flatMap(
            offItsCount,
          );
    case 'balance':
      return balanced(held, agency, structure);
    // Sums of categories, areas and periods that a file lacks a part of are no fault; parts above their whole are another rule's.
    case 'categories':
    case 'shares':
    case 'areas':
    case 'geography':
    case 'periods':
      return [];
    default:
      throw new Error(`no rule for ${JSON.stringify(structure satisfies never)}`);
  }
}

type Pair = readonly [PlacedFigure, ...(PlacedFigure | null)[]];

/** Parts beside the counts of other indicators that hold them, at their own place or, for a ward, at its borough. */
function partsOfOthers(held: HeldFigures, judged: ReadonlySet<string>): readonly Finding[] {
  // A rate that is made of a count says of it whatever the count does.
  return held.all
    .filter(({ indicator }) => indicator.valueType === 'COUNT')
    .flatMap((part) =>
      (part.indicator.partOf ?? []).flatMap((wider) => {
        if (!judged.has(indicatorOf(part)) && !judged.has(indicatorAt(part.agency, wider))) return [];
        const whole = wholeOf(held, part, wider);
        if (whole === null || !(held.isJudged(part) || held.isJudged(whole))) return [];
        return pairsIn(part, whole, wider.monthsBefore ?? 0).flatMap(aboveWhole);
      }),
    );
}

function wholeOf(
  held: HeldFigures,
  part: HeldSeries,
  { agency = part.agency, indicator }: WiderCount,
): HeldSeries | null {
  const [any] = held.of(agency, indicator);
  if (any === undefined) return null;
  const has = any.indicator.dimensions.map(({ id }) => id);
  // What the whole does not tell apart, it holds together.
  const shared = Object.entries(dimensionsOf(part.dimensionKey)).filter(([dimension]) => has.includes(dimension));
  const key = dimensionKey(Object.fromEntries(shared));
  const places = [part.place, boroughAround(part.place)].filter((place) => place !== null);
  return (
    places
      .map((place) => held.at(agency, indicator, { place, dimensionKey: key }))
      .find((found) => found !== undefined) ?? null
  );
}

function pairsIn(part: HeldSeries, whole: HeldSeries, monthsBefore: number): readonly Pair[] {
  if (!isOneLength(part, whole)) return [];
  return [...part.figures].flatMap(([ordinal, { value }]) => {
    const month = endMonthOf(part.indicator.grid, ordinal) - monthsBefore;
    const at = ordinalEndingIn(whole.indicator.grid, month);
    const total = at === null ? undefined : whole.figures.get(at);
    if (at === null || total === undefined || !isWhole(total)) return [];
    return [
      [
        { series: part, ordinal, value },
        { series: whole, ordinal: at, value: total.value },
      ] as const,
    ];
  });
}

/** A stock may stand beside what happened in a year; a month beside a year may not. */
const isOneLength = (part: HeldSeries, whole: HeldSeries) =>
  part.indicator.grid.type === whole.indicator.grid.type ||
  [part, whole].some(({ indicator }) => indicator.grid.type === 'SNAPSHOT');

function aboveWhole([part, whole = null]: Pair): readonly Finding[] {
  if (whole === null || part.value <= whole.value + slackOf(part) + slackOf(whole)) return [];
  const contradicts = `is above the ${number(whole.value)} of ${nameOf(whole)}, of which it is a part`;
  return [{ rule: 'part-above-whole', ...part, contradicts, surprise: { kind: 'impossible' }, beside: [whole] }];
}

function otherThan([one, other = null]: Pair, standing: Standing = { kind: 'exact' }): readonly Finding[] {
  if (other === null) return [];
  const allowed = slackOf(one) + slackOf(other) + toleranceOf(standing, 2);
  const off = Math.abs(one.value - other.value);
  if (off <= allowed) return [];
  const contradicts = `is published as ${number(other.value)}, too: ${nameOf(other)}`;
  const times = off / Math.max(1, allowed, one.value * usualRevision);
  return times < 1
    ? []
    : [{ rule: 'same-figure', ...one, contradicts, surprise: { kind: 'unlikely', times }, beside: [other] }];
}

/** Publishers revise what another table has printed before by a few percent. */
const usualRevision = 0.1;

function offItsCount([rate, count = null, base = null]: Pair): readonly Finding[] {
  if (count === null || base === null || base.value <= 0) return [];
  const { multiplier, decimals } = rate.series.indicator;
  const implied = (rate.value * base.value) / multiplier;
  const allowed = (base.value / multiplier) * 10 ** -decimals + slackOf(count) + 1 + count.value * usualRevision;
  const times = Math.abs(implied - count.value) / allowed;
  if (times <= 1) return [];
  const contradicts = `makes ${number(Math.round(implied))} of ${nameOf(base)}, and ${nameOf(count)} is ${number(count.value)}`;
  return [
    { rule: 'rate-and-count', ...rate, contradicts, surprise: { kind: 'unlikely', times }, beside: [count, base] },
  ];
}

function balanced(
  held: HeldFigures,
  agency: string,
  { terms, standing = { kind: 'exact' } }: BalanceStructure,
): readonly Finding[] {
  return [...relatedFigures(held, agency, terms)].flatMap((figures) => {
    const known = figures.filter((figure) => figure !== null);
    const [first] = known;
    if (first === undefined || known.length < terms.length) return [];
    const sum = known.reduce((total, { value }, index) => total + (terms[index]?.sign ?? 1) * value, 0);
    const largest = Math.max(...known.map(({ value }) => value));
    const allowed = toleranceOf(standing, known.length) + known.reduce((total, one) => total + slackOf(one), 0);
    const times = Math.abs(sum) / Math.max(1, allowed, largest * usualRevision);
    if (times <= 1) return [];
    const contradicts = `does not balance with ${known
      .slice(1)
      .map((one) => `${nameOf(one)}, ${number(one.value)}`)
      .join(' and ')}: ${number(Math.abs(sum))} are left`;
    return [{ rule: 'balance', ...first, contradicts, surprise: { kind: 'unlikely', times }, beside: known.slice(1) }];
  });
}

function toleranceOf(standing: Standing, figures: number): number {
  switch (standing.kind) {
    case 'exact':
      return 0;
    case 'rounded':
      return standing.by * figures;
    case 'approximate':
      return standing.tolerance;
    default:
      throw new Error(`no tolerance of ${JSON.stringify(standing satisfies never)}`);
  }
}

function slackOf({ series, ordinal }: PlacedFigure): number {
  const figure = series.figures.get(ordinal);
  return figure === undefined ? 0 : roundingOf(series, figure);
}

const nameOf = ({ series, ordinal }: { readonly series: HeldSeries; readonly ordinal: number }) =>
  nameCell(series, ordinal);
const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

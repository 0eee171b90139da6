import { type PeriodType, protectedCharacteristicValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { neededCoverageOf } from '../statistics/coverage.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { readAreaCode } from '../geography/areas.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import { type Absence, absenceAt } from './absence.ts';
import { dimensionsFrom } from './agency.ts';
import { requireAreaCode } from './area-argument.ts';
import { CharacteristicModel } from './characteristics.ts';
import { datasetOf } from './dataset-model.ts';
import { requireAll, requireDimensions, requireKind } from './argument-checks.ts';
import type { RequestContext } from './context.ts';
import { badUserInput } from './errors.ts';
import { valueOf } from './dimension-value.ts';
import { HoldingModel } from './holding.ts';
import { linkOf, readLink } from './indicator-link.ts';
import { forceAround, type MeasuredPlace, measuredPlace } from './measured.ts';
import { meantSeries, withOuterValues } from './narrowing.ts';
import { SeriesHandle } from './series.ts';

/** The arguments of Indicator.series. */
interface SeriesArguments {
  /** @default the area at which the indicator was asked for */
  readonly area?: string | null;
  readonly dimensions?: readonly { readonly dimension: string; readonly value: string }[] | null;
  readonly periodType?: PeriodType | null;
  readonly asPublishedOn?: string | null;
}

/** What points at an indicator: its id, or a link. */
interface IndicatorReference {
  readonly id?: string;
  /** What it points at, as `linkOf` writes it. */
  readonly link?: string;
}

/** The indicator that a reference points at, narrowed and asked for where its link says; null where there is none. */
function referredTo({ id, link }: IndicatorReference, { agency }: RequestContext): IndicatorDefinition | null {
  const wanted = link === undefined ? { id } : readLink(link);
  const indicator = agency.indicators.find((one) => one.id === wanted.id) ?? null;
  if (indicator === null || Object.keys(wanted).length === 1) return indicator;
  return { ...indicator, ...wanted, id: indicator.id };
}

/** How an agency's own indicator type is read from its definitions; the other fields are properties. */
export const indicatorResolvers = {
  __resolveReference: (reference: IndicatorReference, context: RequestContext) => referredTo(reference, context),
  link: (indicator: IndicatorDefinition) => linkOf(indicator),
  narrowedTo: (indicator: IndicatorDefinition) => {
    const { dimensions, narrowedTo = {} } = indicator;
    return dimensions.flatMap(({ id, choices }) =>
      choices.filter(({ value }) => value === narrowedTo[id]).map((choice) => valueOf(indicator, id, choice)),
    );
  },
  neededCoverage: (indicator: IndicatorDefinition) => neededCoverageOf(indicator),
  periodTypes: (indicator: IndicatorDefinition) => kindsOf(indicator).map(({ grid }) => grid.type),
  dimensions: (indicator: IndicatorDefinition) =>
    indicator.dimensions.map(({ id, label, choices }) => ({
      id,
      label,
      values: choices.map((choice) => valueOf(indicator, id, choice)),
    })),
  dataset: (indicator: IndicatorDefinition, _arguments: unknown, context: RequestContext) =>
    datasetOf(indicator, context),
  held: (indicator: IndicatorDefinition, _arguments: unknown, context: RequestContext) =>
    new HoldingModel(context, indicator),
  characteristics: (indicator: IndicatorDefinition, _arguments: unknown, context: RequestContext) =>
    protectedCharacteristicValues.map((characteristic) => new CharacteristicModel(context, indicator, characteristic)),
  series: seriesOf,
  seriesAbsence: seriesAbsenceOf,
};

/**
 * The series of an indicator for an area, or for the nearest wider area on which it is measured: in the kind of period that is asked for,
 * or else in the first of which anything is loaded. Null where it is measured on none, is computed elsewhere or nothing is loaded.
 */
async function seriesOf(
  indicator: IndicatorDefinition,
  given: SeriesArguments,
  context: RequestContext,
): Promise<SeriesHandle | null> {
  requireAll(
    () => requireArea(indicator, given.area),
    () => {
      requireDimensions([indicator], given.dimensions ?? []);
    },
    () => (given.periodType == null ? null : requireKind(indicator, given.periodType)),
  );
  const { asPublishedOn } = given;
  const measured = await heldPlace(indicator, { area: requireArea(indicator, given.area), asPublishedOn }, context);
  if (measured === null || indicator.isComputed === true) return null;
  const { narrowedTo, headline = {} } = indicator;
  const dimensions = withOuterValues(
    indicator,
    given.dimensions == null ? (narrowedTo ?? headline) : { ...narrowedTo, ...dimensionsFrom(given.dimensions) },
  );
  const kinds = given.periodType == null ? kindsOf(indicator) : [requireKind(indicator, given.periodType)];
  for (const kind of kinds) {
    const choice = { indicator: kind, ...measured, dimensions, asPublishedOn: given.asPublishedOn ?? null };
    const handle = await loadedSeries(context, new SeriesHandle(context, choice));
    if (handle !== null) return given.dimensions == null ? handle : await meantSeries(handle, context);
  }
  return null;
}

/**
 * The code of the area that is asked about: that of the argument, or of where the indicator was asked for.
 *
 * @throws a BAD_USER_INPUT where there is neither, or for a text that has not the form of a code.
 */
function requireArea({ id, askedAt }: IndicatorDefinition, area: string | null | undefined): string {
  const asked = area ?? askedAt;
  if (asked !== undefined) return requireAreaCode(asked, { argument: 'area' });
  throw badUserInput(
    `"${id}" was not asked for at an area: expected area: "E09000012", or borough(code: "E09000012") { indicator(id: "${id}") }`,
    'area',
  );
}

/**
 * Where an indicator is measured for an area; the area of its police force where that alone has figures, and no borough. Null where
 * nothing is measured for it.
 */
async function heldPlace(
  indicator: IndicatorDefinition,
  { area, asPublishedOn }: { readonly area: string; readonly asPublishedOn: string | null | undefined },
  context: RequestContext,
): Promise<MeasuredPlace | null> {
  const code = readAreaCode(area);
  const measured = measuredPlace(indicator, code);
  const force = forceAround(code);
  const isEither = force !== null && measured?.relation === 'SAME' && indicator.areaTypes.includes('POLICE_FORCE_AREA');
  if (!isEither || asPublishedOn != null) return measured;
  // What is for named users at this place is said to be so, or shown to them.
  const { place } = measured;
  if (!(await context.reading.releases()).isForAll({ indicator, place, dimensions: {} })) return measured;
  return (await isHeldOfForceAlone(indicator, context)) ? { place: force, relation: 'WIDER_AREA' } : measured;
}

/** What has been found, of each state of the store: of an indicator, for what a viewer may read. */
const heldOfForceAlone = new WeakMap<object, Map<string, boolean>>();

/** Whether areas of police forces have figures, and no borough. */
async function isHeldOfForceAlone(indicator: IndicatorDefinition, context: RequestContext): Promise<boolean> {
  const { state, access } = await context.reading.releases();
  const known = heldOfForceAlone.get(state) ?? new Map<string, boolean>();
  heldOfForceAlone.set(state, known);
  const name = `${indicator.id} ${access}`;
  const held = known.get(name) ?? (await readHeldOfForceAlone(indicator, context));
  known.set(name, held);
  return held;
}

async function readHeldOfForceAlone(indicator: IndicatorDefinition, context: RequestContext): Promise<boolean> {
  const held = new Set((await new HoldingModel(context, indicator).areas()).map(({ areaType }) => areaType));
  return !held.has('BOROUGH') && held.has('POLICE_FORCE_AREA');
}

/** Why `series` is null with the same arguments; null where it is not. */
function seriesAbsenceOf(
  indicator: IndicatorDefinition,
  { area, periodType, asPublishedOn }: Omit<SeriesArguments, 'dimensions'>,
  context: RequestContext,
): Promise<Absence | null> {
  requireAll(
    () => requireArea(indicator, area),
    () => (periodType == null ? null : requireKind(indicator, periodType)),
  );
  const { narrowedTo, headline = {} } = indicator;
  return absenceAt(context, {
    indicator,
    code: requireArea(indicator, area),
    dimensions: withOuterValues(indicator, narrowedTo ?? headline),
    periodType: periodType ?? null,
    asPublishedOn: asPublishedOn ?? null,
  });
}

/** The series, or null where no release covers its indicator. A series that is empty by definition stays. */
export async function loadedSeries(
  context: RequestContext,
  handle: SeriesHandle,
  indicator = handle.indicator,
): Promise<SeriesHandle | null> {
  const { place, dimensions, asPublishedOn } = handle;
  const answer = (await context.reading.releases()).answerTo({ indicator, place, dimensions }, asPublishedOn);
  return answer === null && handle.notMeasuredBecause === null ? null : handle;
}

/**
 * The value of a dimension that an argument of the same name gives; a BAD_USER_INPUT that lists the values for one that it does
 * not have.
 */
export function requireChoice(indicator: IndicatorDefinition, dimension: string, value: string): string {
  requireDimensions([indicator], [{ dimension, value }], inCamelCase(dimension));
  return value;
}

const inCamelCase = (id: string) => id.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

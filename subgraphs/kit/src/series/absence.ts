import { restrictedScopeOf } from '@boroughgraph/schema/wire/viewer.ts';
import type { AbsenceReason, AreaType, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { areaTypeOf } from '../geography/area-codes.ts';
import { areaByCode } from '../geography/areas.ts';
import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { londonDayInWords } from '../statistics/london-clock.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import type { VisibleReleases } from '../store/reading/visible-releases.ts';
import type { RequestContext } from './context.ts';
import { datasetOf } from './dataset-model.ts';
import { type MeasuredPlace, measuredPlace } from './measured.ts';

/** Why something is not there, for programs and for people. */
export interface Absence {
  readonly reason: AbsenceReason;
  readonly text: string;
}

/** What a field would show for a place. */
export interface Sought {
  readonly indicator: IndicatorDefinition;
  /** The code of an area, or the id of a site. */
  readonly code: string;
  /** The places whose series the field shows. @default the nearest on which the indicator is measured */
  readonly places?: readonly MeasuredPlace[];
  readonly dimensions?: Dimensions;
  /** @default null: of any kind */
  readonly periodType?: PeriodType | null;
  /** @default null: today */
  readonly asPublishedOn?: string | null;
}

/**
 * Why there is no series of an indicator for a place; null where there is one. From the state of the catalogue alone: it costs no look at
 * figures.
 */
export async function absenceAt(context: RequestContext, sought: Sought): Promise<Absence | null> {
  const { indicator, code } = sought;
  const found = measuredPlace(indicator, code);
  const places = sought.places ?? (found === null ? [] : [found]);
  if (indicator.isComputed === true) return workedOut(indicator);
  if (places.length === 0) return notMeasured(indicator, code);
  const visible = await context.reading.releases();
  const { periodType, asPublishedOn = null } = sought;
  const asked = { ...sought, places, asPublishedOn };
  const isOfKind = ({ grid }: IndicatorDefinition) => grid.type === (periodType ?? grid.type);
  const held = kindsOf(indicator).filter((kind) => isSeriesHeld(kind, asked, visible));
  if (held.some(isOfKind)) return null;
  if (!visible.isReadable(indicator.datasetId)) return restricted(context, indicator);
  if (held.length > 0) return otherPeriodType(indicator, held);
  const today = kindsOf(indicator).filter((kind) => isSeriesHeld(kind, { ...asked, asPublishedOn: null }, visible));
  if (asPublishedOn !== null && today.some(isOfKind)) return notYetPublished(asPublishedOn);
  return nothingHeld(context, indicator, visible);
}

/** Why nothing is held of an indicator; null where something is that the viewer may read. */
export function absenceOf(
  context: RequestContext,
  indicator: IndicatorDefinition,
  visible: VisibleReleases,
): Absence | null {
  if (indicator.isComputed === true) return workedOut(indicator);
  if (!visible.isReadable(indicator.datasetId)) return restricted(context, indicator);
  return isHeld(indicator, visible) ? null : nothingHeld(context, indicator, visible);
}

/** Whether a release answers for an indicator in some kind of period, and the viewer may read it. Never throws. */
export function isHeld(indicator: IndicatorDefinition, visible: VisibleReleases): boolean {
  if (indicator.isComputed === true || !visible.isReadable(indicator.datasetId)) return false;
  // Whoever is told of releases that are not for everybody is written down where they are asked for.
  if (visible.releasesOf(indicator.datasetId).length === 0) return false;
  return kindsOf(indicator).some((kind) => visible.answer(kind, null) !== null);
}

type SoughtAt = Pick<Sought, 'dimensions' | 'asPublishedOn'> & { readonly places: readonly MeasuredPlace[] };

/** Whether there is a series at one of the places, be it one that is empty by definition. */
function isSeriesHeld(
  indicator: IndicatorDefinition,
  { places, dimensions = {}, asPublishedOn = null }: SoughtAt,
  visible: VisibleReleases,
): boolean {
  return places.some(
    ({ place }) =>
      indicator.notMeasuredIn?.[place] !== undefined ||
      visible.answerTo({ indicator, place, dimensions }, asPublishedOn) !== null,
  );
}

function workedOut({ name, computedBy }: IndicatorDefinition): Absence {
  const field = computedBy === undefined ? '' : `: ask for ${computedBy}`;
  return {
    reason: 'WORKED_OUT',
    text: `"${name}" is worked out when it is asked for, for one area at a time${field}.`,
  };
}

const named: Partial<Readonly<Record<AreaType, string>>> = {
  INNER_OUTER: 'Inner and Outer London',
  LCJB_AREA: 'reporting area of the courts (LCJB)',
  CPS_AREA: 'area of the Crown Prosecution Service',
  COMPOSITE: 'published combination of areas',
};

/** A kind of area for people. */
const inWords = (type: AreaType) => named[type] ?? type.toLowerCase().replaceAll('_', ' ');

function notMeasured({ name, areaTypes, siteKind }: IndicatorDefinition, code: string): Absence {
  const type = areaTypeOf(code);
  const what = type === null ? `"${code}", which is no area that is known here` : `a ${inWords(type)}`;
  // What lies around a ward depends on the day: it is asked for by its own code.
  const around = areaByCode(code) === null ? '' : ', nor for what lies around it';
  const kinds = [...areaTypes.map(inWords), ...(siteKind === undefined ? [] : [`each ${siteKind}`])];
  return {
    reason: 'NOT_MEASURED_HERE',
    text: `"${name}" is not measured for ${what}${around}. It is measured for: ${kinds.join(', ')}.`,
  };
}

function otherPeriodType({ name }: IndicatorDefinition, held: readonly IndicatorDefinition[]): Absence {
  const kinds = held.map(({ grid }) => grid.type);
  return { reason: 'OTHER_PERIOD_TYPE', text: `"${name}" is held by ${kinds.join(' and ')} alone.` };
}

function notYetPublished(day: string): Absence {
  const when = londonDayInWords(new Date(`${day}T12:00:00Z`));
  return { reason: 'NOT_YET_PUBLISHED', text: `Nothing of it was published by ${when}. Something is held since.` };
}

function restricted({ agency }: RequestContext, indicator: IndicatorDefinition): Absence {
  const scope = restrictedScopeOf(agency.name);
  return {
    reason: 'RESTRICTED',
    text: `"${indicator.name}" is for named users of partner bodies: it takes an agreement of the agency "${agency.name}" about ${indicator.datasetId}, a purpose that it allows, and the scope ${scope}. Nobody else is told what is held.`,
  };
}

function nothingHeld(context: RequestContext, indicator: IndicatorDefinition, visible: VisibleReleases): Absence {
  const dataset = datasetOf(indicator, context).definition;
  const listed = visible.listedReleasesOf(indicator.datasetId);
  const recalled = listed.find(({ recalledAt }) => recalledAt !== null);
  const { publisher } = dataset;
  if (recalled?.recalledAt != null) {
    const day = londonDayInWords(new Date(recalled.recalledAt));
    const what = `the edition of ${recalled.publishedAt} was recalled on ${day}: ${recalled.recallReason ?? ''}`;
    if (listed.every(({ recalledAt }) => recalledAt !== null)) return { reason: 'RECALLED', text: sentence(what) };
    return { reason: 'AWAITED', text: `${awaitedText(dataset, publisher)} ${sentence(what)}` };
  }
  return { reason: 'AWAITED', text: awaitedText(dataset, publisher) };
}

function awaitedText({ title }: DatasetDefinition, publisher: string): string {
  return `No file that is loaded has it. It is awaited from ${publisher}, in "${title}".`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]*$/, '')}.`;

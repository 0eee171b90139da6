import type { Standing } from '@boroughgraph/schema/finding/ranking.ts';
import type { VisibleReleases } from '../../store/reading/visible-releases.ts';
import { kindsOf } from '../../statistics/period-kinds.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';
import { type Absence, absenceOf, isHeld } from '../absence.ts';
import type { RequestContext } from '../context.ts';
import { extentOfValue, HoldingModel } from '../holding.ts';
import type { FindableThing } from './findable-things.ts';

/** What everybody may know of things, for as long as the store is in one state. */
const standings = new WeakMap<object, Map<FindableThing, Promise<Standing>>>();

/**
 * Whether something is held of a thing that the viewer may read, and if not, why: worked out once for everybody and a state of the store, and
 * anew for whoever may know more, which is written down. What is no matter of figures is held.
 */
export function standingOf(context: RequestContext, thing: FindableThing, visible: VisibleReleases): Promise<Standing> {
  if (visible.access !== '' || !isDefined(thing)) return findStanding(context, thing, visible);
  const ofState = standings.get(visible.state) ?? new Map<FindableThing, Promise<Standing>>();
  standings.set(visible.state, ofState);
  const known = ofState.get(thing) ?? findStanding(context, thing, visible);
  ofState.set(thing, known);
  // What could not be read is read again by the next who asks.
  known.catch(() => ofState.delete(thing));
  return known;
}

const isDefined = ({ kind, indicator }: FindableThing): boolean => indicator !== null || kind === 'DATASET';

async function findStanding(
  context: RequestContext,
  thing: FindableThing,
  visible: VisibleReleases,
): Promise<Standing> {
  const { kind, id, indicator } = thing;
  const absence = await absenceOfThing(context, thing, visible);
  if (absence !== null)
    return { isHeld: false, use: 0, isSynthetic: false, reason: absence.reason, note: absence.text };
  const datasetId = indicator?.datasetId ?? (kind === 'DATASET' ? id : null);
  return {
    isHeld: true,
    use: indicator === null ? 0 : await usefulnessOf(context, indicator),
    isSynthetic: datasetId !== null && visible.isSample(datasetId),
    reason: null,
    note: null,
  };
}

/** What tells things apart that fit alike: how new the newest figure is, and for how many boroughs there are any. At most 0.3. */
async function usefulnessOf(context: RequestContext, indicator: IndicatorDefinition): Promise<number> {
  const holding = new HoldingModel(context, indicator);
  const [{ lastPeriod }, areas] = [await holding.extent(), await holding.areas()];
  const year = Number(lastPeriod?.end.slice(0, 4) ?? 0);
  const inBoroughs = areas.find(({ areaType }) => areaType === 'BOROUGH')?.count ?? 0;
  return Math.min(Math.max((year - 2010) / 100, 0), 0.15) + (0.15 * Math.min(inBoroughs, 33)) / 33;
}

/** Why nothing is held of a thing; null where something is, and for what is no matter of figures. */
async function absenceOfThing(
  context: RequestContext,
  { kind, id, indicator, narrowing }: FindableThing,
  visible: VisibleReleases,
): Promise<Absence | null> {
  if (kind === 'DATASET') return absenceOfDataset(context, id, visible);
  if (indicator === null) return null;
  // What is worked out from what is held is there, whoever works it out.
  if (indicator.isComputed === true) return null;
  if (!isHeld(indicator, visible)) return absenceOf(context, indicator, visible);
  const value = narrowing.at(-1);
  if (value === undefined) return null;
  const { firstPeriod } = await extentOfValue(context, indicator, value);
  return firstPeriod === null ? noFigure : null;
}

const noFigure: Absence = {
  reason: 'AWAITED',
  text: 'The indicator is held, and no file that is loaded has a published figure of this value.',
};

function absenceOfDataset(context: RequestContext, id: string, visible: VisibleReleases): Absence | null {
  if (visible.releasesOf(id).length > 0) return null;
  const [indicator] = context.agency.datasets.find((dataset) => dataset.id === id)?.indicators ?? [];
  if (
    indicator === undefined ||
    kindsOf(indicator).some((kind) => visible.answer(kind, null) !== null && isHeld(indicator, visible))
  )
    return { reason: 'AWAITED', text: 'No file of it is loaded.' };
  return absenceOf(context, indicator, visible);
}

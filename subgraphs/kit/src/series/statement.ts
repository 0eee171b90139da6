import { areaTypeOf } from '../geography/area-codes.ts';
import { areaByCode } from '../geography/areas.ts';
import type { RequestContext } from './context.ts';
import type { SeriesHandle } from './series.ts';
import { statementFrom } from './statement-sentences.ts';

/** One paragraph for a resident on one series: see `statementFrom`. */
export async function statementOf(handle: SeriesHandle, context: RequestContext): Promise<string> {
  const { indicator, dimensions } = handle;
  const dataset = context.agency.datasets.find(({ id }) => id === indicator.datasetId);
  return statementFrom({
    indicator,
    place: await placeName(handle.place, context),
    relation: handle.relation,
    breakdown: indicator.dimensions.flatMap(({ id, choices }) =>
      choices.filter(({ value }) => value === dimensions[id]).map(({ label }) => label),
    ),
    publisher: dataset?.publisher ?? context.agency.title,
    isSynthetic: await handle.isSynthetic(),
    isComputed: indicator.isComputed === true,
    notMeasuredBecause: handle.notMeasuredBecause,
    observations: await handle.observations(),
    breaks: await handle.breaks(),
    caveats: await handle.caveats(),
    movement: await handle.movement(),
    revisionNote: await handle.revisionNote(),
    trend: await handle.trend(),
    chart: await handle.controlChart(),
  });
}

/** The name of an area or site; a kind and a code for an area that only its owner can name. */
async function placeName(place: string, context: RequestContext): Promise<string> {
  const type = areaTypeOf(place);
  if (type === null) return (await context.reading.sites.load(place))?.name ?? place;
  return areaByCode(place)?.name ?? `${type.toLowerCase().replaceAll('_', ' ')} ${place}`;
}

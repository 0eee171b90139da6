import { areaByCode } from '../statistics/areas.ts';
import type { RequestContext } from './context.ts';
import type { SeriesHandle } from './series.ts';

/** One paragraph for a resident: what is measured, where, when and by whom. It draws no conclusion. */
export async function statementOf(handle: SeriesHandle, context: RequestContext): Promise<string> {
  const { indicator } = handle;
  const place = areaByCode(handle.place)?.name ?? (await context.sites.load(handle.place))?.name ?? handle.place;
  const breakdown = indicator.dimensions.flatMap(({ id, choices }) =>
    choices.filter(({ value }) => value === handle.dimensions[id]).map(({ label }) => label),
  );
  const publisher =
    context.agency.datasets.find(({ id }) => id === indicator.datasetId)?.publisher ?? context.agency.title;
  const what = [indicator.name, ...breakdown].join(', ');
  const latest = await handle.latest();
  const when =
    latest === null
      ? 'No figure is published'
      : `The latest figure is ${latest.displayValue}, for ${latest.period.label}`;
  const origin = (await handle.isSynthetic())
    ? 'SYNTHETIC: a made-up sample, not published by anyone'
    : `Published by ${publisher}`;
  return `${what}: ${place}. ${when}. ${origin}. ${indicator.definition}`;
}

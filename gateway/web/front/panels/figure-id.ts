import { type LineSeries } from '../answer.ts';

/** The name of a figure on its page, by which an address leads to it: what is measured, where, and of what. */
export function figureId({ indicator, area, site, dimensions }: LineSeries): string {
  const place = site?.id ?? area?.code ?? '';
  return [indicator.id, place, ...dimensions.map(({ value }) => value)].join('-').replaceAll(/[^\w-]/g, '-');
}

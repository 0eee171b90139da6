import { type WholeSeries } from '../answer.ts';
import { releaseOf } from '../charts/series-words.ts';

/** Which of a series is embedded: as the release of its newest figure had it, or what is newest whenever somebody looks. */
export type EmbedEdition = 'pinned' | 'live';

/** Which form: a page to be framed, or a picture. */
export type EmbedForm = 'page' | 'picture';

/**
 * The address, below the top, at which the gateway shows a series for other pages to embed; null for one that is measured at a site,
 * and for a pinned one without a release.
 */
export function writeEmbedAddress(series: WholeSeries, edition: EmbedEdition, form: EmbedForm): string | null {
  const { indicator, area, site, dimensions, periodType, observations } = series;
  const release = releaseOf(series);
  if (area === null || site !== null || (edition === 'pinned' && release === null)) return null;
  const pairs = dimensions.map(({ dimension, value }) => `${dimension}=${value}`).join(';');
  const parts = [indicator.id, area.code, pairs || 'total', ...(edition === 'pinned' ? [release?.id ?? ''] : [])];
  const asked = new URLSearchParams({ by: periodType.toLowerCase(), last: String(observations.length) });
  return `embed/${parts.map(encodePart).join('/')}${form === 'picture' ? '.svg' : ''}?${asked.toString()}`;
}

/** A part of a path, in which what may stand there stays readable. */
export function encodePart(part: string): string {
  return encodeURIComponent(part).replaceAll(/%(3A|3D|3B|40)/g, (escaped) => decodeURIComponent(escaped));
}

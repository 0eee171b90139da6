import type { PublishedRelease } from './published-releases.ts';

type Ordered = Pick<PublishedRelease, 'publishedAt' | 'latestPeriodEnd' | 'number'>;

/**
 * Which of two releases of a dataset comes first as the catalogue serves them: by the day of publication, then by the latest period,
 * then by load; the newer one first. Never throws.
 */
export function newestFirst(a: Ordered, b: Ordered): number {
  return (
    compare(b.publishedAt, a.publishedAt) ||
    compare(b.latestPeriodEnd ?? '', a.latestPeriodEnd ?? '') ||
    (b.number ?? Infinity) - (a.number ?? Infinity)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

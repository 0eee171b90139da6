import { z } from 'zod';
import type { GraphEvent } from './graph-event.ts';

const release = z.object({
  id: z.string(),
  publishedAt: z.string(),
  version: z.string(),
  recalledAt: z.string().nullable(),
  recallReason: z.string().nullable(),
});
const dataset = z.object({ id: z.string(), releases: z.array(release) });
const agency = z.object({ id: z.string(), datasets: z.array(dataset).nullable() });
const answer = z.object({
  data: z.object({ catalogue: z.array(z.object({ agency: agency.nullable() }).nullable()).nullable() }).nullable(),
  extensions: z.object({ synthetic: z.array(z.string()).optional() }).optional(),
});

/** All that everybody can see of releases. */
export const releasesQuery =
  'query Releases { catalogue { agency { id datasets { id releases(last: 20) { id publishedAt version recalledAt recallReason } } } } }';

type Release = z.infer<typeof release>;

/** The releases of a dataset, oldest first. */
export interface DatasetReleases {
  readonly agency: string;
  readonly dataset: string;
  readonly releases: readonly Release[];
}

/**
 * The releases in an answer to {@link releasesQuery}. An agency that is down is left out, and so is what is made up.
 *
 * @throws {Error} when it is no such answer.
 */
export function readReleases(json: unknown): readonly DatasetReleases[] {
  const { data, extensions } = answer.parse(json);
  const made = new Set(extensions?.synthetic);
  return (data?.catalogue ?? []).flatMap((entry) => {
    const of = entry?.agency ?? null;
    return (of?.datasets ?? [])
      .filter(({ id }) => !made.has(id) && !made.has(`${of?.id ?? ''}/${id}`))
      .map(({ id, releases }) => ({ agency: of?.id ?? '', dataset: id, releases }));
  });
}

/** What is known of releases, by dataset: whether each was recalled. */
export type KnownReleases = Readonly<Record<string, Readonly<Record<string, 'standing' | 'recalled'>>>>;

/** What is to be known once what was found has been told. What was not found stays as it is known. */
export function knowReleases(known: KnownReleases, found: readonly DatasetReleases[]): KnownReleases {
  const entries = found.map(({ agency: of, dataset: id, releases }) => {
    const standing = releases.map((each) => [each.id, each.recalledAt === null ? 'standing' : 'recalled'] as const);
    return [`${of}/${id}`, Object.fromEntries(standing)] as const;
  });
  return { ...known, ...Object.fromEntries(entries) };
}

/** A release that is new, with the day of the one before it; null for the first. */
export interface NewRelease {
  readonly agency: string;
  readonly dataset: string;
  readonly release: Release;
  readonly before: string | null;
}

/**
 * What has come since: releases that stand, again where they were recalled, and recalls. Of a dataset that was not known, such as of an agency
 * that was down, nothing is new.
 */
export function compareReleases(
  known: KnownReleases,
  found: readonly DatasetReleases[],
): { readonly releases: readonly NewRelease[]; readonly recalls: readonly GraphEvent[] } {
  const releases: NewRelease[] = [];
  const recalls: GraphEvent[] = [];
  for (const { agency: of, dataset: id, releases: all } of found) {
    const own = known[`${of}/${id}`];
    if (own === undefined) continue;
    for (const [index, each] of all.entries()) {
      const { publishedAt, version: datasetVersion, recalledAt, recallReason: reason } = each;
      const was = own[each.id];
      if (was !== 'standing' && recalledAt === null) {
        const before = all.slice(0, index).findLast((earlier) => earlier.recalledAt === null)?.publishedAt ?? null;
        releases.push({ agency: of, dataset: id, release: each, before });
      }
      if (was === 'standing' && recalledAt !== null)
        recalls.push({
          type: 'recall',
          agency: of,
          dataset: id,
          release: each.id,
          publishedAt,
          datasetVersion,
          reason,
        });
    }
  }
  return { releases, recalls };
}

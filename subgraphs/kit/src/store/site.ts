import { z } from 'zod';
/** Something that a release states beside its numbers. */
export interface FactRecord {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
}

/** A place that is measured and is not an area, as a release names it. */
export interface SiteRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** The code of the area in which it lies, as far as the release says; null where it does not. */
  readonly within: string | null;
}

/** The kind under which the store keeps sites. */
export const siteFactKind = 'site';

const siteSchema = z.object({ id: z.string(), name: z.string(), kind: z.string(), within: z.string().nullable() });

/** A site as a fact of a release. */
export function siteFact(site: SiteRecord): FactRecord {
  return { kind: siteFactKind, key: site.id, body: site };
}

/**
 * The site that a stored fact describes.
 *
 * @throws when the fact is none of a site.
 */
export function siteOfFact(body: unknown): SiteRecord {
  return siteSchema.parse(body);
}

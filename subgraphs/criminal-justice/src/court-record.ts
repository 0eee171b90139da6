import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { z } from 'zod';
import { courtTierValues } from './generated/vocabulary.ts';

const courtSchema = z.object({
  id: z.string(),
  /** Without the tier. */
  name: z.string(),
  aliases: z.array(z.string()),
  tier: z.enum(courtTierValues),
  /** Code of the region in which it stands; null where the register does not tell. */
  region: z.string().nullable(),
  /** Areas that the register says it serves, and for which work; empty where it says none. */
  catchments: z.array(z.object({ area: z.string(), areaOfLaw: z.string() })),
});

/** A court as a register describes it. */
export type RegisteredCourt = Readonly<z.infer<typeof courtSchema>>;

/** The kind under which the store keeps courts. */
export const courtFactKind = 'court';

/** A court as a fact of a release. */
export function courtFact(body: RegisteredCourt): FactRecord {
  return { kind: courtFactKind, key: body.id, body };
}

/**
 * The court that a stored fact describes.
 *
 * @throws when the fact is none of a court.
 */
export function courtOfFact(body: unknown): RegisteredCourt {
  return courtSchema.parse(body);
}

import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import type { FactRecord } from '@boroughgraph/kit/store/site.ts';
import { linkBasisValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { z } from 'zod';

/** The dataset whose releases say which areas a court serves, and the kind of its facts. */
export const catchmentsDatasetId = 'court-catchments';
const catchmentsFact = 'court-catchments';

const catchmentSchema = z.object({
  area: z.string(),
  areaOfLaw: z.string(),
  basis: z.enum(linkBasisValues),
  /** Share of the area's cases that the court hears, 0 to 1; null where it is not known. */
  shareOfArea: z.number().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  source: z.string(),
});
const factSchema = z.object({ catchments: z.array(catchmentSchema) });

/** An area that a partner says a court serves, for some work and some time. */
export type StatedCatchment = Readonly<z.infer<typeof catchmentSchema>>;

/** The work of a criminal court, in the words of Court Finder. */
export const criminalWork = 'Crime';

/** All that a file says of whom a court serves, as a fact of a release: a newer file that names the court replaces it. */
export function factOfCatchments(court: string, catchments: readonly StatedCatchment[]): FactRecord {
  return { kind: catchmentsFact, key: court, body: { catchments } };
}

/** What a partner says of whom a court serves. */
export interface StatedCatchments {
  readonly catchments: readonly StatedCatchment[];
  /** The day on which the list was published. */
  readonly asOf: string;
}

/**
 * Whom a court serves by the newest list that names it, of all times, batched; null where none does.
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function statedCatchments(context: RequestContext, court: string): Promise<StatedCatchments | null> {
  const fact = await context.reading.fact(catchmentsDatasetId, catchmentsFact, court);
  if (fact === null) return null;
  return { ...factSchema.parse(fact.body), asOf: fact.release.publishedAt };
}

/**
 * Whether a list says that a court hears criminal cases of an area on a day (`YYYY-MM-DD`).
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function isServing(
  context: RequestContext,
  { court, area, day }: { readonly court: string; readonly area: string; readonly day: string },
): Promise<boolean> {
  const { catchments = [] } = (await statedCatchments(context, court)) ?? {};
  return catchments.some(
    (one) => one.area === area && one.areaOfLaw === criminalWork && stoodOn({ ...one, notBefore: null }, day),
  );
}

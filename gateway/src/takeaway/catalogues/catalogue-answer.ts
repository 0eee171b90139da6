import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { agencyFields } from '../agency-fields.ts';

const text = z.string();

const release = z.object({
  id: text,
  publishedAt: text,
  version: text,
  corrected: z.int(),
  loadedAt: text,
  embargoUntil: text.nullable(),
  recalledAt: text.nullable(),
  recallReason: text.nullable(),
});

const dataset = z.object({
  id: text,
  title: text,
  publisher: text,
  description: text,
  licence: text,
  attribution: text,
  designation: text,
  accessTier: text,
  frequency: text,
  landingPage: text.nullable(),
  formerIds: z.array(text),
  releases: z.array(release),
});

const agency = z.object({ id: text, name: text, contact: text.nullable(), datasets: z.array(dataset) });

/** What agencies answer, by the names of their fields. */
export const catalogueAnswer = z.record(z.string(), agency.nullable());

/** A dataset as everybody is told of it; the oldest release first. */
export type CataloguedDataset = z.infer<typeof dataset>;
/** An edition of one. */
export type CataloguedRelease = z.infer<typeof release>;
/** An agency with its datasets. */
export type CataloguedAgency = z.infer<typeof agency>;

/** Of each dataset, as many editions as its own page tells of unless it is asked for more. */
const toldReleases = 20;
/** As many as a dataset tells of at most. */
export const allReleases = 300;

/** The text of the operation that asks every agency what it holds, and of each dataset its newest editions. */
export function writeCatalogueOperation(schema: GraphQLSchema, last = toldReleases): string {
  const parts = agencyFields(schema).map(
    ({ field }) => `${field} { id name contact datasets {
      id title publisher description licence attribution designation accessTier frequency landingPage formerIds
      releases(last: ${last}) { id publishedAt version corrected loadedAt embargoUntil recalledAt recallReason } } }`,
  );
  return `query Catalogue { ${parts.join('\n')} }`;
}

/** The moment from which a release could be seen here. */
export function seenSince({ loadedAt, embargoUntil }: CataloguedRelease): string {
  return embargoUntil !== null && embargoUntil > loadedAt ? embargoUntil : loadedAt;
}

import { z } from 'zod';

const text = z.string();

/** An edition of a dataset, as `releaseFields` asks for it. */
export const listedRelease = z.object({
  id: text,
  publishedAt: text,
  loadedAt: text,
  checksum: text,
  embargoUntil: text.nullable(),
  recalledAt: text.nullable(),
  recallReason: text.nullable(),
});

/** The selection of a release. */
export const releaseFields = 'id publishedAt loadedAt checksum embargoUntil recalledAt recallReason';

/** A dataset with its editions, and what must be shown beside its figures. */
export const listedDataset = z.object({
  id: text,
  title: text,
  publisher: text,
  licence: text,
  attribution: text,
  designation: text,
  landingPage: text.nullable(),
  releases: z.array(listedRelease),
});

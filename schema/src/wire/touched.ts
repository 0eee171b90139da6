import { z } from 'zod';

/** The key of `extensions` in which an agency tells its gateway what an answer has touched that is not for everybody. */
export const touchedExtension = 'touched';

// Ids are the project's own; a partner's are taken as long as they are short enough to be written down many times.
const id = z.string().max(200);

/** What an answer has touched of one dataset that is not for everybody. Never a figure of it. */
const touchedDataset = z.strictObject({
  dataset: id,
  /** The ids of the releases of which something was read for the caller; none where all was withheld from him. */
  releases: z.array(id),
  /** The codes of the areas and sites that were asked about; none where it was the dataset itself. */
  areas: z.array(id),
  /** The ids of the indicators that were asked for, and how they were narrowed (`age-group=under-18`, or nothing), each once. */
  indicators: z.array(id).default([]),
  cuts: z.array(id).default([]),
  /** Cells with a figure from which the answer was made. */
  shown: z.int().nonnegative(),
  /** Cells that were withheld from the caller, because they are for others or because their publisher's policy says so. */
  withheld: z.int().nonnegative(),
});

/** What an answer has touched of one dataset that is not for everybody. Never a figure of it. */
export type TouchedDataset = z.infer<typeof touchedDataset>;

/** The same of all datasets of an agency, as it tells it. An answer that does not tell it can be shown to nobody who is named. */
export const touchedDatasets = z.array(touchedDataset);

import { z } from 'zod';

/*
 * How an agency tells a gateway whether a caller is one of its own people and, if he is, what it has loaded. Who are its own people it
 * decides itself: the organisations that its store names, and of their people those whose token has its scope.
 */

/** Where an agency tells it, to gateways alone. */
export const oversightPath = '/oversight';

/** Loads that are told at once at most, and records of the audit on one page. */
export const maxLoadsTold = 50;

/** The scope with which an organisation lets somebody look after an agency: `health:audit`. Never throws. */
export function auditScopeOf(agency: string): string {
  return `${agency}:audit`;
}

/** What a gateway asks. */
export const oversightQuestion = z.strictObject({
  /** How many loads it wants, the newest first; 0 asks whether the caller may ask at all. */
  loads: z.int().min(0).max(maxLoadsTold),
  /** Those before the one of this number; null for the newest. */
  before: z.int().positive().nullable(),
});

/** What a gateway asks. */
export type OversightQuestion = z.infer<typeof oversightQuestion>;

const count = z.int().nonnegative();
const rule = z.object({ rule: z.string(), rows: count });

/** What a load changed for the readers of one indicator, in numbers of figures. */
const indicatorChange = z.object({
  indicator: z.string(),
  added: count,
  same: count,
  changed: count,
  gone: count,
  /** Shown until then, and withheld with it. */
  hidden: count,
  withheld: count,
  rounded: count,
  restricted: count,
});

/**
 * What is kept of the report of a load: numbers, rules and places in the file. Nothing that a row said, and of a dataset of which anything
 * is ever withheld no sentence, since one that names a figure today would tell it when it is withheld tomorrow.
 */
export const keptReport = z.object({
  formatName: z.string(),
  rowsRead: count,
  rowsLoaded: count,
  rowsLeftOut: count,
  rowsKeptOutside: count,
  rowsRejected: count,
  leftOut: z.array(rule),
  keptOutside: z.array(rule),
  /** The first of the rejected rows. */
  rejected: z.array(z.object({ line: count, column: z.string().nullable() })),
  /** What a person was to look at. */
  notices: z.array(z.string()),
  /** How many more of them the loader told, which are not kept. */
  noticesLeftOut: count,
  /** Figures that are withheld so that none follows. */
  withheldBesides: count,
  changes: z.array(indicatorChange),
});

/** What is kept of the report of a load. */
export type KeptReport = z.infer<typeof keptReport>;

const toldLoad = z.object({
  /** By which those before it are asked for. */
  number: z.int().positive(),
  release: z.string(),
  dataset: z.string(),
  file: z.string(),
  publishedAt: z.string(),
  loadedAt: z.string(),
  isSynthetic: z.boolean(),
  weight: z.string(),
  observations: count,
  recalledAt: z.string().nullable(),
  recallReason: z.string().nullable(),
  /** Null where it was loaded before reports were kept. */
  report: keptReport.nullable(),
});

/** A load, as an agency tells it. */
export type ToldLoad = z.infer<typeof toldLoad>;

/** What an agency answers. */
export const oversightAnswer = z.discriminatedUnion('isOwn', [
  z.object({ isOwn: z.literal(false) }),
  z.object({
    isOwn: z.literal(true),
    loads: z.array(toldLoad).max(maxLoadsTold),
    /** Whether there are more before these. */
    hasMore: z.boolean(),
  }),
]);

/** What an agency answers. */
export type OversightAnswer = z.infer<typeof oversightAnswer>;

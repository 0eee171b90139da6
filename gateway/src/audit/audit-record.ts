import { touchedDatasets } from '@boroughgraph/schema/wire/touched.ts';
import { z } from 'zod';

const touchedSchema = touchedDatasets.element.extend({ agency: z.string() });

/** What a request has touched of one dataset that is not for everybody, and whose dataset it is. */
export type Touched = z.infer<typeof touchedSchema>;

/** What one request was, as it is written down: nothing of its token, of its variables, or of a figure. */
const entrySchema = z.strictObject({
  kind: z.literal('request'),
  at: z.iso.datetime(),
  requestId: z.string(),
  /** Null where the caller is not known. */
  organisation: z.string().nullable(),
  subject: z.string().nullable(),
  purpose: z.string().nullable(),
  operationName: z.string().nullable(),
  /** SHA-256 of the document, in hexadecimal; null where there was none to read. */
  operationHash: z.string().nullable(),
  touched: z.array(touchedSchema),
  /** Fields and types that were asked for and shown, which agencies protect in their schemas: `Officer.phone`. */
  protectedShown: z.array(z.string()).default([]),
  /** `answered`, or the codes of its errors. */
  outcome: z.string(),
});

/** One request, as it is written down. */
export type AuditEntry = z.infer<typeof entrySchema>;

/** Where a writer stood: its last record, by number and hash. */
const headSchema = z.strictObject({ writer: z.string(), sequence: z.int(), hash: z.string() });

/** Where a writer stood. */
export type AuditHead = z.infer<typeof headSchema>;

/** The first record of a writer: where all others stood when it began, so that what they had can be missed. */
const beginSchema = z.strictObject({ kind: z.literal('begin'), at: z.iso.datetime(), heads: z.array(headSchema) });

/** What an administrator of an organisation did to one of its colleagues, or wanted to. */
const colleagueSchema = z.strictObject({
  kind: z.literal('colleague'),
  at: z.iso.datetime(),
  requestId: z.string(),
  organisation: z.string(),
  by: z.string(),
  action: z.enum(['add', 'confirm', 'end']),
  subject: z.string(),
  outcome: z.enum(['done', 'refused']),
});

/** How many requests were too many to be written down one by one; none of them was shown anything that is not for everybody. */
const leftOutSchema = z.strictObject({ kind: z.literal('left-out'), at: z.iso.datetime(), count: z.int().positive() });

/** What was deleted since it had been held for as long as is stated. */
const retentionSchema = z.strictObject({
  kind: z.literal('retention'),
  at: z.iso.datetime(),
  agency: z.string(),
  dataset: z.string(),
  /** The releases of which nothing is left. */
  releases: z.array(z.string()),
  /** How many series of figures for named users. */
  series: z.int().nonnegative(),
});

/** Who has looked at what an agency shows its own people, or wanted to: see the room `oversight`. */
const oversightSchema = z.strictObject({
  kind: z.literal('oversight'),
  at: z.iso.datetime(),
  requestId: z.string(),
  /** Null where the caller is not known. */
  organisation: z.string().nullable(),
  subject: z.string().nullable(),
  purpose: z.string().nullable(),
  agency: z.string(),
  /** Who asked for its data, who has looked at that, or what it loaded. */
  of: z.enum(['accesses', 'readings', 'loads']),
  /** `failed` where the agency did not say who its people are. */
  outcome: z.enum(['shown', 'refused', 'failed']),
});

/** Who has looked at what an agency shows its own people, or wanted to. */
export type OversightEntry = z.infer<typeof oversightSchema>;

/** A record in the chain of its writer. */
export const recordSchema = z.strictObject({
  writer: z.string(),
  sequence: z.int(),
  /** The hash of the record before; empty for the first. */
  previous: z.string(),
  content: z.discriminatedUnion('kind', [
    beginSchema,
    entrySchema,
    colleagueSchema,
    oversightSchema,
    retentionSchema,
    leftOutSchema,
  ]),
});

/** A record in the chain of its writer. */
export type AuditRecord = z.infer<typeof recordSchema>;

/** What a record says. */
export type AuditContent = AuditRecord['content'];

/** A head that its writer has signed. */
export const signedHeadSchema = headSchema.extend({ signature: z.string() });

/**
 * What is left of a writer whose records were removed when they were old enough: where it stood, from when to when its records were, and when
 * they were removed. Signed as {@link textOfRemoval} says, in other words than a head, of which nobody can make it.
 */
export const removalSchema = z.strictObject({
  ...headSchema.shape,
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  removedAt: z.iso.datetime(),
  signature: z.string(),
});

/** What is left of a writer whose records were removed. */
export type AuditRemoval = Omit<z.infer<typeof removalSchema>, 'signature'>;

/** What a signature of a removal is over. Never throws. */
export function textOfRemoval({ from, until, removedAt, ...head }: AuditRemoval): string {
  return `removed ${textOfHead(head)} ${from} ${until} ${removedAt}`;
}

/** What a signature of a head is over. Never throws. */
export function textOfHead({ writer, sequence, hash }: AuditHead): string {
  return `${writer} ${sequence} ${hash}`;
}

/** The ends of the names of a writer's two files. */
export const recordsSuffix = '.records';
/** See {@link recordsSuffix}. */
export const headSuffix = '.head';
/** The end of the name of the one file of a writer whose records were removed. */
export const removedSuffix = '.removed';

import {
  type AgencyCompleteness,
  type CompletenessPart,
  completenessParts,
} from '@boroughgraph/schema/wire/completeness-header.ts';
import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';

/** What an agency has brought, as far as it matters here. */
export interface BroughtPart {
  readonly data: unknown;
  readonly errors: readonly { readonly failure: { readonly code: ErrorCode } }[];
}

/** The statuses of figures that are there and not shown to whoever asks. */
const withheldStatuses: ReadonlySet<unknown> = new Set(['CONFIDENTIAL', 'WITHHELD_BY_TIER']);

/** The codes of what an agency could not bring, whatever was asked. */
const missingCodes: ReadonlySet<ErrorCode> = new Set(['AGENCY_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']);

/**
 * Keeps, for a client that asked for it, what became of each agency's part of one answer. Figures that are withheld are found by the statuses
 * that the answer has.
 */
export class Completeness {
  readonly #parts = new Map<string, Set<CompletenessPart>>();

  /** Notes what an agency has brought when it was asked. */
  note(agency: string, { data, errors }: BroughtPart): void {
    for (const { failure } of errors) this.add(agency, missingCodes.has(failure.code) ? 'MISSING' : 'REFUSED');
    if (data === null) return;
    this.add(agency, 'FRESH');
    if (hasWithheld(data)) this.add(agency, 'PARTLY_WITHHELD');
  }

  /** Notes what an agency has brought earlier, and would bring again. */
  noteRemembered(agency: string, data: unknown): void {
    this.add(agency, 'CACHED');
    if (hasWithheld(data)) this.add(agency, 'PARTLY_WITHHELD');
  }

  /** Notes one thing about an agency's part. */
  add(agency: string, part: CompletenessPart): void {
    const known = this.#parts.get(agency) ?? new Set();
    this.#parts.set(agency, known.add(part));
  }

  /** Of each agency that was asked, in the order of their names. */
  list(): readonly AgencyCompleteness[] {
    return [...this.#parts]
      .map(([agency, parts]) => ({ agency, parts: completenessParts.filter((part) => parts.has(part)) }))
      .toSorted((one, other) => one.agency.localeCompare(other.agency));
  }
}

function hasWithheld(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasWithheld);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasWithheld);
  return withheldStatuses.has(value);
}

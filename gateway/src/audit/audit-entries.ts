import { createHash } from 'node:crypto';
import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { AuditEntry, Touched } from './audit-record.ts';

type Request = GraphQLRequestContextWillSendResponse<GatewayContext>;

// A client chooses an operation's name, and with it how much is written down.
const maxWrittenName = 100;

/** What is written down of a request that is about to be answered. Never throws. */
export function entryOf({ contextValue, source, operationName }: Request): AuditEntry {
  return describeRequest(contextValue, { operationHash: hashOfDocument(source), operationName: operationName ?? null });
}

/** What a request asked for. */
interface AskedFor {
  readonly operationName: string | null;
  /** SHA-256 of the document, in hexadecimal; null where there was none to read. */
  readonly operationHash: string | null;
}

/** Who has asked, and what of it. */
export type AskedBy = Pick<GatewayContext, 'viewer' | 'requestId' | 'touched' | 'protectedShown' | 'record'>;

/** What is written down of a request that asks for an operation. Never throws. */
export function describeRequest(contextValue: AskedBy, { operationName, operationHash }: AskedFor): AuditEntry {
  const { viewer, requestId, touched = [], protectedShown, record } = contextValue;
  const who = viewer.kind === 'named' ? viewer : null;
  return {
    kind: 'request',
    at: new Date().toISOString(),
    requestId,
    organisation: who?.organisation ?? null,
    subject: who?.subject ?? null,
    purpose: who?.purpose ?? null,
    operationName: operationName?.slice(0, maxWrittenName) ?? null,
    operationHash,
    touched: mergeTouched(touched),
    protectedShown: [...(protectedShown ?? [])].toSorted(),
    outcome: record.errorCodes.length === 0 ? 'answered' : [...new Set(record.errorCodes)].join(' '),
  };
}

/** None where a request came without one, which the type of the library does not say. */
function hashOfDocument(source: string | undefined): string | null {
  return source === undefined ? null : createHash('sha256').update(source).digest('hex');
}

/** What is written down of a request that was refused for who sent it, of whom nothing is believed: that it came, and why. Never throws. */
export function refusedEntry(requestId: string, code: string): AuditEntry {
  return {
    kind: 'request',
    at: new Date().toISOString(),
    requestId,
    organisation: null,
    subject: null,
    purpose: null,
    operationName: null,
    operationHash: null,
    touched: [],
    protectedShown: [],
    outcome: code,
  };
}

/** One for each dataset: an agency may have been asked several times for one answer. */
function mergeTouched(touched: readonly Touched[]): Touched[] {
  const byDataset = Map.groupBy(touched, ({ agency, dataset }) => JSON.stringify([agency, dataset]));
  return [...byDataset.values()].flatMap((parts) =>
    parts.slice(0, 1).map(({ agency, dataset }) => ({
      agency,
      dataset,
      releases: [...new Set(parts.flatMap(({ releases }) => releases))].toSorted(),
      areas: [...new Set(parts.flatMap(({ areas }) => areas))].toSorted(),
      indicators: [...new Set(parts.flatMap(({ indicators }) => indicators))].toSorted(),
      cuts: [...new Set(parts.flatMap(({ cuts }) => cuts))].toSorted(),
      shown: parts.reduce((sum, { shown }) => sum + shown, 0),
      withheld: parts.reduce((sum, { withheld }) => sum + withheld, 0),
    })),
  );
}

import type { AccessRow, ReadingRow } from '@boroughgraph/schema/wire/oversight-pages.ts';
import type { AuditContent } from '../audit/audit-record.ts';

/** Which records are shown: requests for what is not for everybody, or who has looked at those and at loads. */
export type AuditPart = 'accesses' | 'readings';

/** What is shown of each part. */
export interface RowsOfPart {
  readonly accesses: AccessRow;
  readonly readings: ReadingRow;
}

/** What a record says of an agency; null where that is nothing. Never throws. */
export function rowOf(content: AuditContent, agency: string, part: AuditPart): AccessRow | ReadingRow | null {
  return part === 'accesses' ? accessOf(content, agency) : readingOf(content, agency);
}

/** Letters of a hash by which an operation without a name is told from another. */
const toldOfHash = 12;

function accessOf(content: AuditContent, agency: string): AccessRow | null {
  if (content.kind !== 'request') return null;
  const { at, organisation, subject, purpose, operationName, operationHash, touched, outcome } = content;
  const own = touched.filter((each) => each.agency === agency);
  if (own.length === 0) return null;
  return {
    at,
    organisation: printable(organisation),
    subject: printable(subject),
    purpose,
    operation: printable(operationName ?? operationHash?.slice(0, toldOfHash) ?? null),
    datasets: own.map(({ dataset }) => printable(dataset) ?? ''),
    areas: new Set(own.flatMap(({ areas }) => areas)).size,
    shown: own.reduce((sum, each) => sum + each.shown, 0),
    withheld: own.reduce((sum, each) => sum + each.withheld, 0),
    outcome,
  };
}

function readingOf(content: AuditContent, agency: string): ReadingRow | null {
  if (content.kind !== 'oversight' || content.agency !== agency) return null;
  const { at, organisation, subject, purpose, of, outcome } = content;
  return { at, organisation: printable(organisation), subject: printable(subject), purpose, of, outcome };
}

/** What organisations and clients call things may not turn the text around it. */
function printable(text: string | null): string | null {
  return text?.replaceAll(/\p{C}/gu, '?') ?? null;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEntry, AuditRecord } from '@boroughgraph/gateway/audit/audit-record.ts';

/**
 * The requests that were written down in a folder during some work, in their order. Whether all is whole and unchanged, `verifyAudit` says, which
 * checks the signature of every record: once at the end costs less than each time.
 */
export async function requestsDuring(folder: string, work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const before = (await readRecords(folder)).length;
  await work();
  const lines = (await readRecords(folder)).subarray(before).toString().split('\n').slice(0, -1);
  return lines.map(readRecord).flatMap(({ content }) => (content.kind === 'request' ? [content] : []));
}

/** Those of one writer after another, by whose names they are in order: who could not write is followed by another. */
async function readRecords(folder: string): Promise<Buffer> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.records')).toSorted();
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

/** What stands after its signature. */
function readRecord(line: string): AuditRecord {
  // The gateway wrote it, and the tests look at what it wrote.
  return JSON.parse(line.slice(line.indexOf(' ') + 1)) as AuditRecord;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEntry, AuditRecord } from '@boroughgraph/gateway/audit/audit-record.ts';

/**
 * The requests that were written down in a folder during some work, in their order. Whether all is whole and unchanged, `verifyAudit` says, which
 * checks the signature of every record: once at the end costs less than each time.
 */
export async function requestsDuring(folder: string, work: () => Promise<unknown>): Promise<readonly AuditEntry[]> {
  const before = (await linesIn(folder)).length;
  await work();
  const lines = (await linesIn(folder)).slice(before);
  return lines.map(readRecord).flatMap(({ content }) => (content.kind === 'request' ? [content] : []));
}

/** Those of one writer: nobody else writes there. */
async function linesIn(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.records'));
  if (names.length !== 1) throw new Error(`${folder}: expected the records of one writer, found ${names.join()}`);
  const text = await readFile(join(folder, names[0] ?? ''), 'utf8');
  return text.split('\n').slice(0, -1);
}

/** What stands after its signature. */
function readRecord(line: string): AuditRecord {
  // The gateway wrote it, and the tests look at what it wrote.
  return JSON.parse(line.slice(line.indexOf(' ') + 1)) as AuditRecord;
}

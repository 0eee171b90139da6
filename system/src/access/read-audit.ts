import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import type { AuditEntry, AuditHead } from '@boroughgraph/gateway/audit/audit-record.ts';
import { type AuditState, verifyAudit } from '@boroughgraph/gateway/audit/verify-audit.ts';
import type { AuditCommand } from '../access-commands.ts';
import { Problem } from '../problem.ts';
import { formatTable } from '../table-text.ts';
import { complain, say } from '../terminal.ts';

/**
 * Says whether the audit is as it was written, with where each writer stands; false where it is not.
 *
 * @param notedPath - A file of what it has said earlier, which must still stand; null for none.
 * @throws {Problem} when nothing was written, or the file has no such lines.
 */
export async function verifyAuditOf(place: AuditPlace, notedPath: string | null): Promise<boolean> {
  const { records, heads, removals, problems } = await readState(place, notedPath === null ? [] : readNoted(notedPath));
  for (const problem of problems) complain(problem);
  if (problems.length > 0) return false;
  say(`${records.length} records of ${heads.length - removals.length} writers are as they were written.`);
  for (const { writer, sequence, from, until, removedAt } of removals)
    say(
      `${sequence + 1} records of ${writer}, from ${from} to ${until}, were removed at ${removedAt} by whoever has the key.`,
    );
  say(formatTable(heads.map(rowOfHead), (column) => column !== 1));
  return true;
}

const rowOfHead = ({ writer, sequence, hash }: AuditHead) => [writer, String(sequence + 1), hash];

/** Lines as {@link verifyAuditOf} says them: a writer, how many records it had, and the hash of the last. */
function readNoted(path: string): readonly AuditHead[] {
  const lines = readFileSync(path, 'utf8').matchAll(/^\s*(\d{8}T\d+Z-[\da-f]+)\s+(\d+)\s+([\w-]{43})\s*$/gm);
  const heads = [...lines].map(([, writer = '', count, hash = '']) => ({ writer, sequence: Number(count) - 1, hash }));
  if (heads.length > 0) return heads;
  throw new Problem(`${path} has no line that npm run audit:verify has said: a writer, a number of records, a hash.`);
}

/**
 * Lists who has asked for what of one agency's restricted data, newest last; false where the audit is not as it was written: what is left of
 * it is listed, and what is wrong is said.
 *
 * @throws {Problem} when nothing was written.
 */
export async function listAudit(place: AuditPlace, { agency, since }: AuditCommand): Promise<boolean> {
  const { entries, problems } = await readRequests(place, since);
  const rows = entries.flatMap((entry) => rowsOf(entry, agency.slug));
  if (rows.length === 0) say(`Nobody has asked for anything of ${agency.slug} that is not for everybody.`);
  else say(formatTable([headings, ...rows], (column) => column < 8));
  for (const problem of problems) complain(problem);
  if (problems.length > 0) complain('The audit is not as it was written: what is listed may not be all.');
  return problems.length === 0;
}

/**
 * The requests since a day in UTC, or all, oldest first, and what is wrong with the audit.
 *
 * @throws {Problem} when nothing was written.
 */
export async function readRequests(
  place: AuditPlace,
  since: string | null,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly problems: readonly string[] }> {
  const { records, problems } = await readState(place);
  const entries = records
    .flatMap(({ content }) => (content.kind === 'request' ? [content] : []))
    .filter(({ at }) => since === null || at >= since)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return { entries, problems };
}

const headings = [
  'at',
  'organisation',
  'who',
  'purpose',
  'operation',
  'dataset',
  'areas',
  'outcome',
  'shown',
  'withheld',
];

/** What organisations call their people may not move the cursor of who reads it. */
export const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '?');

/** Areas of a row; of more, how many they are. The records have all. */
const maxAreas = 3;

function rowsOf({ touched, ...entry }: AuditEntry, agency: string): readonly (readonly string[])[] {
  const operation = entry.operationName ?? entry.operationHash?.slice(0, 12) ?? '';
  const organisation = printable(entry.organisation ?? '(nobody named)');
  const who = [entry.at, organisation, printable(entry.subject ?? ''), entry.purpose ?? '', operation];
  return touched
    .filter((each) => each.agency === agency)
    .map(({ dataset, areas, shown, withheld }) => {
      const places = areas.length > maxAreas ? `${areas.length} areas` : areas.join(' ');
      return [...who, printable(dataset), printable(places), entry.outcome, String(shown), String(withheld)];
    });
}

async function readState({ folder, key }: AuditPlace, noted: readonly AuditHead[] = []): Promise<AuditState> {
  if (!existsSync(folder)) throw new Problem(`Nothing was written down in ${folder} yet.`);
  return verifyAudit(folder, createPublicKey(key), noted);
}

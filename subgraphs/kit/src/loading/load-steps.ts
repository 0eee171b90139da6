import type postgres from 'postgres';
import { unusualRevision } from './comparison/unusual-revision.ts';
import { findKnown, findSame } from './known-file.ts';
import type { Neighbourhood } from '../datasets/linked-datasets.ts';
import {
  headOf,
  isForEverybody,
  type Known,
  type Prepared,
  type Read,
  type Recognised,
  type Tried,
  type Unconfirmed,
  type Written,
} from './load-states.ts';
import { type Inspect, inspectPrepared } from './inspection.ts';
import { keepReport } from './keep-report.ts';
import { isMadeUp } from './made-up.ts';
import { prepareRelease } from './prepare-release.ts';
import { type Progress, readRows } from './read-release.ts';
import { FileProblem } from '../files/row-problem.ts';
import { awaitLeases } from '../store/leases/await-leases.ts';
import { inTurn, writeRelease } from './write-release.ts';

/**
 * Reads the rows of a file that is recognised. Of the file itself nothing but its account goes further.
 *
 * @throws {FileProblem} when they cannot be those of a whole file of its dataset.
 */
export function readRecognised({ file, matched }: Recognised, onProgress?: Progress): Read {
  const { draft, ...rows } = readRows(matched, file.source, onProgress);
  const isSynthetic = file.isSynthetic || isMadeUp(draft, file.source.name);
  return { state: 'read', file: { ...file, isSynthetic }, rows, draft };
}

/** Whether no answer would show anything of a file, though no row of it was rejected. Never throws. */
export function leavesNothing({ rows, draft }: Read): boolean {
  return rows.rowsRejected === 0 && !draft.hasAnythingToServe();
}

/**
 * Protects what was read beside all that `sql` shows served, and puts it in the form of the store.
 *
 * @throws {FileProblem} when a withheld figure would follow whatever is done.
 */
export async function prepareRead(
  sql: postgres.ISql,
  { file, rows, draft }: Read,
  neighbourhood: Neighbourhood,
): Promise<Prepared> {
  return { state: 'prepared', file, rows, release: await prepareRelease(sql, draft, { ...file, neighbourhood }) };
}

/** How a release is published. */
export interface PublishRequest {
  readonly sql: postgres.Sql;
  readonly neighbourhood: Neighbourhood;
  /** Loads what was recalled all the same. @default false */
  readonly reinstateRecalled?: boolean;
  /** Loads a release that changes most of what it answers in the place of. @default false */
  readonly confirmRevision?: boolean;
  /** Looks at what is to be published beside what is served. @default nobody does */
  readonly inspect?: Inspect | null;
}

/**
 * Says what `publishRead` would do, and changes nothing.
 *
 * @throws {FileProblem} where it would.
 */
export async function tryRead(read: Read, request: PublishRequest): Promise<Tried | Known | Unconfirmed> {
  requireAnything(read);
  const { sql, inspect = null, ...asked } = request;
  const decided = await decide(sql, read, asked);
  if (decided.state !== 'prepared') return decided;
  const { file, rows, release } = decided;
  const contradictions = await inspectPrepared(decided, inspect);
  return { state: 'tried', file, rows, protection: release.protection, changes: release.changes, contradictions };
}

/**
 * Prepares and writes what was read in one turn, so that nothing comes to be served between the two; or changes nothing where
 * the same is loaded already, or where nobody has confirmed that it is meant.
 *
 * @throws {FileProblem} when nothing is left of the file, or a withheld figure would follow; nothing is stored then.
 */
export async function publishRead(read: Read, request: PublishRequest): Promise<Written | Known | Unconfirmed> {
  requireAnything(read);
  const { sql, inspect = null, ...asked } = request;
  const { reinstateRecalled = false } = asked;
  const { file, rows } = read;
  const published = await inTurn(sql, async (turn) => {
    const known = await findKnown(turn, { ...file, reinstateRecalled });
    if (known !== null)
      return { state: 'known', head: headOf(file), release: known, sameIn: 'bytes', account: { file, rows } };
    const decided = await decide(turn, read, asked);
    if (decided.state !== 'prepared') return decided;
    // Before it is written: what is served is still what it is to be held against.
    const contradictions = await inspectPrepared(decided, inspect);
    const written = { ...(await writeRelease(turn, decided)), contradictions };
    await keepReport(turn, written);
    return written;
  });
  if (published.state === 'written') await awaitLeases(sql);
  return published;
}

/** A release that may be written, or why nothing is. */
async function decide(
  sql: postgres.ISql,
  read: Read,
  { neighbourhood, reinstateRecalled = false, confirmRevision = false }: Omit<PublishRequest, 'sql' | 'inspect'>,
): Promise<Prepared | Known | Unconfirmed> {
  const prepared = await prepareRead(sql, read, neighbourhood);
  const { file, rows, release } = prepared;
  const same = await findSame(sql, prepared, reinstateRecalled);
  if (same.release !== null)
    return { state: 'known', head: headOf(file), release: same.release, sameIn: 'content', account: { file, rows } };
  const mayNameFigures = isForEverybody(file);
  const unusual = confirmRevision ? null : unusualRevision(release.changes, { mayNameFigures });
  if (unusual !== null) {
    const { protection, changes } = release;
    return { state: 'unconfirmed', file, rows, protection, changes, reason: unusual };
  }
  return { ...prepared, file: { ...file, notices: [...file.notices, ...same.notices] } };
}

function requireAnything({ file, rows: { rejected }, draft }: Read): void {
  if (draft.hasAnythingToServe()) return;
  throw new FileProblem(
    `nothing of ${file.source.name} would be served without its rejected rows; the first: line ${rejected[0]?.line ?? 0}`,
  );
}

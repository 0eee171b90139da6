import type postgres from 'postgres';
import { findKnown } from './known-file.ts';
import type { Neighbourhood } from './linked-datasets.ts';
import {
  headOf,
  type Known,
  type Prepared,
  type Read,
  type Recognised,
  type Tried,
  type Written,
} from './load-states.ts';
import { prepareRelease } from './prepare-release.ts';
import { type Progress, readRows } from './read-release.ts';
import { FileProblem } from './row-problem.ts';
import { inTurn, writeRelease } from './write-release.ts';

/**
 * Reads the rows of a file that is recognised. Of the file itself nothing but its account goes further.
 *
 * @throws {FileProblem} when they cannot be those of a whole file of its dataset.
 */
export function readRecognised({ file, matched }: Recognised, onProgress?: Progress): Read {
  const { draft, ...rows } = readRows(matched, file.source, onProgress);
  return { state: 'read', file, rows, draft };
}

/** Whether no answer would show anything of a file, though no row of it was rejected. Never throws. */
export function leavesNothing({ rows, draft }: Read): boolean {
  return rows.rejected.length === 0 && !draft.hasAnythingToServe();
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

/** Ends a dry run: tells what would be stored, and gives it up. Never throws. */
export function giveUp({ file, rows, release }: Prepared): Tried {
  return { state: 'tried', file, rows, protection: release.protection };
}

/** How a release is published. */
export interface PublishRequest {
  readonly sql: postgres.Sql;
  readonly neighbourhood: Neighbourhood;
  /** Loads bytes that were recalled all the same. @default false */
  readonly reinstateRecalled?: boolean;
}

/**
 * Prepares and writes what was read in one turn, so that nothing comes to be served between the two; or changes nothing where
 * another load of the same bytes came first.
 *
 * @throws {FileProblem} when nothing is left of the file, or a withheld figure would follow; nothing is stored then.
 */
export async function publishRead(read: Read, request: PublishRequest): Promise<Written | Known> {
  requireAnything(read);
  const { sql, neighbourhood, reinstateRecalled = false } = request;
  const { file, rows } = read;
  return inTurn(sql, async (turn) => {
    const known = await findKnown(turn, { source: file.source, reinstateRecalled }, file.dataset);
    if (known !== null) return { state: 'known', head: headOf(file), release: known, account: { file, rows } };
    return writeRelease(turn, await prepareRead(turn, read, neighbourhood));
  });
}

function requireAnything({ file, rows: { rejected }, draft }: Read): void {
  if (draft.hasAnythingToServe()) return;
  throw new FileProblem(
    `nothing of ${file.source.name} would be served without its rejected rows; the first: line ${rejected[0]?.line ?? 0}`,
  );
}

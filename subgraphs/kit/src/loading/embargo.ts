import { londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type postgres from 'postgres';
import { parseIsoDate } from '../statistics/calendar.ts';
import { instantsInLondon, londonDayInWords, londonTimeAt } from '../statistics/london-clock.ts';
import { FileProblem } from '../files/row-problem.ts';

/** An instant that a text names, in ISO 8601 and UTC, or what was expected in its place, to complete a sentence. */
export type InstantReading =
  { readonly kind: 'instant'; readonly utc: string } | { readonly kind: 'wrong'; readonly expected: string };

const instantPattern = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * The instant that a text names: `2026-12-01T09:30:00Z`, with another offset, or without one, which is the time in London.
 * A time in London that the change of clocks skips or repeats is wrong. Never throws.
 */
export function instantOf(text: string): InstantReading {
  const [, day = '', hour = '', minute = '', second = '00', zone] = instantPattern.exec(text.trim()) ?? [];
  if (parseIsoDate(day) === null)
    return { kind: 'wrong', expected: 'an instant such as 2026-12-01T09:30:00Z, or 2026-12-01T09:30 in London' };
  const wallClock = `${day} ${hour}:${minute}:${second}`;
  const instants =
    zone === undefined ? instantsInLondon(wallClock) : [new Date(`${day}T${hour}:${minute}:${second}${zone}`)];
  const [instant, other] = instants;
  if (instant === undefined)
    return { kind: 'wrong', expected: 'a time that the clocks of London show: on that day they skip this one' };
  if (other !== undefined)
    return {
      kind: 'wrong',
      expected: `a zone behind it, such as Z or +01:00: the clocks of London show this time twice`,
    };
  return { kind: 'instant', utc: instant.toISOString() };
}

/** An instant for people: `1 December 2026 at 09:30 in London`. */
export function instantText(utc: string): string {
  const date = new Date(utc);
  return `${londonDayInWords(date)} at ${londonTimeAt(date).slice(11, 16)} in London`;
}

/** Under which embargo a file is loaded. */
export interface EmbargoRequest {
  /** The instant before which nobody may see it, in ISO 8601 and UTC; null for none. */
  readonly embargoUntil: string | null;
  readonly publishedAt: string;
  /** True where the embargo may have ended: a manifest is loaded again years later. */
  readonly mayHaveEnded: boolean;
}

/** An embargo under which a file is loaded. */
export interface Embargo {
  /** The instant before which nobody may see it, in ISO 8601 and UTC. */
  readonly until: string;
  /** True where that has passed, so that it hides nothing any more. */
  readonly hasEnded: boolean;
}

/**
 * The embargo that is asked for, by the clock of the database; null for none.
 *
 * @throws {FileProblem} when it ends before the day of publication, or has ended although that was not expected.
 */
export async function checkEmbargo(
  sql: postgres.ISql,
  { embargoUntil, publishedAt, mayHaveEnded }: EmbargoRequest,
): Promise<Embargo | null> {
  if (embargoUntil === null) return null;
  const [checked] = await sql<{ has_ended: boolean; is_early: boolean }[]>`
    select ${embargoUntil}::timestamptz <= now() as has_ended,
      (${embargoUntil}::timestamptz at time zone ${londonTimeZone})::date < ${publishedAt}::date as is_early`;
  const end = instantText(embargoUntil);
  if (checked?.is_early === true)
    throw new FileProblem(
      `the embargo would end on ${end}, before the day of publication, ${publishedAt}: check which of the two is wrong`,
    );
  const hasEnded = checked?.has_ended === true;
  if (hasEnded && !mayHaveEnded)
    throw new FileProblem(
      `the embargo would have ended already, on ${end}: check --embargo-until, or leave it out to publish at once`,
    );
  return { until: embargoUntil, hasEnded };
}

/** What a person should know of an embargo: a sentence where it has ended, else none. Never throws. */
export function noticeOf(embargo: Embargo | null): readonly string[] {
  if (embargo?.hasEnded !== true) return [];
  return [`its embargo has ended, on ${instantText(embargo.until)}: it is visible at once`];
}

/**
 * What a person should know of a day of publication that lies ahead, by the clock of the database in London: a sentence where the
 * file is shown before it, else none.
 */
export async function noticeEarlyPublication(
  sql: postgres.ISql,
  { embargoUntil, publishedAt }: Pick<EmbargoRequest, 'embargoUntil' | 'publishedAt'>,
): Promise<readonly string[]> {
  const [checked] = await sql<{ lies_ahead: boolean }[]>`
    select ${publishedAt}::date > (now() at time zone ${londonTimeZone})::date as lies_ahead`;
  if (embargoUntil !== null || checked?.lies_ahead !== true) return [];
  return [
    `its day of publication, ${publishedAt}, lies ahead, and it is shown from now on: check the day, or hold it back with --embargo-until`,
  ];
}

import type postgres from 'postgres';
import { moment } from './api-keys.ts';

/** Somebody of an organisation, as the directory has him. */
export interface Colleague {
  /** As its issuer names him in `sub`. */
  readonly subject: string;
  /** The most that he may do; what his token says beyond that counts for nothing. */
  readonly scopes: readonly string[];
  readonly isAdministrator: boolean;
  /** In ISO 8601, as all moments here. */
  readonly addedAt: string;
  /** Null where it was whoever runs the system. */
  readonly addedBy: string | null;
  readonly confirmedAt: string;
  readonly confirmedBy: string | null;
  /** True where nobody has confirmed him for a year, so that he is let in no longer. */
  readonly hasLapsed: boolean;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/** Somebody of an organisation. */
export interface Person {
  readonly organisation: string;
  readonly subject: string;
}

/** Somebody who is let in, and the most that he may do. */
export type NewPerson = Person & { readonly scopes: readonly string[] };

/** Who lets somebody in or ends him: an administrator, with the scopes that he has himself; null is whoever runs the system. */
export type Actor = { readonly subject: string; readonly scopes: readonly string[] } | null;

/** Colleagues of one organisation that are listed at most. */
const maximumColleagues = 2_000;

/** How long somebody is let in without being confirmed. */
export const confirmedFor = '1 year';

/** Who does something in which organisation, to somebody with which scopes. */
interface Act {
  readonly organisation: string;
  readonly by: Actor;
  readonly scopes: postgres.PendingQuery<postgres.Row[]>;
}

/**
 * Whether an actor may act for an organisation at all: he is an administrator of it, who has neither ended nor lapsed. Part of each
 * statement that changes something, so that nobody acts who has ended meanwhile.
 */
function mayAct(sql: postgres.ISql, { organisation, by: actor, scopes }: Act) {
  if (actor === null) return sql`true`;
  return sql`exists (select from directory.colleague a where a.organisation = ${organisation} and a.subject = ${actor.subject}
    and a.is_administrator and a.ended_at is null and a.confirmed_at > now() - ${confirmedFor}::interval
    and ${scopes} <@ a.scopes and ${scopes} <@ ${[...actor.scopes]}::text[])`;
}

/**
 * Lets somebody in. An administrator gives no more scopes than he has himself. False where somebody of that name is there already and has
 * not ended, or the actor may not.
 */
export async function addColleague(
  sql: postgres.ISql,
  { organisation, subject, scopes }: NewPerson,
  by: Actor,
): Promise<boolean> {
  const given = sql`${[...scopes]}::text[]`;
  const added = await sql`
    insert into directory.colleague (organisation, subject, scopes, added_by)
    select ${organisation}, ${subject}, ${given}, ${by?.subject ?? null} where ${mayAct(sql, { organisation, by, scopes: given })}
    on conflict (organisation, subject) where ended_at is null do nothing returning number`;
  return added.length > 0;
}

/** Makes somebody an administrator, which whoever runs the system does alone. False where he is there already. */
export async function addAdministrator(
  sql: postgres.ISql,
  { organisation, subject, scopes }: NewPerson,
): Promise<boolean> {
  const added = await sql`
    insert into directory.colleague (organisation, subject, scopes, is_administrator)
    values (${organisation}, ${subject}, ${[...scopes]}, true)
    on conflict (organisation, subject) where ended_at is null do nothing returning number`;
  return added.length > 0;
}

/**
 * Says that somebody still needs what he has: he is let in for another year. Nobody confirms himself, nor more than he has himself. False
 * where there is nobody, or the actor may not.
 */
export async function confirmColleague(
  sql: postgres.ISql,
  { organisation, subject }: Person,
  by: Actor,
): Promise<boolean> {
  const confirmed = await sql`
    update directory.colleague c set confirmed_at = now(), confirmed_by = ${by?.subject ?? null}
    where c.organisation = ${organisation} and c.subject = ${subject} and c.ended_at is null
      and c.subject is distinct from ${by?.subject ?? null} and ${mayAct(sql, { organisation, by, scopes: sql`c.scopes` })} returning c.number`;
  return confirmed.length > 0;
}

/** Ends somebody: he is let in no longer from the next request on. False where there is nobody, or the actor may not. */
export async function endColleague(sql: postgres.ISql, { organisation, subject }: Person, by: Actor): Promise<boolean> {
  const ended = await sql`
    update directory.colleague c set ended_at = now(), ended_by = ${by?.subject ?? null}
    where c.organisation = ${organisation} and c.subject = ${subject} and c.ended_at is null
      and ${mayAct(sql, { organisation, by, scopes: sql`'{}'::text[]` })} returning c.number`;
  return ended.length > 0;
}

/** All colleagues of an organisation, those who have ended too, by name; none where the actor may not know. */
export async function listColleagues(
  sql: postgres.ISql,
  organisation: string,
  by: Actor,
): Promise<readonly Colleague[]> {
  return sql<Colleague[]>`
    select subject, scopes, is_administrator as "isAdministrator", ${moment(sql, 'added_at')} as "addedAt", added_by as "addedBy",
      ${moment(sql, 'confirmed_at')} as "confirmedAt", confirmed_by as "confirmedBy",
      confirmed_at <= now() - ${confirmedFor}::interval as "hasLapsed", ${moment(sql, 'ended_at')} as "endedAt", ended_by as "endedBy"
    from directory.colleague
    where organisation = ${organisation} and ${mayAct(sql, { organisation, by, scopes: sql`'{}'::text[]` })}
    order by subject, number limit ${maximumColleagues}`;
}

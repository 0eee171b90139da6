import { and, eq, isNull } from 'drizzle-orm';
import type postgres from 'postgres';
import type { StoreReader } from '../database.ts';
import { ownOrganisation } from './oversight-tables.ts';

/** An organisation whose people look after an agency. */
export interface OwnOrganisation {
  readonly organisation: string;
  /** In ISO 8601. */
  readonly addedAt: string;
  /** Null where it still is one. */
  readonly endedAt: string | null;
}

/** Makes an organisation one of an agency's own. False where it is already. */
export async function addOwnOrganisation(sql: postgres.ISql, organisation: string): Promise<boolean> {
  const added = await sql`insert into own_organisation (organisation) values (${organisation})
    on conflict (organisation) where ended_at is null do nothing returning number`;
  return added.length > 0;
}

/** Ends that: from the next request on its people are told nothing. False where it is none. */
export async function endOwnOrganisation(sql: postgres.ISql, organisation: string): Promise<boolean> {
  const ended = await sql`update own_organisation set ended_at = now()
    where organisation = ${organisation} and ended_at is null returning number`;
  return ended.length > 0;
}

/** All that an agency has had, oldest first. */
export async function listOwnOrganisations(sql: postgres.ISql): Promise<readonly OwnOrganisation[]> {
  return sql<OwnOrganisation[]>`
    select organisation, to_char(added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "addedAt",
      to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt"
    from own_organisation order by number`;
}

/** Whether an organisation is one of an agency's own now. */
export async function isOwnOrganisation({ orm }: StoreReader, organisation: string): Promise<boolean> {
  const found = await orm
    .select({ number: ownOrganisation.number })
    .from(ownOrganisation)
    .where(and(eq(ownOrganisation.organisation, organisation), isNull(ownOrganisation.endedAt)))
    .limit(1);
  return found.length > 0;
}

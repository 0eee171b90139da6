import type postgres from 'postgres';
import type { Purpose } from '@boroughgraph/schema/wire/purposes.ts';

/** What an agency has agreed with an organisation: whose people may read which of its restricted figures, where, for what and until when. */
export interface Agreement {
  /** As the agency calls it: `hackney-exploitation-2026`. */
  readonly id: string;
  readonly organisation: string;
  readonly datasetIds: readonly string[];
  /** The codes of the areas whose figures it is about; null for all. */
  readonly areas: readonly string[] | null;
  readonly purposes: readonly Purpose[];
  /** The first day on which it holds, in London. */
  readonly from: string;
  /** The last one. */
  readonly until: string;
  /** Where the paper is: a number in a register, for people. Null where nobody says. */
  readonly reference: string | null;
}

/** An agreement as it is kept. */
export interface KeptAgreement extends Agreement {
  /** When it was ended before its last day, in ISO 8601; null where it was not. */
  readonly endedAt: string | null;
}

/** False where there is one of that id, ended or not: what was agreed is never rewritten. */
export async function addAgreement(sql: postgres.ISql, agreement: Agreement): Promise<boolean> {
  const { id, organisation, datasetIds, areas, purposes, from, until, reference } = agreement;
  const added = await sql`
    insert into agreement (id, organisation, dataset_ids, areas, purposes, valid_from, valid_until, reference)
    values (${id}, ${organisation}, ${JSON.stringify(datasetIds)}::text::json, ${areas && JSON.stringify(areas)}::text::json,
      ${JSON.stringify(purposes)}::text::json, ${from}, ${until}, ${reference})
    on conflict (id) do nothing returning id`;
  return added.length > 0;
}

/** Ends an agreement: from the next request on it lets nobody read. False where there is none of that id that has not ended. */
export async function endAgreement(sql: postgres.ISql, id: string): Promise<boolean> {
  const ended = await sql`update agreement set ended_at = now() where id = ${id} and ended_at is null returning id`;
  return ended.length > 0;
}

/** All agreements of an agency, those of one organisation together, those that were ended too. */
export async function listAgreements(sql: postgres.ISql): Promise<readonly KeptAgreement[]> {
  return sql<KeptAgreement[]>`
    select id, organisation, dataset_ids as "datasetIds", areas, purposes, valid_from::text as "from", valid_until::text as "until",
      reference, to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt"
    from agreement order by organisation, valid_from, id`;
}

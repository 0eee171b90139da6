import { sql } from 'drizzle-orm';
import { londonTimeZone } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { StoreReader } from './database.ts';
import { agreement } from './access-tables.ts';

/** Who asks, and for what. */
export interface AgreementQuery {
  readonly organisation: string;
  readonly purpose: string;
}

/** Agreements that one organisation has with an agency at most. */
const maximumAgreements = 200;

/**
 * The agreements of an organisation that allow a purpose and hold today, in London, by the clock of the database: neither ended, nor
 * before their first day, nor after their last.
 */
export function readAgreements(database: StoreReader, { organisation, purpose }: AgreementQuery) {
  const today = sql`(now() at time zone ${londonTimeZone})::date`;
  return database.orm
    .select({ datasetIds: agreement.datasetIds, areas: agreement.areas })
    .from(agreement)
    .where(
      sql`${agreement.organisation} = ${organisation} and jsonb_exists(${agreement.purposes}::jsonb, ${purpose})
        and ${agreement.endedAt} is null and ${today} between ${agreement.validFrom} and ${agreement.validUntil}`,
    )
    .limit(maximumAgreements);
}

import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import postgres from 'postgres';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { BoundedLimiter } from './bounded-limiter.ts';
import { ConsumerBudgets, limitOf } from './consumer-budgets.ts';

/** Budgets that several processes count together. Close them when done. */
export interface SharedBudgets {
  readonly budgets: ConsumerBudgets;
  readonly close: () => Promise<void>;
}

/** Enough for statements of a millisecond. */
const connections = 2;

/** Seconds until connections are ended that still do something. */
const closeSeconds = 2;

/**
 * Budgets counted in a PostgreSQL, in a table `boroughgraph_budgets` that is made where there is none. While it does not
 * answer, this process counts alone.
 *
 * @throws {Error} when the table can neither be found nor made.
 */
export async function openSharedBudgets(budget: number, url: string): Promise<SharedBudgets> {
  const { named: connection, isPooled, ...place } = describeConnection(url);
  const sql = postgres({ ...place, prepare: !isPooled, connection, max: connections, onnotice: () => undefined });
  const storeClient = {
    query: async ({ text, values = [] }: Statement) => ({ rows: await sql.unsafe(text, [...values]) }),
  };
  const options = {
    ...limitOf(budget),
    storeClient,
    storeType: 'client',
    tableName: 'boroughgraph_budgets',
    keyPrefix: 'cost',
    insuranceLimiter: new BoundedLimiter(limitOf(budget)),
  };
  try {
    const made = Promise.withResolvers<undefined>();
    const limiter = new RateLimiterPostgres(options, (error?: Error) => {
      if (error) made.reject(error);
      else made.resolve(undefined);
    });
    await made.promise;
    return { budgets: new ConsumerBudgets(budget, limiter), close: () => sql.end({ timeout: closeSeconds }) };
  } catch (error) {
    await sql.end({ timeout: closeSeconds });
    throw error;
  }
}

interface Statement {
  readonly text: string;
  readonly values?: readonly string[];
}

import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import { closeStoreMs, connectToStoreMs, storeStatementMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { preparing } from './prepared-statements.ts';
import { StoreActivity } from './store-activity.ts';

/** A connection to the store of one agency: `sql` for COPY and transactions, `orm` for queries by table. */
export interface StoreDatabase {
  readonly sql: postgres.Sql;
  /** The same, for what drizzle sends: see `preparing`. */
  readonly prepared: postgres.Sql;
  readonly orm: PostgresJsDatabase;
  /** The PostgreSQL schema in which the agency's tables lie. */
  readonly schema: string;
  /** What it has to do. */
  readonly activity: StoreActivity;
  readonly close: () => Promise<void>;
}

/** What reading a store takes of it. */
export type StoreReader = Pick<StoreDatabase, 'orm'>;

/** Four times the cores of a small machine, and far under PostgreSQL's 100. */
export const defaultConnections = 8;

/** How a store is connected to. */
export interface StoreOptions {
  readonly url: string;
  /** The PostgreSQL schema in which the agency's tables lie. */
  readonly schema: string;
  /** Connections at most. @default 8 */
  readonly connections?: number;
  /** Called with the text of each statement that is sent; tests count with it. */
  readonly onStatement?: (text: string) => void;
}

/** What holds for every statement that a server sends to the store of an agency. */
function sessionSettings(schema: string) {
  return {
    search_path: schema,
    // A plan that serves any values is made once; PostgreSQL would otherwise first make five for those at hand.
    plan_cache_mode: 'force_generic_plan',
    statement_timeout: storeStatementMs,
  };
}

/** Opens the store of one agency. Connects when first used, and again after the database was away. Never throws. */
export function openStore(options: StoreOptions): StoreDatabase {
  const { onStatement, connections = defaultConnections } = options;
  const { named, isPooled, ...place } = describeConnection(options.url);
  const sql = postgres({
    ...place,
    max: connections,
    connect_timeout: connectToStoreMs / 1_000,
    idle_timeout: 60,
    backoff: false,
    // No column is a PostgreSQL array: each new connection would otherwise ask for their types first.
    fetch_types: false,
    prepare: !isPooled,
    // What a pooler would refuse for a session, the role has for itself, as the README says.
    connection: { ...(isPooled ? {} : sessionSettings(options.schema)), application_name: 'boroughgraph', ...named },
    onnotice: () => undefined,
    ...(onStatement === undefined
      ? {}
      : {
          debug: (_connection: number, text: string) => {
            onStatement(text);
          },
        }),
  });
  const activity = new StoreActivity(connections);
  const prepared = preparing(sql, { activity, isKept: !isPooled });
  return {
    sql,
    prepared,
    orm: drizzle(prepared),
    schema: options.schema,
    activity,
    close: () => sql.end({ timeout: closeStoreMs / 1_000 }),
  };
}

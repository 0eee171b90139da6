import type postgres from 'postgres';
import type { StoreActivity } from './store-activity.ts';
import { traceStatement } from './trace-statement.ts';

type Unsafe = postgres.Sql['unsafe'];

/** PostgreSQL's code for a prepared statement that the connection does not know. */
const unknownStatementCode = '26000';

/** How statements are prepared. */
export interface PreparingOptions {
  /** Counts them. @default nobody does */
  readonly activity?: StoreActivity;
  /** Whether a connection keeps what it has prepared. @default it does, until it turns out that it does not */
  readonly isKept?: boolean;
}

/** A statement without parameters would otherwise be sent in the form that cannot be prepared. */
const isPrepared = { prepare: true, simple: false };

/**
 * The same connections, for drizzle: each text is planned once on a connection, where drizzle would have every statement planned
 * anew, which is most of what small ones cost PostgreSQL. Texts must be few: a list is one parameter.
 *
 * Behind a pooler that gives each statement another connection, statements are not found again. `postgres` then sends them once
 * more by itself, and from there on nothing is prepared.
 */
export function preparing(sql: postgres.Sql, options: PreparingOptions = {}): postgres.Sql {
  const { activity } = options;
  let { isKept = true } = options;
  const counted = (text: string, query: ReturnType<Unsafe>): ReturnType<Unsafe> => {
    activity?.count(query);
    traceStatement(text, query);
    return query;
  };
  const unsafe = (...[text, values, given]: Parameters<Unsafe>): ReturnType<Unsafe> => {
    if (!isKept) return counted(text, sql.unsafe(text, values, given));
    const query = counted(text, sql.unsafe(text, values ?? [], { ...given, ...isPrepared }));
    const look = (): void => {
      isKept &&= !wasUnknown(query);
    };
    // Asked for its rows, a query is sent in a later turn, when it is known in which form they are wanted.
    void query.then(look, look);
    return query;
  };
  return new Proxy(sql, {
    get: (target, key): unknown => (key === 'unsafe' ? unsafe : Reflect.get(target, key)),
  });
}

/** Whether a query was sent a second time because its statement was not known, by what `postgres` notes and leaves out of its types. */
function wasUnknown(query: object): boolean {
  const retried: unknown = 'retried' in query ? query.retried : null;
  return retried instanceof Error && 'code' in retried && retried.code === unknownStatementCode;
}

import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import postgres from 'postgres';
import type { KeyRights } from './api-keys.ts';
import { confirmedFor, type Person } from './colleagues.ts';

/** Somebody as a request that names him finds him in the directory. */
export interface FoundColleague {
  readonly scopes: readonly string[];
  /** True where nobody has confirmed him for a year. */
  readonly hasLapsed: boolean;
}

/** A key as a request finds it in the directory. */
export type FoundKey = KeyRights & {
  readonly hash: string;
  readonly isRevoked: boolean;
  readonly hasExpired: boolean;
};

/** Statements of a millisecond: as many as come at once wait for each other. */
const connections = 4;

/** Milliseconds that a statement may take: somebody waits for an answer. */
const statementMs = 3_000;

/** Seconds until a database that does not answer counts as away, and until connections are ended that still do something. */
const patienceSeconds = 3;

/** Who may be named, asked at each request by the clock of the database. Nothing is remembered. Close it when done. */
export class Directory {
  /** For what administrators do, by the functions of `colleagues.ts`. */
  readonly sql: postgres.Sql;

  /** @param url - Of its database, as the role of the gateway. Connects when first asked. */
  constructor(url: string) {
    const { named, isPooled, ...place } = describeConnection(url);
    this.sql = postgres({
      ...place,
      max: connections,
      connect_timeout: patienceSeconds,
      prepare: !isPooled,
      // A pooler that lends a connection for a transaction would refuse what holds for a session.
      connection: {
        ...(isPooled ? {} : { statement_timeout: statementMs }),
        application_name: 'boroughgraph-gateway',
        ...named,
      },
      onnotice: () => undefined,
    });
  }

  /**
   * Somebody of an organisation; null where there is nobody, or he has ended.
   *
   * @throws {HttpError} 503 where the directory is away, as everything here.
   */
  async findColleague({ organisation, subject }: Person): Promise<FoundColleague | null> {
    const found = await orUnavailable(
      () => this.sql<FoundColleague[]>`
        select scopes, confirmed_at <= now() - ${confirmedFor}::interval as "hasLapsed" from directory.colleague
        where organisation = ${organisation} and subject = ${subject} and ended_at is null`,
    );
    return found[0] ?? null;
  }

  /** A key by its id; null where there is none. */
  async findKey(id: string): Promise<FoundKey | null> {
    const found = await orUnavailable(
      () => this.sql<FoundKey[]>`
        select organisation, role, scopes, purposes, hash, revoked_at is not null as "isRevoked", expires_at <= now() as "hasExpired"
        from directory.api_key where id = ${id}`,
    );
    return found[0] ?? null;
  }

  async close(): Promise<void> {
    await this.sql.end({ timeout: patienceSeconds });
  }
}

/** What a statement gives. @throws {HttpError} 503 where it fails. */
export async function orUnavailable<Answer>(ask: () => PromiseLike<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    const message =
      'Who may be named cannot be asked at present, so that nobody is let in. Ask again later, or without a token or key for open figures alone.';
    throw Object.assign(new HttpError({ status: 503, code: 'DIRECTORY_UNAVAILABLE', message }), { cause });
  }
}

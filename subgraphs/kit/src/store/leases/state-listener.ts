import { randomUUID } from 'node:crypto';
import { describeConnection } from '@boroughgraph/schema/process/database-url.ts';
import { connectToStoreMs, storeStatementMs } from '@boroughgraph/schema/wire/deadlines.ts';
import postgres from 'postgres';
import { readNews, stateChannel, writeEcho } from './state-channel.ts';

/** For a listener to connect, and for what it says to itself to come back, in milliseconds. */
const echoMs = connectToStoreMs + 1_000;

/** What a listener needs to know. */
export interface StateListenerOptions {
  /** PostgreSQL where changes are made: the primary, without a pooler that lends connections for a statement. */
  readonly url: string;
  /** The PostgreSQL schema in which the agency's tables lie. */
  readonly schema: string;
  /** Told of changes as they come; null where it is not known which. */
  readonly onChange: (change: number | null) => void;
  /** Told when changes may have been missed. */
  readonly onLost: () => void;
}

/** A lease of the state of the store. */
export interface StateLease {
  readonly heldMs: number;
  readonly change: number;
}

interface Opened {
  readonly sql: postgres.Sql;
  readonly isListening: Promise<unknown>;
}

/**
 * Hears of changes to one agency's store, and asks for leases of its state, by two connections of its own. It connects when it is first
 * asked, and anew when it hears nothing of what it says to itself: behind a pooler it never does.
 */
export class StateListener {
  readonly #options: StateListenerOptions;
  readonly #id = randomUUID();
  readonly #echoes = new Map<string, () => void>();
  #opened: Opened | null = null;

  constructor(options: StateListenerOptions) {
    this.#options = options;
  }

  /**
   * Asks for the state as it is to be read now, having let go of all that was read before a change.
   *
   * @throws when the database does not answer, or this listener does not hear what is said.
   */
  async lease(acknowledged: number): Promise<StateLease> {
    const { sql, isListening } = (this.#opened ??= this.#open());
    const word = randomUUID();
    const heard = this.#expect(word);
    try {
      await isListening;
      const [granted] = await sql<StateLease[]>`
        select held_ms as "heldMs", change::float8 as change
        from lease_state(${this.#id}, ${acknowledged}), pg_notify(${stateChannel(this.#options.schema)}, ${writeEcho(word)})`;
      if (granted === undefined) throw new Error('the store says nothing of its state');
      await heard.promise;
      return granted;
    } catch (error) {
      this.#reset();
      throw error;
    } finally {
      heard.stop();
    }
  }

  /** Ends its connections. Safe to call twice. */
  close(): void {
    this.#reset();
  }

  #open(): Opened {
    const { url, schema, onLost } = this.#options;
    const { named, ...place } = describeConnection(url);
    const sql = postgres({
      ...place,
      max: 1,
      connect_timeout: connectToStoreMs / 1_000,
      backoff: false,
      fetch_types: false,
      // A pooler would not find the statement again, and one is sent in two seconds.
      prepare: false,
      connection: {
        search_path: schema,
        statement_timeout: storeStatementMs,
        application_name: 'boroughgraph-state',
        ...named,
      },
      onnotice: () => undefined,
      onclose: onLost,
    });
    let times = 0;
    const onListening = (): void => {
      // It was cut off and has come back.
      if (times > 0) onLost();
      times += 1;
    };
    const hear = (text: string): void => {
      this.#hear(text);
    };
    const isListening = sql.listen(stateChannel(schema), hear, onListening);
    isListening.catch(() => undefined);
    return { sql, isListening };
  }

  #hear(text: string): void {
    const news = readNews(text);
    if (news.kind === 'echo') this.#echoes.get(news.word)?.();
    else this.#options.onChange(news.kind === 'awaited' ? news.change : null);
  }

  #expect(word: string): { readonly promise: Promise<void>; readonly stop: () => void } {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      reject(new Error(`nothing is heard on the channel of changes within ${echoMs} ms: is there a pooler between?`));
    }, echoMs);
    this.#echoes.set(word, () => {
      resolve(undefined);
    });
    // Whoever fails before waits for it no more.
    promise.catch(() => undefined);
    return {
      promise,
      stop: () => {
        clearTimeout(timer);
        this.#echoes.delete(word);
      },
    };
  }

  #reset(): void {
    const opened = this.#opened;
    this.#opened = null;
    void opened?.sql.end({ timeout: 0 }).catch(() => undefined);
  }
}

import type { OperationUse } from './operation-use.ts';

/** How often, by the name that a client gives itself. */
export type CountsByClient = ReadonlyMap<string, number>;

/** What was asked in some time. */
export interface UsageCounts {
  /** By the hash of the operation. */
  readonly operations: ReadonlyMap<string, CountsByClient>;
  /** By coordinate. */
  readonly fields: ReadonlyMap<string, CountsByClient>;
}

/** Whoever gives no name. */
const unnamed = 'unnamed';
/** Whatever comes after as many as are told apart. */
const other = 'other';

/** More in a day are no dashboards: somebody writes operations by a program. Their fields count, all the same. */
const mostOperations = 1_000;
const mostClients = 50;
/** What may name a dashboard. An address of mail, which is a person's, may not. */
const clientName = /^[\p{L}\p{N}][\p{L}\p{N} ._:/()-]{0,63}$/u;

type MutableCounts = Map<string, Map<string, number>>;

/** An operation, and how often each client has asked for it. */
interface CountedOperation {
  readonly use: OperationUse;
  readonly clients: Map<string, number>;
}

/** Counts what is asked, within a few megabytes whatever is. */
export class UsageCounter {
  readonly #operations = new Map<string, CountedOperation>();
  readonly #clients = new Set<string>([unnamed, other]);
  /** Of the operations that are not told apart. */
  readonly #otherClients = new Map<string, number>();
  readonly #otherFields: MutableCounts = new Map();
  #count = 0;

  /** How many requests were counted. */
  get count(): number {
    return this.#count;
  }

  /** @param client - What the client calls itself; undefined where it does not. */
  add(use: OperationUse, client: string | undefined): void {
    const name = this.#nameOf(client);
    this.#count += 1;
    const known = this.#operations.get(use.hash);
    if (known !== undefined) {
      increase(known.clients, name, 1);
    } else if (this.#operations.size < mostOperations) {
      this.#operations.set(use.hash, { use, clients: new Map([[name, 1]]) });
    } else {
      increase(this.#otherClients, name, 1);
      increaseFields(this.#otherFields, use, new Map([[name, 1]]));
    }
  }

  /** What was counted until now. That of fields is added up here, since many are asked for at once. */
  get counts(): UsageCounts {
    const operations = new Map([...this.#operations].map(([hash, { clients }]) => [hash, clients]));
    if (this.#otherClients.size > 0) operations.set(other, this.#otherClients);
    const fields: MutableCounts = new Map([...this.#otherFields].map(([field, clients]) => [field, new Map(clients)]));
    for (const { use, clients } of this.#operations.values()) increaseFields(fields, use, clients);
    return { operations, fields };
  }

  #nameOf(client: string | undefined): string {
    if (client === undefined || client === '') return unnamed;
    if (this.#clients.has(client)) return client;
    if (!clientName.test(client) || this.#clients.size >= mostClients + 2) return other;
    this.#clients.add(client);
    return client;
  }
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Fields are those of the schema, so that there are not endlessly many. */
function increaseFields(fields: MutableCounts, { coordinates }: OperationUse, clients: CountsByClient): void {
  for (const coordinate of coordinates) {
    const own = fields.get(coordinate) ?? new Map<string, number>();
    for (const [client, count] of clients) increase(own, client, count);
    fields.set(coordinate, own);
  }
}

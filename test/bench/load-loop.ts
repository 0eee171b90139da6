import { Pool } from 'undici';
import { readAnswer } from './answers.ts';
import type { KeptAnswer, LoadPlan, LoadResult, LoadRun, Shot } from './generator-protocol.ts';
import { fillWindow, type Workload } from './workloads/workload.ts';

interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** What a run has seen so far. */
interface Tally {
  readonly latenciesMs: number[];
  readonly kept: { readonly index: number; readonly reply: Reply }[];
  failures: number;
  firstFailure: string | null;
  bytes: number;
}

/** Stands in no answer that is data alone: quotes are escaped in strings, and no field of the schema has this name. */
const errorsMark = Buffer.from('"errors":[');
/** Milliseconds after which an answer counts as lost. */
const answerTimeoutMs = 60_000;

/** Sends the load of one plan in a closed loop. Keeps its connections until it is closed. */
export class LoadLoop {
  readonly #plan: LoadPlan;
  readonly #workload: Pick<Workload, 'choose'>;
  readonly #pools = new Map<string, Pool>();
  #connections = 0;

  constructor(plan: LoadPlan, workload: Pick<Workload, 'choose'>) {
    this.#plan = plan;
    this.#workload = workload;
  }

  /** Runs so many clients for so long, then waits for the last answers. A request that fails is counted; it never rejects. */
  async run({ connections, durationMs, maxRequests, firstIndex, keepEvery }: LoadRun): Promise<LoadResult> {
    if (connections !== this.#connections) await this.close();
    this.#connections = connections;
    const tally: Tally = { latenciesMs: [], kept: [], failures: 0, firstFailure: null, bytes: 0 };
    let nextIndex = firstIndex;
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const client = async (): Promise<void> => {
      while (performance.now() - startedAt < durationMs && nextIndex < firstIndex + maxRequests) {
        const index = nextIndex++;
        await this.#ask(index, index % keepEvery === 0, tally);
      }
    };
    await Promise.all(Array.from({ length: connections }, client));
    const elapsedMs = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      elapsedMs,
      latenciesMs: Float64Array.from(tally.latenciesMs),
      failures: tally.failures,
      firstFailure: tally.firstFailure,
      // Only now, so that reading costs no client its turn.
      kept: tally.kept.map(({ index, reply }) => describeKept(index, reply)),
      nextIndex,
      cpuMs: (user + system) / 1000,
      bytes: tally.bytes,
    };
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await Promise.all(this.#pools.values().map((pool) => pool.destroy()));
    this.#pools.clear();
  }

  async #ask(index: number, isKept: boolean, tally: Tally): Promise<void> {
    const { kind, window } = this.#workload.choose(index);
    const startedAt = performance.now();
    try {
      const shots = this.#plan.shotsByKind[kind] ?? [];
      // An answer to nothing would be the fastest of all.
      if (shots.length === 0) throw new Error(`there is nothing to send for kind ${kind}`);
      const replies = await Promise.all(
        shots.map(({ url, body }) => this.#send({ url, body: fillWindow(body, window) })),
      );
      for (const { body } of replies) tally.bytes += body.length;
      const bad = replies.find((reply) => !isGood(reply));
      if (bad !== undefined) throw new Error(`status ${bad.status}: ${bad.body.subarray(0, 300).toString()}`);
      tally.latenciesMs.push(performance.now() - startedAt);
      const [reply] = replies;
      if (isKept && this.#plan.isCompared && reply !== undefined) tally.kept.push({ index, reply });
    } catch (error) {
      tally.failures += 1;
      tally.firstFailure ??= `request ${index}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #send({ url, body }: Shot): Promise<Reply> {
    const { origin, pathname } = new URL(url);
    const pool = this.#poolOf(origin);
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const response = await pool.request({ path: pathname, method: 'POST', headers, body });
    return { status: response.statusCode, body: Buffer.from(await response.body.arrayBuffer()) };
  }

  #poolOf(origin: string): Pool {
    const known = this.#pools.get(origin);
    if (known !== undefined) return known;
    const timeouts = { headersTimeout: answerTimeoutMs, bodyTimeout: answerTimeoutMs };
    // The floor sends several requests to one agency for one client; more than 32 would only wait in the agency.
    const connections = this.#plan.isCompared ? this.#connections : Math.min(32, this.#connections * 4);
    const pool = new Pool(origin, { connections, pipelining: 1, ...timeouts });
    this.#pools.set(origin, pool);
    return pool;
  }
}

function isGood({ status, body }: Reply): boolean {
  return status === 200 && !body.includes(errorsMark);
}

function describeKept(index: number, { status, body }: Reply): KeptAnswer {
  const answer = readAnswer(status, body.toString());
  return answer.kind === 'answered'
    ? { index, status, digest: answer.digest, reason: null }
    : { index, status, digest: null, reason: answer.reason };
}

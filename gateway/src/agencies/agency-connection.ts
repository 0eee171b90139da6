import type { KeyObject } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { StringDecoder } from 'node:string_decoder';
import { type ThingsAnswer, thingsAnswer, thingsPath } from '@boroughgraph/schema/finding/published-things.ts';
import { catalogueHeader } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { deadlineHeader, writeDeadline } from '@boroughgraph/schema/wire/deadline-header.ts';
import { healthCheckMs, idleConnectionMs } from '@boroughgraph/schema/wire/deadlines.ts';
import type { AgencyStanding } from '@boroughgraph/schema/wire/health-answers.ts';
import { maxAnswerBytes as agreedAnswerBytes } from '@boroughgraph/schema/wire/limits.ts';
import {
  type OversightAnswer,
  oversightAnswer,
  oversightPath,
  type OversightQuestion,
} from '@boroughgraph/schema/wire/oversight.ts';
import { healthPath, readyPath } from '@boroughgraph/schema/wire/paths.ts';
import { requestIdHeader } from '@boroughgraph/schema/wire/request-id.ts';
import {
  type StateAnswer,
  stateAnswer,
  statePath,
  type StateQuestion,
  stateWaitMs,
} from '@boroughgraph/schema/wire/state-lease.ts';
import { currentSpan } from '@boroughgraph/schema/tracing/current-span.ts';
import { traceparentHeader } from '@boroughgraph/schema/tracing/serve-spans.ts';
import { type Viewer, viewerHeader } from '@boroughgraph/schema/wire/viewer.ts';
import { type Dispatcher, Pool } from 'undici';
import { type Deadline, deadlineIn, remainingMs } from '../execution/deadline.ts';
import { type FetchEnds, waitUntil } from '../execution/wait-until.ts';
import { isJsonObject } from './json.ts';
import { AgencyPulse, type PulseState } from './agency-pulse.ts';
import { AgencyState } from './agency-state.ts';
import { askForGateway, offerSession, type OwnQuestion } from './own-questions.ts';
import { ViewerWriter } from './viewer-writer.ts';

/** What an agency sent back, whole. */
export interface AgencyReply {
  readonly status: number;
  readonly text: string;
}

/** How the gateway talks to one agency. */
export interface ConnectionOptions {
  /** By which name tokens are meant for it. */
  readonly agency: string;
  readonly url: string;
  /** The longest that one answer may take, from asking to its last byte, in milliseconds. */
  readonly timeoutMs: number;
  /** The largest body that is read, in bytes. @default 64 MiB */
  readonly maxAnswerBytes?: number | undefined;
  /** With which the agency is told who asks; null where nobody is named. */
  readonly signingKey: KeyObject | null;
  /** Told when the agency turns out to be silent, and when it is back, after so many milliseconds. @default nobody is told */
  readonly onPulse?: ((state: PulseState, lastedMs: number) => void) | undefined;
  /** Told of each request how it ended, and after how many milliseconds. @default nobody is told */
  readonly onEnd?: ((end: RequestEnd, durationMs: number) => void) | undefined;
}

/** How a request to an agency ended: with an answer; with one of its failure (5xx); with none; or because nobody waited any more. */
export type RequestEnd = 'answered' | 'failed' | 'unanswered' | 'unwanted';

/** How many requests an agency has at the moment, and how many more wait for a connection. */
export interface ConnectionLoad {
  readonly running: number;
  readonly waiting: number;
}

/** An agency was not asked, since the deadline of the request had passed: that says nothing about the agency. */
export class NoTimeLeft extends Error {
  override readonly name = 'NoTimeLeft';

  constructor() {
    super('The deadline of the request has passed');
  }
}

type Standing = Pick<AgencyStanding, 'condition' | 'catalogue'>;

/** What is sent with one request. */
export interface AgencyRequest {
  readonly body: string;
  readonly requestId: string;
  /** Who asks. */
  readonly viewer: Viewer;
  /** The answer is waited for no longer, however much longer the agency may take for one. */
  readonly deadline: Deadline;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

// As many requests as an agency can have from one gateway at once. Its database pool is smaller: more would only wait
// there in place of here.
const maxConnections = 32;

/** A bounded set of kept-alive connections to one agency. Close it when done. */
export class AgencyConnection {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #timeoutMs: number;
  readonly #writer: ViewerWriter;
  readonly #onEnd: ConnectionOptions['onEnd'];
  /** Whether it answers at all: without a sign of life nobody waits for it. */
  readonly pulse: AgencyPulse;
  /** By which state of its catalogue it answers. */
  readonly state: AgencyState;

  constructor(options: ConnectionOptions) {
    const { url, timeoutMs, maxAnswerBytes = agreedAnswerBytes, onPulse, onEnd } = options;
    const { origin, pathname, search } = new URL(url);
    this.#path = pathname + search;
    this.#timeoutMs = timeoutMs;
    this.#writer = new ViewerWriter({
      agency: options.agency,
      key: options.signingKey,
      offer: (half, sign) => offerSession(this.#pool, half, sign),
    });
    this.#onEnd = onEnd;
    this.pulse = new AgencyPulse({ isHealthy: () => this.isHealthy(), onChange: onPulse });
    this.state = new AgencyState({
      ask: (question) => this.#askState(question),
      readNow: async () => (this.pulse.state === 'SILENT' ? null : (await this.readStanding()).catalogue),
    });
    this.#pool = new Pool(origin, {
      connections: maxConnections,
      // One request at a time on a connection: behind a slow answer, a fast one would wait.
      pipelining: 1,
      keepAliveTimeout: idleConnectionMs,
      // Its timers would not know whether this thread could have seen an answer; what waits here has one that does.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxResponseSize: maxAnswerBytes,
      connect: { timeout: timeoutMs },
    });
  }

  /**
   * Sends a GraphQL request, and resolves with whatever came back, of any status.
   *
   * Sent a second time, after a moment, when there is no connection or it breaks before an answer begins: the agency had closed it while
   * it was idle, or is being started anew. Everything asked is a query, so that asking twice changes nothing.
   *
   * @throws {Error} when there is no whole answer: refused, broken off, too large, too slow, or no longer wanted; at once while the
   * agency gives no sign of life.
   */
  async post(request: AgencyRequest): Promise<AgencyReply> {
    if (this.#onEnd === undefined) return this.#post(request);
    const startedAt = performance.now();
    let end: RequestEnd = 'unanswered';
    try {
      const reply = await this.#post(request);
      end = reply.status < 500 ? 'answered' : 'failed';
      return reply;
    } finally {
      this.#onEnd(request.signal.aborted ? 'unwanted' : end, performance.now() - startedAt);
    }
  }

  /** What the agency has to do for this gateway at the moment. */
  get load(): ConnectionLoad {
    const { running, queued } = this.#pool.stats;
    return { running, waiting: queued };
  }

  async #post(request: AgencyRequest): Promise<AgencyReply> {
    const waitMs = Math.min(this.#timeoutMs, remainingMs(request.deadline));
    if (waitMs === 0) throw new NoTimeLeft();
    return this.pulse.whileAlive((lifeline, onSign) => {
      const ends: FetchEnds = { deadline: deadlineIn(waitMs), wanted: request.signal, hopeless: lifeline };
      return waitUntil(ends, async (signal) => {
        const fetch = { ...request, deadline: ends.deadline, signal };
        const response = await this.#send(fetch).catch(async (error: unknown) => {
          if (!isConnectionFailure(error)) throw error;
          await wait(leastRetryMs + Math.random() * retrySpreadMs, undefined, { signal });
          return this.#send(fetch);
        });
        onSign();
        const text = await readText(response, onSign);
        return { status: response.statusCode, text };
      });
    });
  }

  /** Whether the agency's `/health` answers 200 within two seconds. Never throws. */
  isHealthy(): Promise<boolean> {
    return this.#check(healthPath, false, async ({ statusCode, body }) => {
      await body.dump();
      return statusCode === 200;
    });
  }

  /** Whether the agency can answer, as it says within two seconds at its `/ready`. Never throws. */
  readStanding(): Promise<Standing> {
    return this.#check<Standing>(readyPath, { condition: 'SILENT', catalogue: null }, async ({ statusCode, body }) => {
      const answer: unknown = JSON.parse(await body.text());
      if (statusCode !== 200) return { condition: 'STORE_AWAY', catalogue: null };
      const state: unknown = isJsonObject(answer) ? answer['catalogue'] : null;
      return { condition: 'READY', catalogue: typeof state === 'string' ? state : null };
    });
  }

  /** What an agency says of itself at a path, or `otherwise` where it says nothing in time that can be read. Never throws. */
  async #check<T>(path: string, otherwise: T, read: (response: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
    try {
      return await waitUntil({ deadline: deadlineIn(healthCheckMs), wanted: null }, async (signal) =>
        read(await this.#pool.request({ path, method: 'GET', signal })),
      );
    } catch {
      return otherwise;
    }
  }

  /** Closes every connection; requests that still wait for an answer fail. */
  async close(): Promise<void> {
    this.pulse.close();
    this.state.close();
    await this.#pool.destroy();
  }

  /** Asks for a lease of the state of its catalogue, or waits for a change. @throws when no answer comes that can be read. */
  async #askState(question: StateQuestion): Promise<StateAnswer> {
    const waitMs = healthCheckMs + (question.waits ? stateWaitMs : 0);
    return stateAnswer.parse(await this.#ask({ path: statePath, question, waitMs }));
  }

  /**
   * What is found of the agency as everybody may know it, and how it stands; without the things where it has those of the version `known`.
   *
   * @throws when no answer comes that can be read.
   */
  async readThings(known: string | null): Promise<ThingsAnswer> {
    return thingsAnswer.parse(await this.#ask({ path: thingsPath, question: { known }, waitMs: this.#timeoutMs }));
  }

  /**
   * Whether the agency counts somebody among its own people and, if so, what it has loaded.
   *
   * @throws when no answer comes in time that can be read; at once while the agency gives no sign of life.
   */
  async readOversight(viewer: Viewer, question: OversightQuestion): Promise<OversightAnswer> {
    if (this.pulse.state === 'SILENT') throw new Error('The agency gives no sign of life');
    const asked = { path: oversightPath, question, waitMs: this.#timeoutMs, viewer };
    return oversightAnswer.parse(await this.#ask(asked));
  }

  #ask(question: OwnQuestion): Promise<unknown> {
    return askForGateway(this.#pool, this.#writer, question);
  }

  /** Each attempt says anew who asks: what says it is good once, and the one before may have arrived. */
  #send(request: AgencyRequest): ReturnType<Pool['request']> {
    const { body, requestId, deadline, signal } = request;
    const span = currentSpan();
    return this.#writer.tell(request, (viewer) => {
      const headers = {
        ...(span !== null && { [traceparentHeader]: span.traceparent }),
        'content-type': 'application/json',
        accept: 'application/json',
        [requestIdHeader]: requestId,
        [viewerHeader]: viewer,
        [deadlineHeader]: writeDeadline(remainingMs(deadline)),
        [catalogueHeader]: 'wanted',
      };
      return this.#pool.request({ path: this.#path, method: 'POST', headers, body, signal });
    });
  }
}

/** From so many bytes on an answer is decoded piece by piece as it comes: ten megabytes at once keep everybody waiting. */
const longBytes = 256 * 1024;

async function readText({ headers, body }: Dispatcher.ResponseData<unknown>, onPiece: () => void): Promise<string> {
  if (Number(headers['content-length'] ?? Infinity) < longBytes) return body.text();
  const decoder = new StringDecoder('utf8');
  let text = '';
  for await (const piece of body) {
    text += decoder.write(piece as Buffer);
    onPiece();
  }
  return text + decoder.end();
}

/** Milliseconds until a request is sent once more, and by how many more at most: those that failed together should not come together. */
const leastRetryMs = 20;
const retrySpreadMs = 80;

const connectionFailures: readonly unknown[] = ['UND_ERR_SOCKET', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'];

function isConnectionFailure(error: unknown): boolean {
  return isJsonObject(error) && connectionFailures.includes(error['code']);
}

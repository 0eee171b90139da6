import { setTimeout as delay } from 'node:timers/promises';
import { type Came, type Circumstances, judge, type Verdict } from './judge.ts';

/** What is asked, and its answer while all was well. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly whole: unknown;
}

type Headers = Readonly<Record<string, string>>;

/** How a gateway is asked. */
export interface LoadOptions {
  readonly url: string;
  readonly questions: readonly Question[];
  /** Milliseconds that each request may take, as the gateway is told. */
  readonly deadlineMs: number;
  /** As whom the next request is sent. @default nobody */
  readonly headers?: () => Promise<Headers>;
  /** Requests a second, whether answers come or not. */
  readonly perSecond: number;
  /** What is true between two moments, by the clock of `performance.now`. @default nothing is done to anybody */
  readonly circumstances?: (fromMs: number, toMs: number) => Circumstances;
}

/** How many requests came to what, the longest of them, and what was wrong. */
export interface Tally {
  readonly complete: number;
  readonly partial: number;
  readonly refused: number;
  readonly away: number;
  readonly wrong: number;
  /** Those that took longer than their deadline and two seconds for the way, while the gateway ran. */
  readonly late: number;
  /** The longest while the gateway ran. */
  readonly longestMs: number;
  /** What was wrong, each kind once with how often. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** Whether something was asked, and all of it was answered whole and in time. */
export const isWhole = ({ complete, partial, refused, away, wrong, late }: Tally): boolean =>
  complete > 0 && partial + refused + away + wrong + late === 0;

const allIsWell = (): Circumstances => ({ suspects: new Set(), isGatewayAway: false });

/** A load that goes on. */
export interface RunningLoad {
  /** When an answer last was complete, by the clock of `performance.now`. */
  readonly completeAtMs: () => number;
  /** Asks nothing more, waits for what has been asked, and tells what came of it. */
  readonly stop: () => Promise<Tally>;
}

/** A machine whose two cores are busy, with what asks beside what answers, needs some time to deliver what is there. */
const wayMs = 2_000;

/** An answer as it comes, or that none does. Never rejects. */
export async function askOnce(
  url: string,
  { query, variables, headers = {} }: Pick<Question, 'query' | 'variables'> & { readonly headers?: Headers },
  deadlineMs: number,
): Promise<Came> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'x-boroughgraph-deadline-ms': String(deadlineMs) },
      body: JSON.stringify({ query, variables }),
      // What hangs is found by how long it took.
      signal: AbortSignal.timeout(deadlineMs + 10 * wayMs),
    });
    return { kind: 'answer', status: response.status, text: await response.text() };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return { kind: 'nothing', cause: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Asks a gateway steadily, one question after the other, until it is stopped. */
export function startLoad(options: LoadOptions): RunningLoad {
  const counts = new TallyBook(options.deadlineMs + wayMs);
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const { questions, perSecond } = options;
  const running = (async () => {
    for (let index = 0; !stopping.signal.aborted; index += 1) {
      const question = questions[index % questions.length];
      if (question === undefined) return;
      const asking = ask(question, options, counts).finally(() => underWay.delete(asking));
      underWay.add(asking);
      await delay(1_000 / perSecond);
    }
  })();
  return {
    completeAtMs: () => counts.completeAtMs,
    stop: async () => {
      stopping.abort();
      await running;
      await Promise.all(underWay);
      return counts.tally();
    },
  };
}

async function ask(
  question: Question,
  { url, deadlineMs, circumstances = allIsWell, headers = () => Promise.resolve({}) }: LoadOptions,
  counts: TallyBook,
): Promise<void> {
  const sent = { ...question, headers: await headers() };
  const fromMs = performance.now();
  const came = await askOnce(url, sent, deadlineMs);
  const toMs = performance.now();
  const then = circumstances(fromMs, toMs);
  counts.add(judge(came, question.whole, then), { fromMs, toMs, isExcused: then.isGatewayAway });
}

interface Time {
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether nobody could keep a deadline, since the gateway was away or stopped. */
  readonly isExcused: boolean;
}

class TallyBook {
  readonly #lateMs: number;
  readonly #counts = { complete: 0, partial: 0, refused: 0, away: 0, wrong: 0, late: 0 };
  readonly #reasons = new Map<string, number>();
  #longestMs = 0;
  completeAtMs = 0;

  constructor(lateMs: number) {
    this.#lateMs = lateMs;
  }

  add(verdict: Verdict, { fromMs, toMs, isExcused }: Time): void {
    this.#counts[verdict.kind] += 1;
    if (!isExcused) this.#longestMs = Math.max(this.#longestMs, toMs - fromMs);
    if (!isExcused && toMs - fromMs > this.#lateMs) this.#counts.late += 1;
    if (verdict.kind === 'complete') this.completeAtMs = toMs;
    if (verdict.kind === 'wrong') this.#reasons.set(verdict.why, (this.#reasons.get(verdict.why) ?? 0) + 1);
  }

  tally(): Tally {
    return { ...this.#counts, longestMs: Math.round(this.#longestMs), reasons: Object.fromEntries(this.#reasons) };
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { consumerOf } from '../../budgets/consumer.ts';
import type { ConsumerBudgets } from '../../budgets/consumer-budgets.ts';
import { deadlineIn } from '../../execution/deadline.ts';
import type { AnsweringLimits } from '../../http/bind-request.ts';
import type { GatewayContext } from '../../http/gateway-context.ts';
import type { AnsweredState } from '../../operations/operation-context.ts';
import type { TableExecutor } from '../answer-table.ts';
import { askWithin, onlyState } from '../releases/release-question.ts';
import { askForPage, type DatasetPage } from './dataset-pages.ts';
import type { FoundDataset } from './find-dataset.ts';
import type { Pages } from './stream-dataset.ts';

/** What a dataset is read by. */
export interface DatasetReading {
  readonly found: FoundDataset;
  /** As things stood on that day; null for now. */
  readonly on: string | null;
  readonly executor: TableExecutor;
  /** Of the whole request; each page has a deadline, and a place in the audit, of its own. */
  readonly context: GatewayContext;
  readonly limits: AnsweringLimits;
  readonly request: FastifyRequest;
}

/** A page that could be had, and by which state of the agency's catalogue; null where the agency does not say. */
export type StatedPage = Extract<DatasetPage, { kind: 'page' }> & { readonly state: string | null };

/** A dataset was loaded, recalled or withheld anew while it was read, or a page of it could not be had. */
class BrokenDownload extends Error {
  override readonly name = 'BrokenDownload';
}

/** The first page, by the rules of any other question, or what is wrong with it. */
export function readFirstPage(reading: DatasetReading): Promise<StatedPage | Exclude<DatasetPage, { kind: 'page' }>> {
  return readPage(reading, null, reading.context.spend);
}

/**
 * All pages, each asked for when the one before has been taken. One that costs more than its reader has left for now is waited for.
 *
 * @throws {BrokenDownload} when a page cannot be had, or comes by another state of the catalogue: rows of two states do not make one file.
 */
export async function* readPages(reading: DatasetReading, first: StatedPage): Pages {
  const spend = spendPatiently(reading);
  let page = first;
  yield page.rows;
  while (page.next !== null) {
    const next = await readPage(reading, page.next, spend);
    if (next.kind === 'errors') throw new BrokenDownload(next.errors[0]?.message ?? 'nothing was answered');
    if (next.state !== first.state) throw new BrokenDownload('the catalogue has changed in between');
    page = next;
    yield page.rows;
  }
}

async function readPage(
  { found, on, executor, context, limits }: DatasetReading,
  after: string | null,
  spend: GatewayContext['spend'],
): Promise<StatedPage | Exclude<DatasetPage, { kind: 'page' }>> {
  const states: AnsweredState[] = [];
  const own = { deadline: deadlineIn(limits.answerMs), touched: [], protectedShown: new Set<string>(), states };
  const asking = askWithin(executor, { ...context, ...own, ...(spend && { spend }) });
  const page = await askForPage(found, { on, after }, asking);
  return page.kind === 'errors' ? page : { ...page, state: onlyState(states, found.agency.agency) };
}

/** Counts against the budget of whoever reads, and waits until it is whole where it is not enough: the first page was within it. */
function spendPatiently({ limits: { budgets }, request, context }: DatasetReading): GatewayContext['spend'] {
  if (budgets === null) return undefined;
  return (cost) => spendWhenThere(budgets, { consumer: consumerOf(request), cost, signal: context.signal });
}

interface Spending {
  readonly consumer: string;
  readonly cost: number;
  readonly signal: AbortSignal;
}

async function spendWhenThere(budgets: ConsumerBudgets, spending: Spending): Promise<void> {
  const state = await budgets.spend(spending.consumer, spending.cost);
  if (state.isEnough) return;
  await delay(state.wholeInMs, undefined, { signal: spending.signal });
  await spendWhenThere(budgets, spending);
}

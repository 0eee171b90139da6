import type { GatewayContext } from '../../http/gateway-context.ts';
import type { AnsweredState } from '../../operations/operation-context.ts';
import type { TableExecutor } from '../table-executor.ts';
import { contextOfPage, type LongRequest, spendPatiently, SteadyStates } from '../page-context.ts';
import { statusOf } from '../error-status.ts';
import { BrokenFile, changedInBetween } from '../refused-file.ts';
import { askWithin } from '../releases/release-question.ts';
import type { Pages } from '../write-pages.ts';
import { askForPage, type DatasetPage } from './dataset-pages.ts';
import type { FoundDataset } from './find-dataset.ts';

/** What a dataset is read by. */
export interface DatasetReading extends LongRequest {
  readonly found: FoundDataset;
  /** As things stood on that day; null for now. */
  readonly on: string | null;
  readonly executor: TableExecutor;
}

/** A page that could be had, and by which states of the catalogues. */
export type StatedPage = Extract<DatasetPage, { kind: 'page' }> & { readonly states: readonly AnsweredState[] };

/** The first page, by the rules of any other question, or what is wrong with it. */
export async function readFirstPage(
  reading: DatasetReading,
): Promise<StatedPage | Exclude<DatasetPage, { kind: 'page' }>> {
  const first = await readPage(reading, null, reading.context.spend);
  const isSteady = first.kind === 'errors' || first.next === null || new SteadyStates(first.states).areKnown;
  return isSteady ? first : changedInBetween;
}

/**
 * All pages, each asked for when the one before has been taken. One that costs more than its reader has left for now is waited for.
 *
 * @throws {BrokenFile} when a page cannot be had, or comes by another state of the catalogue.
 */
export async function* readPages(reading: DatasetReading, first: StatedPage): Pages {
  const spend = spendPatiently(reading);
  const steady = new SteadyStates(first.states);
  yield first.rows;
  let after = first.next;
  while (after !== null) {
    const page = await readPage(reading, after, spend);
    if (page.kind === 'errors') throw new BrokenFile({ ...page, status: statusOf(page.errors, undefined) });
    steady.require(page.states);
    yield page.rows;
    after = page.next;
  }
}

async function readPage(
  reading: DatasetReading,
  after: string | null,
  spend: GatewayContext['spend'],
): Promise<StatedPage | Exclude<DatasetPage, { kind: 'page' }>> {
  const states: AnsweredState[] = [];
  const asking = askWithin(reading.executor, contextOfPage(reading, states, spend));
  const page = await askForPage(reading.found, { on: reading.on, after }, asking);
  return page.kind === 'errors' ? page : { ...page, states };
}

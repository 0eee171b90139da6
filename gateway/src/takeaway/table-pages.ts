import { z } from 'zod';
import type { GatewayContext } from '../http/gateway-context.ts';
import type { AnsweredState } from '../operations/operation-context.ts';
import { isJsonObject } from '../agencies/json.ts';
import type { TableExecutor } from './table-executor.ts';
import type { Attribution } from './data-dictionary.ts';
import { statusOf } from './error-status.ts';
import { contextOfPage, type LongRequest, spendPatiently, SteadyStates } from './page-context.ts';
import { firstOfPage, ownMarks, type PagedList } from './paged-list.ts';
import { BrokenFile, changedInBetween, refuseFile, type RefusedFile } from './refused-file.ts';
import { askWithin } from './releases/release-question.ts';
import type { TablePlan } from './table-plan.ts';
import { type Cell, findAbsence, rowsOf } from './table-rows.ts';
import type { Pages } from './write-pages.ts';

/** A page that was answered, or all of an answer where it has no pages. */
export interface AnsweredPage {
  readonly kind: 'page';
  readonly data: unknown;
  /** The ids of the datasets of which it has made-up figures. */
  readonly synthetic: readonly string[];
}

/** Asks for an operation with some variables more than its client has given. */
export type AskForPage = (
  context: GatewayContext,
  variables: Readonly<Record<string, unknown>>,
) => Promise<AnsweredPage | RefusedFile>;

/** What the series of a list can be from. */
export interface ListSources {
  readonly kind: 'sources';
  readonly datasets: readonly Attribution[];
  /** The ids of those of which figures are made up. */
  readonly synthetic: readonly string[];
}

interface FirstPage {
  readonly first: AnsweredPage;
  readonly states: readonly AnsweredState[];
  readonly ask: AskForPage;
}

/** Rows that are in memory at once: one page of a list of fifteen years by month. */
const rowsOfPage = 40_000;

/**
 * The pages of an answer's lists, each asked for when the one before has been taken: each is a question by all rules of any other, and one
 * that costs more than its reader has left for now is waited for.
 */
export class TablePages {
  readonly #reading: LongRequest & { readonly executor: TableExecutor };
  readonly #first: FirstPage;
  readonly #steady: SteadyStates;

  constructor(reading: LongRequest & { readonly executor: TableExecutor }, first: FirstPage) {
    this.#reading = reading;
    this.#first = first;
    this.#steady = new SteadyStates(first.states);
  }

  /**
   * The datasets from which the lists are of which there is more than the first page: what is made up, and what must be shown beside figures,
   * stands before the first row. None where all is there.
   */
  async findSources(plans: readonly TablePlan[]): Promise<ListSources | RefusedFile> {
    const { first } = this.#first;
    const lists = plans
      .filter((plan) => findAbsence(plan, first.data) === null)
      .flatMap(({ pages }) => pages ?? [])
      .filter((list) => nextIn(list, first) !== null);
    const sources: ListSources[] = [];
    if (lists.length > 0 && !this.#steady.areKnown) return changedInBetween;
    for (const { root, indicators } of lists) {
      const states: AnsweredState[] = [];
      const ask = askWithin(this.#reading.executor, contextOfPage(this.#reading, states, this.#reading.context.spend));
      const { data, errors } = await ask(writeSourcesOperation(root), {});
      if (errors.length > 0 || data === null) return { kind: 'errors', status: statusOf(errors, undefined), errors };
      sources.push(readSources(sourcesAnswer.parse(data), indicators));
    }
    const [datasets, synthetic] = [sources.flatMap((each) => each.datasets), sources.flatMap((each) => each.synthetic)];
    return { kind: 'sources', datasets, synthetic };
  }

  /**
   * The rows of a table, page after page.
   *
   * @param synthetic - The ids of the datasets of which the whole table has made-up figures, as far as they are known beforehand.
   * @throws {BrokenFile} when a page cannot be had, or comes by another state of a catalogue.
   */
  async *rowsOf(plan: TablePlan, synthetic: readonly string[]): Pages {
    const spend = spendPatiently(this.#reading);
    let page = this.#first.first;
    let size = firstOfPage;
    for (;;) {
      const counted = { rows: 0 };
      yield counting(counted, rowsOf(plan, page.data, [...new Set([...synthetic, ...page.synthetic])].toSorted()));
      const next = plan.pages && nextIn(plan.pages, page);
      if (!plan.pages || !next) return;
      if (counted.rows > rowsOfPage) size = Math.max(1, Math.floor((size * rowsOfPage) / counted.rows));
      const { first, after } = plan.pages.variables;
      page = await this.#readPage({ [first]: size, [after]: next }, spend);
    }
  }

  async #readPage(variables: Readonly<Record<string, unknown>>, spend: GatewayContext['spend']): Promise<AnsweredPage> {
    const states: AnsweredState[] = [];
    const page = await this.#first.ask(contextOfPage(this.#reading, states, spend), variables);
    if (page.kind === 'errors') throw new BrokenFile(page);
    this.#steady.require(states);
    return page;
  }
}

function* counting(counted: { rows: number }, rows: Iterable<readonly Cell[]>): Generator<readonly Cell[]> {
  for (const row of rows) {
    counted.rows += 1;
    yield row;
  }
}

/**
 * After what the next page begins; null after the last one.
 *
 * @throws {BrokenFile} when the answer has no page, or not where the next begins: a part would be taken for the whole.
 */
function nextIn({ keys }: PagedList, { data }: AnsweredPage): string | null {
  let page: unknown = data;
  for (const key of keys) page = isJsonObject(page) ? page[key] : null;
  const marks = isJsonObject(page) ? page : {};
  const [hasNext, cursor] = [marks[ownMarks.hasNextPage], marks[ownMarks.endCursor]];
  if (hasNext === false) return null;
  if (hasNext === true && typeof cursor === 'string') return cursor;
  throw new BrokenFile(refuseFile(503, 'AGENCY_UNAVAILABLE', `A page of the list at "${keys.join('.')}" is missing.`));
}

const text = z.string();
const sourcesAnswer = z.object({
  agency: z.object({
    indicators: z.array(
      z.object({
        id: text,
        dataset: z.object({
          id: text,
          title: text,
          publisher: text,
          licence: text,
          attribution: text,
          designation: text,
        }),
      }),
    ),
  }),
});

function writeSourcesOperation(root: string): string {
  return `query SourcesOfList { agency: ${root} { indicators(held: true) { id dataset {
    id title publisher licence attribution designation } } } }`;
}

function readSources({ agency }: z.infer<typeof sourcesAnswer>, indicators: readonly string[]): ListSources {
  const asked = new Set(indicators);
  const datasets = agency.indicators.filter(({ id }) => asked.has(id)).map(({ dataset }) => dataset);
  const synthetic = datasets.filter(({ designation }) => designation === 'SYNTHETIC').map(({ id }) => id);
  return { kind: 'sources', datasets, synthetic };
}

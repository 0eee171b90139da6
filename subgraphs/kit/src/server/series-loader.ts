import DataLoader from 'dataloader';
import { observationStatuses, type ObservationFlag, flagsOf, type Reading } from '../statistics/observation.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Answer, AnsweringRelease, Catalogue } from '../store/catalogue.ts';
import type { StoreDatabase } from '../store/database.ts';
import { readSeries, type SeriesKey, type SeriesRecord, textOfKey } from '../store/read-series.ts';
import { fromStore } from './errors.ts';

/** One series as of a date; null is today. */
export interface SeriesRequest {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensionKey: string;
  readonly asPublishedOn: string | null;
}

/** A cell and where it stands. A null reading is a gap; a null `from` is one that lies in no release. */
export interface StoredCell {
  readonly ordinal: number;
  readonly reading: Reading | null;
  readonly denominatorPeriodId: string | null;
  readonly denominatorSource: string | null;
  readonly from: AnsweringRelease | null;
}

/** The whole grid of one series, each cell from the release that answers for its period. */
export class StoredSeries {
  readonly answer: Answer;
  readonly #records: ReadonlyMap<number, SeriesRecord>;

  constructor(answer: Answer, records: readonly SeriesRecord[]) {
    this.answer = answer;
    this.#records = new Map(records.map((record) => [record.releaseNumber, record]));
  }

  /** Cells from the first period to the last. */
  get length(): number {
    return this.answer.byPosition.length;
  }

  /** True where a release that answers for a period is made up. */
  get isSynthetic(): boolean {
    return this.answer.byPosition.some((from) => from?.release.isSynthetic === true);
  }

  /** The cell at a position of the grid. */
  cell(position: number): StoredCell {
    const from = this.answer.byPosition[position] ?? null;
    const ordinal = this.answer.firstOrdinal + position;
    const record = from === null ? undefined : this.#records.get(from.release.number);
    if (record === undefined || from === null)
      return { ordinal, reading: null, denominatorPeriodId: null, denominatorSource: null, from };
    const index = ordinal - from.firstOrdinal;
    const denominatorPeriodId = record.denominatorPeriodIds?.[index] ?? null;
    const { denominatorSource } = record;
    return { ordinal, reading: readingAt(record, index), denominatorPeriodId, denominatorSource, from };
  }
}

/** A series that the caller may not read: its grid is known, and none of its figures has been read. */
class WithheldSeries extends StoredSeries {
  constructor(answer: Answer) {
    super(answer, []);
  }

  override cell(position: number): StoredCell {
    return { ...super.cell(position), reading: { value: null, status: 'WITHHELD_BY_TIER', flags: noFlags } };
  }
}

const noFlags: readonly ObservationFlag[] = [];

function readingAt(record: SeriesRecord, index: number): Reading | null {
  const value = record.values[index] ?? null;
  const status = record.statuses?.[index] ?? null;
  if (value === null && status === null) return null;
  const bits = record.flags?.[index] ?? 0;
  return {
    value,
    status: status === null ? 'PUBLISHED' : (observationStatuses[status] ?? 'NOT_AVAILABLE'),
    flags: bits === 0 ? noFlags : flagsOf(bits),
    numerator: record.numerators?.[index] ?? null,
    denominator: record.denominators?.[index] ?? null,
    lower: record.lowers?.[index] ?? null,
    upper: record.uppers?.[index] ?? null,
  };
}

/** Loads whole series; null where nothing covers the indicator. */
export type SeriesLoader = DataLoader<SeriesRequest, StoredSeries | null, string>;

/** What series are read from. */
export interface SeriesSource {
  readonly database: StoreDatabase;
  readonly catalogue: () => Promise<Catalogue>;
  /** Whether the caller may not read the figures of an indicator. */
  readonly isRestricted: (indicator: IndicatorDefinition) => boolean;
}

/** A loader for one request: one statement for each batch, whatever the number of series in it. */
export function createSeriesLoader(source: SeriesSource): SeriesLoader {
  return new DataLoader((requests) => fromStore(loadSeries(source, requests)), {
    cacheKeyFn: (request) => `${textOfKey(keyOf(request))} ${request.asPublishedOn ?? ''}`,
  });
}

async function loadSeries(
  { database, catalogue, isRestricted }: SeriesSource,
  requests: readonly SeriesRequest[],
): Promise<readonly (StoredSeries | null)[]> {
  const served = await catalogue();
  const answerTo = ({ indicator, asPublishedOn }: SeriesRequest) => served.answer(indicator, asPublishedOn);
  const open = requests.filter(({ indicator }) => !isRestricted(indicator));
  const keys = new Map(open.map((request) => [textOfKey(keyOf(request)), keyOf(request)]));
  const releaseNumbers = new Set(open.flatMap((request) => answerTo(request)?.releaseNumbers ?? []));
  const records = await readSeries(database, [...keys.values()], [...releaseNumbers]);
  return requests.map((request) => {
    const answer = answerTo(request);
    if (answer === null) return null;
    if (isRestricted(request.indicator)) return new WithheldSeries(answer);
    return new StoredSeries(answer, records.get(textOfKey(keyOf(request))) ?? []);
  });
}

function keyOf({ indicator, place, dimensionKey }: SeriesRequest): SeriesKey {
  return { indicatorId: indicator.id, place, dimensionKey };
}

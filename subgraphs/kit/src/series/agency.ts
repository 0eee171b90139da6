import type { AreaType, Designation, PeriodType } from '@boroughgraph/schema/vocabulary/core.ts';
import { isWellFormedAreaCode } from '../geography/areas.ts';
import { dimensionsOf, type Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf, publicIdOf } from '../statistics/period-kinds.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { publisherName } from '../datasets/publisher-name.ts';
import type { ReleaseRecord } from '../store/catalogue.ts';
import type { SeriesKey } from '../store/series-columns.ts';
import { requireAll, requireDimensions } from './argument-checks.ts';
import type { RequestContext } from './context.ts';
import { badUserInput } from './errors.ts';
import { SeriesHandle } from './series.ts';

/** A dataset with what is loaded of it. */
class DatasetModel {
  readonly definition: DatasetDefinition;
  readonly #context: RequestContext;

  constructor(context: RequestContext, definition: DatasetDefinition) {
    this.#context = context;
    this.definition = definition;
  }

  /** The dataset's releases, newest first, recalled ones included: see `VisibleReleases.listedReleasesOf`. */
  async releases(): Promise<readonly ReleaseRecord[]> {
    return (await this.#context.reading.releases()).listedReleasesOf(this.definition.id);
  }

  /** The newest release that answers; null where none does, or the viewer may not read the dataset. */
  async latestRelease(): Promise<ReleaseRecord | null> {
    return (await this.#context.reading.releases()).releasesOf(this.definition.id)[0] ?? null;
  }

  /** How its figures are designated: SYNTHETIC while only the sample is loaded. */
  async designation(): Promise<Designation> {
    return (await this.#isSample()) ? 'SYNTHETIC' : this.definition.designation;
  }

  /** Who published its figures: nobody, while only the sample is loaded. */
  async publisher(): Promise<string> {
    const { publisher } = this.definition;
    return (await this.#isSample()) ? `SYNTHETIC sample, not published by ${publisher}` : publisherName(publisher);
  }

  /** The words that whoever shows its figures must show beside them. */
  async attribution(): Promise<string> {
    const { attribution, publisher } = this.definition;
    return (await this.#isSample()) ? `SYNTHETIC: made-up figures, not of ${publisher}.` : attribution;
  }

  async #isSample(): Promise<boolean> {
    return (await this.#context.reading.releases()).isSample(this.definition.id);
  }
}

// Made here alone; elsewhere it is a type.
export type { DatasetModel };

/**
 * The dataset whose releases answer for an indicator.
 *
 * @throws when the agency has no such dataset, which is a mistake in its definitions.
 */
export function datasetOf({ datasetId }: IndicatorDefinition, context: RequestContext): DatasetModel {
  const definition = context.agency.datasets.find(({ id }) => id === datasetId);
  if (definition === undefined) throw new Error(`no dataset "${datasetId}" in ${context.agency.name}`);
  return new DatasetModel(context, definition);
}

/** The indicator as readers know it: of a further kind of period, the one whose kind it is. Never throws. */
export function publicIndicator(indicator: IndicatorDefinition, context: RequestContext): IndicatorDefinition {
  return context.agency.indicators.find(({ id }) => id === publicIdOf(indicator)) ?? indicator;
}

/** What a page of series is asked for by: the arguments of Agency.series. */
export interface SeriesPageArguments {
  readonly indicators: readonly string[];
  readonly areas?: readonly string[] | null;
  readonly sites?: readonly string[] | null;
  readonly areaType?: AreaType | null;
  readonly periodType?: PeriodType | null;
  readonly dimensions?: readonly { readonly dimension: string; readonly value: string }[] | null;
  readonly asPublishedOn?: string | null;
  readonly first: number;
  readonly after?: string | null;
}
export interface SeriesPageModel {
  readonly nodes: readonly SeriesHandle[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** Series on one page at most. Source: the contract. */
const maximumPage = 2_000;

/** An agency's corner of the graph. */
export class AgencyModel {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /** The indicators whose id, name or definition holds the text, in any case; all without one. */
  indicators(search: string | null = null): readonly IndicatorDefinition[] {
    const wanted = (search ?? '').trim().toLowerCase();
    return this.#context.agency.indicators.filter(({ id, name, definition }) =>
      [id, name, definition].some((text) => text.toLowerCase().includes(wanted)),
    );
  }

  /** The indicator with an id; null for an unknown one. */
  indicator(id: string): IndicatorDefinition | null {
    return this.#context.agency.indicators.find((indicator) => indicator.id === id) ?? null;
  }

  datasets(): readonly DatasetModel[] {
    return this.#context.agency.datasets.map((definition) => new DatasetModel(this.#context, definition));
  }

  /** The dataset with an id; null for an unknown one. */
  dataset(id: string): DatasetModel | null {
    return this.datasets().find((dataset) => dataset.definition.id === id) ?? null;
  }

  /**
   * A page of series that releases hold, ordered by indicator, place and dimensions.
   *
   * @throws a BAD_USER_INPUT that names the argument which is wrong and says what would be accepted.
   */
  async series(given: SeriesPageArguments): Promise<SeriesPageModel> {
    const known = given.indicators.flatMap((id) => this.indicator(id) ?? []);
    requireAll(
      () => given.indicators.map((id) => this.#requireIndicator(id)),
      () => areaCodes(given),
      // Of unknown indicators nobody knows which dimensions they have.
      () => {
        if (known.length > 0) requireDimensions(known, given.dimensions ?? []);
      },
      () => {
        requirePageSize(given.first);
      },
      () => cursorKey(given.after ?? null),
    );
    const indicators = given.indicators.map((id) => this.#requireIndicator(id));
    const kinds = indicators.flatMap(kindsOf);
    const { periodType = null } = given;
    const keys = await this.#context.reading.seriesKeys({
      indicators: periodType === null ? kinds : kinds.filter(({ grid }) => grid.type === periodType),
      areas: areaCodes(given),
      sites: given.sites ?? null,
      areaType: given.areaType ?? null,
      dimensions: given.dimensions ?? [],
      asPublishedOn: given.asPublishedOn ?? null,
      after: cursorKey(given.after ?? null),
      limit: given.first,
    });
    const page = keys.slice(0, given.first);
    const last = page.at(-1);
    return {
      nodes: page.map((key) => this.#handle(key, given.asPublishedOn ?? null)),
      hasNextPage: keys.length > given.first,
      endCursor: last === undefined ? null : cursorOf(last),
    };
  }

  #requireIndicator(id: string): IndicatorDefinition {
    const indicator = this.indicator(id);
    const stored = this.#context.agency.indicators.filter((known) => known.isComputed !== true);
    if (indicator === null || indicator.isComputed === true) {
      const why =
        indicator === null
          ? 'is not an indicator of this agency'
          : 'is worked out for one area at a time and has no stored series';
      throw badUserInput(
        `"${id}" ${why}: expected some of ${stored.map((known) => known.id).join(', ')}`,
        'indicators',
      );
    }
    return indicator;
  }

  /** The definition whose series the store keeps under an id. */
  #kind(storedId: string): IndicatorDefinition {
    const kinds = this.#context.agency.indicators.flatMap(kindsOf);
    return kinds.find(({ id }) => id === storedId) ?? this.#requireIndicator(storedId);
  }

  #handle(key: SeriesKey, asPublishedOn: string | null): SeriesHandle {
    const indicator = this.#kind(key.indicatorId);
    return new SeriesHandle(this.#context, {
      indicator,
      place: key.place,
      relation: 'SAME',
      dimensions: dimensionsOf(key.dimensionKey),
      asPublishedOn,
    });
  }
}

function requirePageSize(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > maximumPage)
    throw badUserInput(`first is ${first}: expected a number from 1 to ${maximumPage}`, 'first');
}

function areaCodes({ areas = null }: SeriesPageArguments): readonly string[] | null {
  for (const code of areas ?? [])
    if (!isWellFormedAreaCode(code))
      throw badUserInput(
        `"${code}" is not an area code: expected one like E09000012 or composite:merton-and-sutton`,
        'areas',
      );
  return areas;
}

/** The narrowing that a list of inputs means. */
export function dimensionsFrom(inputs: readonly { readonly dimension: string; readonly value: string }[]): Dimensions {
  return Object.fromEntries(inputs.map(({ dimension, value }) => [dimension, value]));
}

const cursorOf = (key: SeriesKey) =>
  Buffer.from(JSON.stringify([key.indicatorId, key.place, key.dimensionKey])).toString('base64url');

function cursorKey(cursor: string | null): SeriesKey | null {
  if (cursor === null) return null;
  const parts = parseCursor(cursor);
  const [indicatorId, place, dimensionKey] = parts;
  if (indicatorId === undefined || place === undefined || dimensionKey === undefined || parts.length !== 3)
    throw badUserInput(`"${cursor}" is not a cursor: expected the endCursor of an earlier page`, 'after');
  return { indicatorId, place, dimensionKey };
}

function parseCursor(cursor: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed.filter((part) => typeof part === 'string') : [];
  } catch {
    return [];
  }
}

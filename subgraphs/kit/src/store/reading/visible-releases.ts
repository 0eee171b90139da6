import { dimensionKey, type Dimensions } from '../../statistics/dimensions.ts';
import type { IndicatorDefinition, RestrictedCut } from '../../statistics/indicator.ts';
import { isInRestrictedCut, restrictedCutsOf } from '../../disclosure/restricted-cuts.ts';
import type { Answer } from '../answering-releases.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ReleaseRecord } from '../release-record.ts';
import type { Grants } from './grants.ts';
import { type OnTouched, touchedIn, touchedReleases, type TouchedSeries, touchedWithheld } from './touched-data.ts';

/** What a viewer is told of an agency's releases depends on these. */
export interface Access {
  /** What agreements let the viewer read. */
  readonly grants: Grants;
  /** The ids of the datasets that are for named users alone. */
  readonly restrictedDatasets: ReadonlySet<string>;
  /** By the id of an indicator of which cuts are for named users, those of its dataset that have its grid, itself among them. @default none */
  readonly ofOneGrid?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Told of what is touched that is not for everybody. @default nobody */
  readonly onTouched?: OnTouched | undefined;
}

/** A series, and what it is of. */
export interface SeriesOfIndicator {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly dimensions: Dimensions;
}

/**
 * What one viewer may know of an agency's releases: the one place where that is decided. What is under embargo is in no catalogue,
 * which also knows what was recalled and which samples real figures replace; here datasets and cuts for named users are kept from
 * whoever has no agreement about them.
 */
export class VisibleReleases {
  readonly #catalogue: Catalogue;
  readonly #access: Access;

  constructor(catalogue: Catalogue, access: Access) {
    this.#catalogue = catalogue;
    this.#access = access;
  }

  /** The same object for as long as the store is in the same state: what is worked out from it goes with it. */
  get state(): object {
    return this.#catalogue;
  }

  /** What the store lets the viewer read beside what everybody may: see `Grants.text`. */
  get access(): string {
    return this.#access.grants.text;
  }

  /** Whether the viewer may read all figures and facts of a dataset. Of others it learns that they exist, and on which grid. */
  isReadable(datasetId: string): boolean {
    const { grants, restrictedDatasets } = this.#access;
    return !restrictedDatasets.has(datasetId) || grants.areForAll(datasetId);
  }

  /**
   * Whether the viewer may read the figures of a series: neither its dataset nor the cut of its indicator is for named users, or an
   * agreement is about it at its place.
   */
  isReadableSeries(series: SeriesOfIndicator): boolean {
    return this.isForAll(series) || this.#access.grants.areFor(series.indicator.datasetId, series.place);
  }

  /** Whether everybody may read the figures of a series. */
  isForAll(series: SeriesOfIndicator): boolean {
    const { indicator } = series;
    return !this.#access.restrictedDatasets.has(indicator.datasetId) && !isInRestrictedCut(indicator, series);
  }

  /** The cuts of an indicator that the viewer may not read; an empty one for all of it. None for most. */
  restrictedCutsOf(indicator: IndicatorDefinition): readonly RestrictedCut[] {
    if (!this.isReadable(indicator.datasetId)) return [{}];
    return this.#access.grants.areForAll(indicator.datasetId) ? [] : restrictedCutsOf(indicator);
  }

  /** As `Catalogue.answer`, whether or not the figures may be read: each of their cells is WITHHELD_BY_TIER then. */
  answer(
    indicator: { readonly id: string; readonly datasetId: string },
    asPublishedOn: string | null,
    place: string | null = null,
  ): Answer | null {
    return this.#catalogue.answer(indicator, asPublishedOn, place);
  }

  /**
   * Which release answers for each period of a series. Of a cut that is for named users, the periods are those of all that is for everybody
   * beside it, which is all that a release says of what it covers: they are the same whether or not a file has a figure of the cut.
   */
  answerTo(series: SeriesOfIndicator, asPublishedOn: string | null): Answer | null {
    const { indicator } = series;
    const isWhole = this.#access.restrictedDatasets.has(indicator.datasetId);
    if (!isWhole && !this.isForAll(series)) return this.answerToCuts(indicator, asPublishedOn);
    return this.answer(indicator, asPublishedOn, this.isReadableSeries(series) ? series.place : null);
  }

  /** As `answerTo`, for the cuts of an indicator that are for named users. */
  answerToCuts(indicator: IndicatorDefinition, asPublishedOn: string | null): Answer | null {
    const ids = this.#access.ofOneGrid?.get(indicator.id) ?? [indicator.id];
    return this.#catalogue.answerOfAny({ ids, datasetId: indicator.datasetId }, asPublishedOn);
  }

  /** As `Catalogue.releasesOf`; none where the viewer may not read the dataset. */
  releasesOf(datasetId: string, asPublishedOn: string | null = null): readonly ReleaseRecord[] {
    if (!this.isReadable(datasetId)) return [];
    return this.#told(datasetId, this.#catalogue.releasesOf(datasetId, asPublishedOn));
  }

  /**
   * As `Catalogue.listedReleasesOf`; none where the viewer may not read the dataset: counts of rows tell how much there is, and a
   * checksum whether a guess at the file is right.
   */
  listedReleasesOf(datasetId: string): readonly ReleaseRecord[] {
    if (!this.isReadable(datasetId)) return [];
    return this.#told(datasetId, this.#catalogue.listedReleasesOf(datasetId));
  }

  /** To be told of each series that was asked for: it is touched where it is not for everybody. */
  tellSeries(of: SeriesOfIndicator, series: Pick<TouchedSeries, 'answer' | 'statusAt'>): void {
    const { onTouched } = this.#access;
    if (onTouched === undefined || this.isForAll(of)) return;
    const { indicator, place, dimensions } = of;
    const cut = dimensionKey(dimensions);
    const touched = { dataset: indicator.datasetId, place, indicator: indicator.id, cut, ...series };
    onTouched(this.isReadableSeries(of) ? touchedIn(touched) : touchedWithheld(touched));
  }

  /** To be told of each indicator of which all series that are there were listed: what there is says what happened where. */
  tellListed(indicator: IndicatorDefinition, asPublishedOn: string | null): void {
    const { datasetId } = indicator;
    const isForAll = !this.#access.restrictedDatasets.has(datasetId) && restrictedCutsOf(indicator).length === 0;
    if (isForAll || !this.#access.grants.areForAll(datasetId)) return;
    const { byPosition = [] } = this.answer(indicator, asPublishedOn) ?? {};
    const releases = new Set(byPosition.flatMap((from) => from?.release ?? []));
    this.#access.onTouched?.(touchedReleases(datasetId, [...releases]));
  }

  /** To be told of each release that has described something. */
  tellDescribed(number: number): void {
    const release = this.#catalogue.describingReleases().find((each) => each.number === number);
    if (release !== undefined) this.#told(release.datasetId, [release]);
  }

  #told<Releases extends readonly Pick<ReleaseRecord, 'id'>[]>(datasetId: string, releases: Releases): Releases {
    const { onTouched, restrictedDatasets } = this.#access;
    if (releases.length > 0 && restrictedDatasets.has(datasetId)) onTouched?.(touchedReleases(datasetId, releases));
    return releases;
  }

  /** As `Catalogue.isAnyReplaced`. */
  isAnyReplaced(numbers: readonly number[]): boolean {
    return this.#catalogue.isAnyReplaced(numbers);
  }

  /** Whether all that is loaded of a dataset is made up. */
  isSample(datasetId: string): boolean {
    return this.#catalogue.listedReleasesOf(datasetId)[0]?.isSynthetic === true;
  }

  /**
   * The numbers of the releases that may describe a site, in the order in which they are asked for it. A file for named users does
   * not rename what everybody sees.
   */
  describingNumbers(): readonly number[] {
    const describing = this.#catalogue.describingReleases();
    return describing.filter(({ datasetId }) => this.isReadable(datasetId)).map(({ number }) => number);
  }
}

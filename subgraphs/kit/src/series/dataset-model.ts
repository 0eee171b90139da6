import type { Designation } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DatasetDefinition } from '../datasets/dataset.ts';
import { publisherName } from '../datasets/publisher-name.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { kindsOf } from '../statistics/period-kinds.ts';
import type { ReleaseRecord } from '../store/release-record.ts';
import type { VisibleReleases } from '../store/reading/visible-releases.ts';
import type { RequestContext } from './context.ts';
import { type AskedChanges, changesOf, type DatasetChanges } from './dataset-changes.ts';

/** A dataset with what is loaded of it. */
export class DatasetModel {
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

  /** What became of its figures between two days: see `changesOf`. */
  changes(asked: AskedChanges): Promise<DatasetChanges | null> {
    return changesOf(this.#context, this.definition, asked);
  }

  /** What it holds, for people: what it is, and which of its indicators no loaded file has, while others are there. */
  async description(): Promise<string> {
    const { description, indicators } = this.definition;
    const visible = await this.#context.reading.releases();
    // Of what is for named users nobody else is told whether it is there.
    const open = indicators
      .filter((indicator) => indicator.isComputed !== true && visible.restrictedCutsOf(indicator).length === 0)
      .map((indicator) => ({ name: indicator.name, isThere: isAnyKindThere(indicator, visible) }));
    const missing = open.filter(({ isThere }) => !isThere).map(({ name }) => name);
    if (missing.length === 0 || missing.length === open.length) return description;
    return `${description} No file that is loaded has: ${missing.join('; ')}.`;
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

function isAnyKindThere(indicator: IndicatorDefinition, visible: VisibleReleases): boolean {
  return kindsOf(indicator).some((kind) => visible.answer(kind, null) !== null);
}

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

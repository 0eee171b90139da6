import { writeCsvRow } from '../csv.ts';
import { writeReleaseAddress } from '../releases/release-address.ts';
import {
  type CataloguedAgency,
  type CataloguedDataset,
  type CataloguedRelease,
  seenSince,
} from './catalogue-answer.ts';

/** A release that puts figures of before right, or that was put right itself by being taken out of every answer. */
export interface Correction {
  readonly kind: 'correction' | 'recall';
  /** The moment from which it was seen, or was in no answer. */
  readonly at: string;
  readonly agency: string;
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string;
  /** Its id. */
  readonly release: string;
  readonly publishedAt: string;
  /** Why, in the words of whoever recalled it; how many figures it corrects. */
  readonly what: string;
  /** The newest release that stands now, which answers where it covers the same; null where none stands. */
  readonly instead: string | null;
  /** The file of that one. */
  readonly insteadAt: string | null;
}

/** What was corrected and recalled of datasets that are for everybody, the newest first. */
export function correctionsOf(agencies: readonly CataloguedAgency[], origin: string): readonly Correction[] {
  return agencies
    .flatMap((agency) =>
      agency.datasets
        .filter(({ accessTier }) => accessTier === 'OPEN')
        .flatMap((dataset) =>
          dataset.releases.flatMap((release) => correctionOf(release, { dataset, agency, origin })),
        ),
    )
    .toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function correctionOf(
  release: CataloguedRelease,
  {
    dataset,
    agency,
    origin,
  }: { readonly dataset: CataloguedDataset; readonly agency: CataloguedAgency; readonly origin: string },
): readonly Correction[] {
  const { id, publishedAt, recalledAt, recallReason, corrected, version } = release;
  const instead = dataset.releases.findLast((each) => each.recalledAt === null)?.id ?? null;
  const address = (standing: string) =>
    origin + writeReleaseAddress({ release: standing, version: null, form: 'csv.gz' });
  const of = {
    agency: agency.id,
    dataset: dataset.id,
    title: dataset.title,
    publisher: dataset.publisher,
    release: id,
    publishedAt,
    instead,
    insteadAt: instead === null ? null : address(instead),
  };
  const figures = `${corrected.toLocaleString('en-GB')} ${corrected === 1 ? 'figure' : 'figures'}`;
  const what = `${figures} of before changed, gone or withheld, with version ${version} of the dataset`;
  const correction: Correction = { ...of, kind: 'correction', at: seenSince(release), what };
  const recall: Correction | null =
    recalledAt === null ? null : { ...of, kind: 'recall', at: recalledAt, what: recallReason ?? 'no reason is given' };
  return [...(corrected > 0 ? [correction] : []), ...(recall === null ? [] : [recall])];
}

/** The register as CSV. */
export function writeCorrections(corrections: readonly Correction[]): string {
  return [writeCsvRow(columns), ...corrections.map((each) => writeCsvRow(columns.map((name) => each[name])))].join('');
}

const columns = [
  'kind',
  'at',
  'agency',
  'dataset',
  'title',
  'publisher',
  'release',
  'publishedAt',
  'what',
  'instead',
  'insteadAt',
] as const satisfies readonly (keyof Correction)[];

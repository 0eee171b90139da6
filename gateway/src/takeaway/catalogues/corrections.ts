import { writeCsvRow } from '../csv.ts';
import { writeReleaseAddress } from '../releases/release-address.ts';
import type { CataloguedAgency, CataloguedDataset, CataloguedRelease } from './catalogue-answer.ts';

/** A release that was put right by being taken out of every answer. */
export interface Correction {
  /** The moment from which it was in no answer. */
  readonly at: string;
  readonly agency: string;
  readonly dataset: string;
  readonly title: string;
  readonly publisher: string;
  /** Its id. */
  readonly release: string;
  readonly publishedAt: string;
  /** Why, in the words of whoever recalled it. */
  readonly what: string;
  /** The newest release that stands now, which answers in its place where it covers the same; null where none stands. */
  readonly instead: string | null;
  /** The file of that one. */
  readonly insteadAt: string | null;
}

/** What was recalled of datasets that are for everybody, the newest first. */
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
  { id, publishedAt, recalledAt, recallReason }: CataloguedRelease,
  {
    dataset,
    agency,
    origin,
  }: { readonly dataset: CataloguedDataset; readonly agency: CataloguedAgency; readonly origin: string },
): readonly Correction[] {
  if (recalledAt === null) return [];
  const instead = dataset.releases.findLast((each) => each.recalledAt === null)?.id ?? null;
  const address = (release: string) => origin + writeReleaseAddress({ release, version: null, form: 'csv.gz' });
  return [
    {
      at: recalledAt,
      agency: agency.id,
      dataset: dataset.id,
      title: dataset.title,
      publisher: dataset.publisher,
      release: id,
      publishedAt,
      what: recallReason ?? 'no reason is given',
      instead,
      insteadAt: instead === null ? null : address(instead),
    },
  ];
}

/** The register as CSV. */
export function writeCorrections(corrections: readonly Correction[]): string {
  return [writeCsvRow(columns), ...corrections.map((each) => writeCsvRow(columns.map((name) => each[name])))].join('');
}

const columns = [
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

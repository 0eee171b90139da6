import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { LinkBasis } from '@boroughgraph/schema/vocabulary/core.ts';
import { catchmentsDatasetId, criminalWork, factOfCatchments, type StatedCatchment } from '../court-catchments.ts';
import { readCourtName } from '../court-names.ts';
import { crownCourtNamed, crownCourts } from '../crown-courts.ts';

const table: FileFormat = {
  name: 'the list of courts and the boroughs that they serve',
  delimiter: ',',
  columns: {
    court: { headings: ['court'] },
    borough: { headings: ['borough'] },
    work: { headings: ['work', 'area_of_law'], isOptional: true },
    basis: { headings: ['basis'] },
    share: { headings: ['share_of_borough'], isOptional: true },
    validFrom: { headings: ['valid_from'], isOptional: true },
    validTo: { headings: ['valid_to'], isOptional: true },
    source: { headings: ['source'] },
  },
  otherColumns: 'refused',
  open: (_file, draft) => {
    const byCourt = new Map<string, StatedCatchment[]>();
    draft.atEnd(() => {
      for (const [court, catchments] of byCourt) draft.state(factOfCatchments(court, catchments));
    });
    return (row) => {
      const court = courtIn(row);
      const catchment = catchmentIn(row);
      const known = byCourt.get(court) ?? [];
      requireRoom(row, catchment, { ofCourt: known, ofAll: [...byCourt.values()].flat() });
      byCourt.set(court, [...known, catchment]);
      return loaded;
    };
  },
};

/** The id of the court of a row. A name needs its tier, so that "Kingston", which may be in Hull, is no court. */
function courtIn(row: Row): string {
  const text = row.text('court');
  const crown = crownCourtNamed(text);
  if (crown !== null) return crown.id;
  if (/^court:[a-z0-9-]+$/.test(text)) return text;
  const named = readCourtName(text);
  if (named.tier !== 'UNKNOWN') return named.id;
  const expected = "the id of a court, or its name with the tier, such as Romford Magistrates' Court";
  return row.reject(
    'court',
    expected,
    crownCourts.map(({ name }) => name),
  );
}

function catchmentIn(row: Row): StatedCatchment {
  const byCode = areaByCode(row.text('borough'));
  const [validFrom, validTo] = [dayIn(row, 'validFrom'), dayIn(row, 'validTo')];
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    row.reject('validTo', `a day from ${validFrom} on, the first`);
  return {
    area: byCode?.type === 'BOROUGH' ? byCode.code : row.area('borough').code,
    areaOfLaw: row.text('work') || criminalWork,
    basis: row.oneOf('basis', bases),
    shareOfArea: shareIn(row),
    validFrom,
    validTo,
    source: row.text('source') || row.reject('source', 'who says so'),
  };
}

const bases = {
  LISTING_PRACTICE: 'LISTING_PRACTICE',
  PARTNER_STATED: 'PARTNER_STATED',
  STATUTORY: 'STATUTORY',
  MODELLED: 'MODELLED',
} as const satisfies Readonly<Record<Exclude<LinkBasis, 'PUBLISHER_REPORTING_AREA'>, LinkBasis>>;

function dayIn(row: Row, column: string): string | null {
  if (row.text(column) === '') return null;
  return isoDayOf(row.text(column)) ?? row.reject(column, 'a day such as 2017-04-01, or nothing where it is not known');
}

/** Null where the cell is empty: a share that is not known is no equal split. */
function shareIn(row: Row): number | null {
  if (row.text('share') === '') return null;
  const share = row.number('share');
  return share >= 0 && share <= 1
    ? share
    : row.reject('share', 'a share from 0 to 1, or nothing where it is not known');
}

/** Shares are written with a few decimals: a whole may come to a little more than 1. */
const roundingError = 0.005;

/** Rejects a link that is there already, and one by which courts would hear more cases of a borough than there are. */
function requireRoom(
  row: Row,
  link: StatedCatchment,
  known: { readonly ofCourt: readonly StatedCatchment[]; readonly ofAll: readonly StatedCatchment[] },
): void {
  const beside = (other: StatedCatchment) =>
    other.area === link.area && other.areaOfLaw === link.areaOfLaw && overlap(other, link);
  if (known.ofCourt.some(beside)) row.reject('borough', 'each court and borough once for the same work and days');
  const total = known.ofAll
    .filter(beside)
    .reduce((sum, { shareOfArea }) => sum + (shareOfArea ?? 0), link.shareOfArea ?? 0);
  if (total > 1 + roundingError)
    row.reject(
      'share',
      `shares of the borough that come to 1 at most: with the rows above they are ${total.toFixed(2)}`,
    );
}

const overlap = (a: StatedCatchment, b: StatedCatchment) =>
  (a.validTo === null || b.validFrom === null || b.validFrom <= a.validTo) &&
  (b.validTo === null || a.validFrom === null || a.validFrom <= b.validTo);

export const dataset: DatasetDefinition = {
  id: catchmentsDatasetId,
  title: 'Courts and the boroughs that they serve',
  publisher: 'HM Courts & Tribunals Service, or the partner that supplies the list',
  description:
    'Which boroughs a court serves, for which work and since when. No such list is published: legally the Crown Court may sit anywhere. What is held is what partners load; a file replaces all that is held of the courts that it names.',
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'When listing changes',
  landingPage: null,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [table],
};

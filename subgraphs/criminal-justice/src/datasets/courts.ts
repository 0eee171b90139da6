import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { z } from 'zod';
import { readCourtName } from '../court-names.ts';
import { courtFact, type RegisteredCourt } from '../court-record.ts';
import { tabulateJsonList } from '../json-list.ts';
import { isInLondon } from '../london-postcodes.ts';

const london = 'E12000007';

const register: FileFormat = {
  name: 'the register of courts',
  delimiter: ',',
  tabulate: tabulateJsonList,
  columns: {
    name: { headings: ['name'] },
    addresses: { headings: ['addresses'], personal: 'public-building' },
    areasOfLaw: { headings: ['areas_of_law', 'areasOfLaw'] },
  },
  // Telephone numbers, opening times and the like.
  otherColumns: 'ignored',
  open: openRegister,
};

function openRegister(_file: OpenedFile, draft: ReleaseDraft): RowReader {
  const known = new Set<string>();
  return (row) => {
    if (row.text('name') === '') row.reject('name', 'the name of a court');
    const named = readCourtName(row.text('name'));
    const region = isLondonAddress(row) ? london : null;
    const catchments = catchmentsIn(row);
    if (region === null && catchments.length === 0)
      return leftOut('no address in London, and no borough among the councils that it serves');
    if (known.has(named.id)) row.reject('name', 'one entry for each court');
    draft.state(courtFact({ ...named, region, catchments }));
    known.add(named.id);
    return loaded;
  };
}

const addressesSchema = z.array(z.object({ type: z.string(), postcode: z.string(), county: z.string() }));

/**
 * Whether the court stands in London, by the postcode at which it is visited. Where it has none, by the county: one court in
 * Hertfordshire has the county London, so the postcode comes first. Where post goes to says nothing.
 */
function isLondonAddress(row: Row): boolean {
  const addresses = parseCell(row, 'addresses', addressesSchema);
  return addresses
    .filter(({ type }) => type.toLowerCase() === 'visiting')
    .some(({ postcode, county }) => isInLondon(postcode) ?? county.trim().toLowerCase() === 'london');
}

const areasOfLawSchema = z.array(
  z.object({
    name: z.string(),
    local_authorities: z.array(z.object({ name: z.string(), gss_code: z.string().nullable() })),
  }),
);

/** The boroughs that the register says the court serves, each with the work for which it does. Councils elsewhere are left out. */
function catchmentsIn(row: Row): RegisteredCourt['catchments'] {
  return parseCell(row, 'areasOfLaw', areasOfLawSchema).flatMap(({ name, local_authorities: councils }) =>
    councils.flatMap((council) => {
      const area = boroughOf(row, council);
      return area === null ? [] : [{ area, areaOfLaw: name }];
    }),
  );
}

/** The code of the borough that code and name of a council agree on; null where both are of a place elsewhere. */
function boroughOf(
  row: Row,
  { name, gss_code: code }: { readonly name: string; readonly gss_code: string | null },
): string | null {
  const byCode = code === null ? null : areaByCode(code);
  const byName = resolveAreaName(name);
  if (byCode?.type !== 'BOROUGH' && byName.kind !== 'found') return null;
  if (byName.kind === 'found' && byName.area.code === code) return code;
  return row.reject('areasOfLaw', `a name and a code of one council, not ${name} and ${code ?? 'no code'}`);
}

function parseCell<T>(row: Row, column: string, schema: z.ZodType<T>): T {
  const parsed = z.preprocess(jsonOf, schema).safeParse(row.text(column));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return row.reject(column, `${issue?.message ?? 'another form'} at ${issue?.path.join('.') ?? ''}`);
}

/** What a cell holds; the text itself where it is no JSON, which no schema here accepts. */
function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

export const dataset: DatasetDefinition = {
  id: 'courts',
  title: 'Court Finder: courts, areas of law and the councils that each serves',
  publisher: 'HM Courts & Tribunals Service',
  description:
    'Courts in London as of July 2015. Many have closed since. Which councils a court serves is stated for family and divorce work only: it says nothing of criminal cases.',
  licence: 'Open Government Licence v2.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v2.0. HM Courts & Tribunals Service, Court Finder.',
  designation: 'MANAGEMENT_INFORMATION',
  accessTier: 'OPEN',
  frequency: 'Once',
  landingPage: 'https://www.gov.uk/find-court-tribunal',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [],
  formats: [register],
};

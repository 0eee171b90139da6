import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { parseNumber } from '@boroughgraph/kit/files/numbers.ts';
import {
  educationColumn,
  educationColumns,
  type EducationRow,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';
import { structuresByDefault } from '@boroughgraph/kit/disclosure/structure-defaults.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { countIn, marchGrid, marchOf, yearTo } from '../education-counts.ts';
import { childrenLookedAfterPage, childrenLookedAfterRevisions, education } from '../education-publisher.ts';
import {
  away,
  counts,
  lookedAfter,
  missing,
  missingFromPlacementId,
  type ShareOf,
  shares,
} from '../missing-from-placement.ts';

const average = leftOut('an average for each child, which follows from the counts beside it');
const averages = {
  'Average number of missing incidents per looked after child who went missing': average,
  'Average number of away from placement without authorisation incidents per looked after child': average,
};

const groups: Readonly<Record<string, IndicatorDefinition | ShareOf | typeof average>> = {
  ...counts,
  ...shares,
  ...averages,
};

const table: FileFormat = {
  name: 'the table of looked-after children who were missing or away without authorisation',
  delimiter: ',',
  listsEveryArea: true,
  columns: { ...educationColumns, group: educationColumn('CLA_group'), number: educationColumn('number') },
  otherColumns: 'refused',
  open: openTable,
};

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  requireEducationTable(file, null);
  // Other tables of the same release have these columns, too.
  const known = [...file.distinct('group')].some((group) =>
    Object.keys(counts).some((text) => text.toLowerCase() === group),
  );
  if (!known)
    throw new FileProblem(`${file.name} counts no missing children: check that it is the table of this dataset`);
  const countsOf = countsByGroup(file);
  noticeMissingBoroughs(draft, missing);
  return (row) => {
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    const group = row.oneOf('group', groups);
    if ('kind' in group) return group;
    if ('of' in group) {
      stageShare(row, { ...of, ...group, counts: countsOf(row) }, draft);
    } else {
      const ordinal = group.grid === marchGrid ? marchOf(of.year) : yearTo(of.year);
      const cells = [{ ordinal, reading: countIn(row, 'number', of.area) }];
      draft.stage({ indicator: group, place: of.area.code, cells });
    }
    return loaded;
  };
}

/** The text of each count of the area and year of a row, by the id of its indicator. */
function countsByGroup(file: OpenedFile): (row: Row) => ReadonlyMap<string, string> {
  const byPlace = new Map<string, Map<string, string>>();
  for (const row of file.rows()) {
    const indicator = counts[row.text('group')];
    if (indicator === undefined) continue;
    const found = byPlace.get(areaAndYear(row)) ?? new Map<string, string>();
    byPlace.set(areaAndYear(row), found.set(indicator.id, row.text('number')));
  }
  return (row) => byPlace.get(areaAndYear(row)) ?? new Map();
}

const areaAndYear = (row: Row) =>
  ['period', 'level', 'regionCode', 'authorityCode'].map((column) => row.text(column)).join(' ');

function stageShare(
  row: Row,
  {
    area,
    year,
    indicator,
    of,
    counts: known,
  }: EducationRow & ShareOf & { readonly counts: ReadonlyMap<string, string> },
  draft: ReleaseDraft,
): void {
  draft.stage({
    indicator,
    place: area.code,
    cells: [
      {
        ordinal: yearTo(year),
        reading: shareIn(row, area.type === 'BOROUGH', [known.get(of.id), known.get(lookedAfter.id)]),
      },
    ],
    denominatorSource: 'Children looked after in the year, in the same table',
  });
}

/** A share with the counts that it rests on; where the table withholds the one, so does it the other. */
function shareIn(
  row: Row,
  isExact: boolean,
  [part, whole]: readonly [string | undefined, string | undefined],
): Reading {
  const reading = row.reading('number', educationMarkers);
  if (reading.value === null) return reading;
  const [numerator, denominator] = [parseNumber(part ?? ''), parseNumber(whole ?? '')];
  if (part !== undefined && numerator === null)
    return { value: null, status: educationMarkers[part]?.status ?? 'CONFIDENTIAL' };
  const flags = isExact ? (reading.flags ?? []) : [...(reading.flags ?? []), 'ROUNDED' as const];
  return { ...reading, flags, numerator, denominator };
}

const indicators = [...Object.values(counts), ...Object.values(shares).map(({ indicator }) => indicator)];

/** Who was missing more than once was missing; who was missing was looked after. The rest are children, too. */
const subset = (whole: IndicatorDefinition, part: string): Structure => ({
  kind: 'subset',
  whole: { indicator: whole.id },
  part: { indicator: part },
});

export const dataset: DatasetDefinition = {
  ...education,
  id: missingFromPlacementId,
  title: 'Looked-after children missing or away from placement',
  description:
    "Children looked after who were missing, or away from their placement without authorisation, and how often, by the authority that is responsible and year: the councils' side of what the police count of missing children. Averages for each child are not served. Each release restates the years before.",
  landingPage: childrenLookedAfterPage,
  revisionNote: childrenLookedAfterRevisions,
  indicators,
  structures: [
    ...structuresByDefault(indicators),
    subset(missing, 'looked-after-children-missing-more-than-once'),
    subset(away, 'looked-after-children-away-more-than-once'),
    subset(lookedAfter, missing.id),
    subset(lookedAfter, away.id),
  ],
  formats: [table],
};

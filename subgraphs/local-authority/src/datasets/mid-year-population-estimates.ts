import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OtherColumn,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { parseTable, type RawTable } from '@boroughgraph/kit/files/table.ts';
import { agreedArea } from '@boroughgraph/kit/files/agreed-area.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { midYearGrid, midYearOf } from '../education-counts.ts';

const id = 'mid-year-population-estimates';

export const midYearPopulation: IndicatorDefinition = {
  datasetId: id,
  id: 'mid-year-population',
  name: 'Residents, mid-year estimate',
  alsoCalled: [
    'population',
    'residents',
    'people',
    'MYE',
    'mid-year estimates',
    'inhabitants',
    'population estimates',
    'how many people live',
    'number of people',
    'demographics',
  ],
  definition:
    'Usual residents of all ages on 30 June, as the Office for National Statistics estimates them. Those who work in a borough or visit it are not counted. Limits, where there are any, are the bias adjusted 95 percent interval of its research on uncertainty.',
  unit: 'PEOPLE',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  // Of the bases that there are, the one by where people live.
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
  grid: midYearGrid,
  dimensions: [],
  // The estimates of an edition follow from the census before it: where two meet, they are rebased.
  hasSeams: true,
  caveats: [
    {
      severity: 'INFO',
      text: 'The census of 2021 found other numbers than had been estimated, most in Westminster and Camden: of 2012 to 2020 nine in ten figures of boroughs were restated, and are marked REVISED where both editions are held.',
    },
    {
      severity: 'INFO',
      text: 'Limits are of a research of the publisher, without official status, and are not to be added up.',
      appliesTo: ({ place }) => place.startsWith('E09'),
    },
  ],
  typicalRange: [150_000, 390_000],
};

const areaTypes: readonly AreaType[] = ['BOROUGH', 'REGION', 'COUNTRY'];
const elsewhere = leftOut('another area of the United Kingdom');

/** The year of a heading, as the meaning of its column. */
const years = (pattern: RegExp, what: string) => ({
  what,
  read: (heading: string) => pattern.exec(heading)?.[1] ?? null,
});

/** Residents with what changed from year to year, which is not served: births, deaths, those who came and went. */
const components: FileFormat = {
  name: 'the components of change of the population by authority (MYEB3)',
  delimiter: ',',
  columns: {
    // The year of the districts is in the headings, and not of the estimates.
    code: { headings: ['lacode20', 'ladcode20', 'lacode21', 'ladcode21', 'lacode23', 'ladcode23'] },
    name: { headings: ['laname20', 'laname21', 'laname23'] },
    country: { headings: ['country'] },
  },
  otherColumns: {
    what: 'a year of residents, such as population_2020',
    read: (heading) => {
      const [, item = '', year = ''] = /^([a-z_]+)_(\d{4})$/.exec(heading.toLowerCase()) ?? [];
      return item === 'population' ? year : changes.has(item) ? heading.toLowerCase() : null;
    },
  },
  open: (file, draft) => {
    noticeMissingBoroughs(draft, midYearPopulation);
    const columns = file.others.filter(({ meaning }) => /^\d{4}$/.test(meaning));
    return (row) => {
      const area = agreedArea(row, { code: 'code', name: 'name' }, areaTypes);
      if (area === null) return elsewhere;
      draft.stage({ indicator: midYearPopulation, place: area.code, cells: cellsIn(row, columns) });
      return loaded;
    };
  },
};

/** What changes a population, by the beginnings of headings. Source: Office for National Statistics, MYEB3. */
const changes: ReadonlySet<string> = new Set([
  'births',
  'deaths',
  'natchange',
  'internal_in',
  'internal_out',
  'internal_net',
  'international_in',
  'international_out',
  'international_net',
  'special_change',
  'unattrib',
  'other_change',
  'other_adjust',
]);

const cellsIn = (row: Row, columns: readonly OtherColumn[]) =>
  columns.map(({ position, heading, meaning }) => ({
    ordinal: midYearOf(Number(meaning)),
    reading: row.countAt(position, heading),
  }));

/** A sheet of the workbook: a title and notes stand above its headings, in a number of lines that changes from year to year. */
function sheet(file: SourceFile): RawTable {
  const { headings, rows: found } = parseTable(file, ',');
  const rows = [...found];
  const at = rows.findIndex(({ cells }) => cells[0] === 'Code' && cells[1] === 'Name');
  const head = rows[at]?.cells;
  // Nothing may stand above them, and another format may be meant.
  if (head === undefined) return { headings: headings.map(namedOnce), rows };
  return { headings: head.map(namedOnce), rows: rows.slice(at + 1) };
}

/**
 * Headings by which the columns of the sheet of intervals can be told apart: its estimates are repeated before each of the three
 * kinds of interval, with one blank more behind them.
 */
function namedOnce(heading: string): string {
  const [, blanks = ''] = /Mid-year estimate( *)$/.exec(heading) ?? [];
  return blanks === '' ? heading : `${heading.trim()}, repeated ${blanks.length}`;
}

const summary: FileFormat = {
  name: 'the sheet of mid-year estimates by area and year (MYE4)',
  delimiter: ',',
  listsEveryArea: true,
  tabulate: sheet,
  columns: { code: { headings: ['Code'] }, name: { headings: ['Name'] }, kind: { headings: ['Geography'] } },
  otherColumns: years(/^Mid-(\d{4})$/i, 'a year of residents, such as Mid-2024'),
  open: (file, draft) => {
    noticeMissingBoroughs(draft, midYearPopulation);
    return (row) => {
      const area = areaOfSheet(row);
      if (area === null) return elsewhere;
      draft.stage({ indicator: midYearPopulation, place: area.code, cells: cellsIn(row, file.others) });
      return loaded;
    };
  },
};

function areaOfSheet(row: Row): AreaRecord | null {
  return agreedArea(row, { code: 'code', name: 'name' }, areaTypes);
}

/** The intervals that are served: those that are made around what the estimate is likely to be off by, and hold it. */
const bound = /^(\d{4}) Bias adjusted 95% confidence interval -\s+(lower|upper) bound$/i;
const unservedBound = /^\d{4} (Empirical|Centred) 95% confidence interval -\s+(lower|upper) bound$/i;
const estimate = /^(\d{4}) Mid-year estimate$/i;
const repeated = /^\d{4} Mid-year estimate, repeated [12]$/i;

const intervals: FileFormat = {
  name: 'the sheet of the uncertainty of mid-year estimates (MYE7)',
  delimiter: ',',
  tabulate: sheet,
  columns: { code: { headings: ['Code'] }, name: { headings: ['Name'] } },
  otherColumns: {
    what: 'an estimate or a bound of an interval, such as 2024 Mid-year estimate',
    read: (heading) => {
      const [, year, limit] = bound.exec(heading) ?? [];
      if (year !== undefined) return `${year} ${limit?.toLowerCase() ?? ''}`;
      if (unservedBound.test(heading) || repeated.test(heading)) return heading;
      return estimate.exec(heading)?.[1] ?? null;
    },
  },
  open: (file, draft) => {
    const columns = new Map(file.others.map((column) => [column.meaning, column]));
    const estimates = file.others.filter(({ meaning }) => /^\d{4}$/.test(meaning));
    if (estimates.length === 0) throw new FileProblem(`${file.name} has no estimate beside its intervals`);
    return (row) => {
      const area = areaOfSheet(row);
      if (area === null) return elsewhere;
      const limit = (meaning: string) => {
        const column = columns.get(meaning);
        return column === undefined ? null : row.readingAt(column.position, column.heading).value;
      };
      const cells = cellsIn(row, estimates).map((cell, index) => {
        const year = estimates[index]?.meaning ?? '';
        return { ...cell, reading: { ...cell.reading, lower: limit(`${year} lower`), upper: limit(`${year} upper`) } };
      });
      draft.stage({ indicator: midYearPopulation, place: area.code, cells });
      return loaded;
    };
  },
};

export const dataset: DatasetDefinition = {
  id,
  title: 'Mid-year population estimates',
  publisher: 'the Office for National Statistics',
  description:
    'Residents of all ages in the middle of each year since 2001 by local authority, for London, England, and England and Wales. The estimates of 2011 to 2024 are rebased to the census of 2021 and replace those of the edition of June 2021. Inner and Outer London are not published: boroughs may be added up, their limits may not.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Source: Office for National Statistics.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage:
    'https://www.ons.gov.uk/peoplepopulationandcommunity/populationandmigration/populationestimates/datasets/populationestimatesforukenglandandwalesscotlandandnorthernireland',
  revisionNote:
    'The Office for National Statistics says that its estimates of mid-2012 to mid-2020 were rebased after the census of 2021.',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [midYearPopulation],
  formats: [components, summary, intervals],
};

import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import {
  educationColumn,
  educationColumns,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { countIn, rateIn, residentsOfRates, yearGrid, yearTo } from '../education-counts.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';

const id = 'section-47-enquiries';

/** A count of the table, over the year to 31 March, and its rate in the column whose heading has `_rate` behind it. */
interface CountAndRate {
  readonly heading: string;
  readonly count: IndicatorDefinition;
  readonly rate: IndicatorDefinition;
}

const shared = {
  datasetId: id,
  polarity: 'NO_JUDGEMENT',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: yearGrid,
  hasSeams: true,
  dimensions: [],
  caveats: censusCaveats,
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
} as const satisfies Partial<IndicatorDefinition>;

type Counted = Pick<
  IndicatorDefinition,
  'id' | 'name' | 'alsoCalled' | 'definition' | 'unit' | 'additivity' | 'typicalRange' | 'partOf'
>;

function countAndRate(
  heading: string,
  counted: Counted,
  rated: Required<Pick<IndicatorDefinition, 'definition' | 'typicalRange'>>,
): CountAndRate {
  const count: IndicatorDefinition = { ...shared, ...counted, valueType: 'COUNT', multiplier: 1, decimals: 0 };
  const rate: IndicatorDefinition = {
    ...shared,
    ...rated,
    id: `${count.id}-rate`,
    name: `${count.name} per 10,000 children`,
    unit: 'PER_10000',
    valueType: 'CRUDE_RATE',
    multiplier: 10_000,
    decimals: 1,
    additivity: 'NON_ADDITIVE',
    // Residents of the mid-year before. Source: Department for Education, Children in need, methodology.
    base: { dataset: 'children-population', indicator: 'children-population', monthsBefore: 9 },
  };
  return { heading, count, rate };
}

const measures: readonly CountAndRate[] = [
  countAndRate(
    'Section47',
    {
      id: 'section-47-enquiries',
      name: 'Section 47 enquiries',
      alsoCalled: ['s47', 'section 47', 'child protection investigations', 'S47s', 'child protection enquiries'],
      definition:
        'Enquiries that began in the year under section 47 of the Children Act 1989, because a child may be suffering significant harm. A child may have more than one.',
      unit: 'ENQUIRIES',
      additivity: 'ADDITIVE',
      typicalRange: [350, 2_200],
    },
    {
      definition:
        'Enquiries that began in the year under section 47 for each 10,000 residents aged 0 to 17, as published.',
      typicalRange: [80, 300],
    },
  ),
  countAndRate(
    'Section47_child',
    {
      id: 'children-with-section-47-enquiries',
      partOf: [{ indicator: 'section-47-enquiries' }, { indicator: 'children-population', monthsBefore: 9 }],
      name: 'Children with a section 47 enquiry',
      definition: 'Children of whom at least one enquiry under section 47 of the Children Act 1989 began in the year.',
      unit: 'CHILDREN',
      // A child with an enquiry in each of two years is counted in both.
      additivity: 'ADDITIVE_OVER_AREA_ONLY',
      typicalRange: [320, 2_000],
    },
    {
      definition:
        'Children of whom at least one enquiry under section 47 began in the year for each 10,000 residents aged 0 to 17, as published.',
      typicalRange: [75, 260],
    },
  ),
  countAndRate(
    'ICPC',
    {
      id: 'initial-child-protection-conferences',
      name: 'Initial child protection conferences',
      alsoCalled: ['ICPC', 'ICPCs', 'case conferences', 'child protection conferences'],
      definition:
        'Conferences at which, after an enquiry under section 47, those who work with a child decided in the year whether it needs a child protection plan. A child may have more than one.',
      unit: 'ITEMS',
      additivity: 'ADDITIVE',
      typicalRange: [110, 650],
    },
    {
      definition:
        'Initial child protection conferences in the year for each 10,000 residents aged 0 to 17, as published.',
      typicalRange: [25, 95],
    },
  ),
  countAndRate(
    'ICPC_child',
    {
      id: 'children-at-initial-child-protection-conferences',
      name: 'Children of initial child protection conferences',
      definition: 'Children of whom at least one initial child protection conference was held in the year.',
      unit: 'CHILDREN',
      additivity: 'ADDITIVE_OVER_AREA_ONLY',
      typicalRange: [110, 640],
    },
    {
      definition:
        'Children of whom at least one initial child protection conference was held in the year for each 10,000 residents aged 0 to 17, as published.',
      typicalRange: [25, 95],
    },
  ),
];

const rateHeading = (heading: string) => `${heading}_rate`;
const indicators = measures.flatMap(({ count, rate }) => [count, rate]);

const table: FileFormat = {
  name: 'table C4 of the children in need census',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...educationColumns,
    ...Object.fromEntries(
      measures.flatMap(({ heading }) => [
        [heading, educationColumn(heading)] as const,
        // Releases from 2025 on have no rates.
        [rateHeading(heading), { ...educationColumn(rateHeading(heading)), isOptional: true }] as const,
      ]),
    ),
  },
  // How long conferences took: the four counts do not add up to the conferences, and most of the small ones are withheld.
  otherColumns: 'ignored',
  open: (file, draft) => {
    requireEducationTable(file, 'Section 47s and Initial Child Protection Conferences');
    for (const { count } of measures) noticeMissingBoroughs(draft, count);
    return (row) => {
      const of = readEducationRow(row);
      if (of === null) return outsideLondon;
      const { area, year } = of;
      const [place, ordinal] = [area.code, yearTo(year)];
      for (const { heading, count, rate } of measures) {
        const reading = countIn(row, heading, area);
        draft.stage({ indicator: count, place, cells: [{ ordinal, reading }] });
        if (!row.has(rateHeading(heading))) continue;
        const cell = { ordinal, reading: rateIn(row, rateHeading(heading), reading) };
        draft.stage({
          indicator: rate,
          place,
          cells: [{ ...cell, denominatorPeriodId: residentsOfRates.periodId(year) }],
          denominatorSource: residentsOfRates.denominatorSource,
        });
      }
      return loaded;
    };
  },
};

export const dataset: DatasetDefinition = {
  ...education,
  id,
  title: 'Section 47 enquiries and initial child protection conferences',
  description:
    'Table C4 of the children in need census: enquiries under the Children Act 1989 and the conferences that follow some of them, with the children concerned, by local authority and year. How long the conferences took is not served: most of the small counts are withheld. Each release restates the years before.',
  landingPage: childrenInNeedPage,
  indicators,
  formats: [table],
};

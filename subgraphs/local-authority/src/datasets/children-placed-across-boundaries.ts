import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import {
  educationColumn,
  educationColumns,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { structuresByDefault } from '@boroughgraph/kit/disclosure/structure-defaults.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { countIn, marchGrid, marchOf } from '../education-counts.ts';
import { childrenLookedAfterPage, education, educationAreaTypes } from '../education-publisher.ts';

const id = 'children-placed-across-boundaries';

const shared = {
  datasetId: id,
  unit: 'CHILDREN',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  areaTypes: educationAreaTypes,
  grid: marchGrid,
  hasSeams: true,
  dimensions: [],
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
} as const satisfies Partial<IndicatorDefinition>;

const movesWithin = {
  severity: 'CAUTION',
  text: 'Of a region it is about the sum of its boroughs: moves from one of them to another are in it, and it is not what crosses the border of the region.',
} as const;

const placedIn: IndicatorDefinition = {
  ...shared,
  id: 'children-placed-in-borough',
  name: 'Looked-after children placed in the borough',
  alsoCalled: ['placed by other boroughs', 'children placed here'],
  definition:
    'Children looked after who are placed in the borough at 31 March, by whether this borough or another authority is responsible for them. Only those of other authorities are published.',
  valueType: 'COUNT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'PLACE_OF_INCIDENT',
  dimensions: [dimension('responsible', 'Responsible authority', ['This borough', 'Another authority'])],
  headline: { responsible: 'another-authority' },
  caveats: [
    {
      severity: 'DO_NOT_COMPARE',
      text: 'By where the child lives, not by the authority that is responsible: another basis than that of all other figures of children in care.',
    },
    movesWithin,
  ],
  typicalRange: [30, 400],
};

const placedOutside: IndicatorDefinition = {
  ...shared,
  id: 'children-placed-outside-borough',
  name: 'Looked-after children placed outside the borough',
  alsoCalled: ['out of area placements', 'out-of-borough placements', 'placed out of borough'],
  definition: 'Children whom the borough looks after and who are placed in another authority at 31 March.',
  valueType: 'COUNT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  caveats: [movesWithin],
  typicalRange: [60, 340],
};

const netGain: IndicatorDefinition = {
  ...shared,
  id: 'net-gain-of-placed-children',
  name: 'Net gain of placed children',
  alsoCalled: ['net gain of placements'],
  definition:
    'Children of other authorities who are placed in the borough at 31 March, less its own who are placed elsewhere, as published. It is negative where more are placed elsewhere: a difference of two counts, and not a count.',
  // Of the kinds of statistic, that of a number which is worked out and counts nothing.
  valueType: 'INDEX',
  possible: { low: -100_000, high: 100_000, isWhole: true },
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  caveats: [movesWithin],
  typicalRange: [-200, 300],
};

const anotherAuthority = { responsible: 'another-authority' };

type Measured = 'in' | 'outside' | 'net';
/** What a row counts; the publisher puts a number before two of the texts. */
const characteristics: Readonly<Record<string, Measured>> = {
  '1. Children who are the responsibility of other LAs placed within this LA boundary': 'in',
  'Children who are the responsibility of other LAs placed within this LA boundary': 'in',
  '2. Children who are the responsibility of this LA placed outside the LA boundary': 'outside',
  'Children who are the responsibility of this LA placed outside the LA boundary': 'outside',
  'Net gain of children by responsible LA': 'net',
};

const table: FileFormat = {
  name: 'the table of children looked after who are placed in and out of authorities',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...educationColumns,
    characteristic: educationColumn('characteristic'),
    number: educationColumn('number'),
  },
  otherColumns: 'refused',
  open: (file, draft) => {
    requireEducationTable(file, null);
    noticeMissingBoroughs(draft, placedOutside);
    return (row) => {
      const of = readEducationRow(row);
      if (of === null) return outsideLondon;
      const measured = row.oneOf('characteristic', characteristics);
      const [place, ordinal] = [of.area.code, marchOf(of.year)];
      const reading = measured === 'net' ? differenceIn(row, of.area) : countIn(row, 'number', of.area);
      const cells = [{ ordinal, reading }];
      if (measured === 'in') draft.stage({ indicator: placedIn, place, cells, dimensions: anotherAuthority });
      else draft.stage({ indicator: measured === 'net' ? netGain : placedOutside, place, cells });
      return loaded;
    };
  },
};

function differenceIn(row: Row, { type }: AreaRecord): Reading {
  const reading = row.reading('number', educationMarkers);
  return type === 'BOROUGH' || reading.value === null ? reading : { ...reading, flags: ['ROUNDED'] };
}

const indicators = [placedIn, placedOutside, netGain];

export const dataset: DatasetDefinition = {
  ...education,
  id,
  title: 'Looked-after children placed in and out of boroughs',
  description:
    'Children looked after at 31 March by where they are placed: those of other authorities who are placed in the borough, its own who are placed elsewhere, and the difference. The Department publishes them for every authority, withholding 1 to 5. Each release restates the years before.',
  landingPage: childrenLookedAfterPage,
  indicators,
  structures: [
    ...structuresByDefault(indicators),
    // Either of the two counts follows from the difference and the other.
    { kind: 'statistic', statistic: { indicator: netGain.id }, count: { indicator: placedOutside.id } },
    {
      kind: 'statistic',
      statistic: { indicator: netGain.id },
      count: { indicator: placedIn.id, dimensions: anotherAuthority },
    },
    // The others whom a borough looks after are placed in it.
    {
      kind: 'subset',
      whole: { indicator: 'looked-after-children-at-31-march', dataset: 'children-looked-after' },
      part: { indicator: placedOutside.id },
    },
  ],
  formats: [table],
};

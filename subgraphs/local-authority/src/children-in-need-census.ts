import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { marchGrid } from './education-counts.ts';
import { countAndRateFormat } from './education-formats.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from './education-publisher.ts';
import { flowBeside, type StockAndFlows, stockAndFlows } from './education-structures.ts';

/** A column of a census table, and what is said of its figures. */
interface CensusColumn extends Required<Pick<IndicatorDefinition, 'definition' | 'typicalRange'>> {
  readonly heading: string;
  /** @default [] */
  readonly alsoCalled?: readonly string[];
}

/** In what one table of the children in need census differs from another. */
export interface CensusTable {
  /** The id of its dataset, with which the ids of its indicators begin. */
  readonly id: string;
  /** The title of its dataset, with which the names of its figures at 31 March begin. */
  readonly title: string;
  /** Its number in the census: `D1`. */
  readonly number: string;
  /** What its column `category` holds in every row. */
  readonly category: string;
  /** What it counts, in the plural and in the middle of a sentence. */
  readonly counted: string;
  readonly unit: IndicatorDefinition['unit'];
  /** At 31 March: the count, and its rate for every 10,000 residents aged 0 to 17. */
  readonly count: CensusColumn;
  readonly rate: CensusColumn;
  /** Over the year that ends then. */
  readonly atAnyPoint: CensusColumn;
  readonly started: Omit<CensusColumn, 'definition'>;
  readonly ended: Omit<CensusColumn, 'definition'>;
}

/** The dataset of a census table, and its indicators, which are named as what they measure. Never throws. */
export function censusDataset(table: CensusTable): {
  readonly indicators: StockAndFlows;
  readonly dataset: DatasetDefinition;
} {
  const indicators = indicatorsOf(table);
  const { count, rate, atAnyPoint, started, ended } = indicators;
  const name = `table ${table.number} of the children in need census`;
  const dataset: DatasetDefinition = {
    ...education,
    id: table.id,
    title: table.title,
    description: `${startingSentence(name)}: ${table.counted} at 31 March, and at any point, started and ended in the year before, by local authority and year. Each release restates the years before.`,
    landingPage: childrenInNeedPage,
    indicators: [count, rate, atAnyPoint, started, ended],
    structures: stockAndFlows(indicators),
    formats: [
      countAndRateFormat({
        name,
        category: table.category,
        count: { indicator: count, heading: table.count.heading },
        rate: { indicator: rate, heading: table.rate.heading },
        flows: [
          { indicator: atAnyPoint, heading: table.atAnyPoint.heading },
          { indicator: started, heading: table.started.heading },
          { indicator: ended, heading: table.ended.heading },
        ],
      }),
    ],
  };
  return { indicators, dataset };
}

function indicatorsOf(table: CensusTable): StockAndFlows {
  const count = countOf(table);
  const { id, title } = table;
  const counted = startingSentence(table.counted);
  return {
    count,
    rate: {
      ...count,
      id: `${count.id}-rate`,
      name: `${count.name}, rate`,
      ...said(table.rate),
      unit: 'PER_10000',
      valueType: 'CRUDE_RATE',
      multiplier: 10_000,
      decimals: 1,
      additivity: 'NON_ADDITIVE',
    },
    atAnyPoint: flowBeside(count, {
      id: `${id}-at-any-point`,
      name: `${title} at any point in the year`,
      ...said(table.atAnyPoint),
      // What goes on from one year to the next is counted in both.
      additivity: 'ADDITIVE_OVER_AREA_ONLY',
    }),
    started: flowBeside(count, {
      id: `${id}-started`,
      name: `${counted} that started`,
      ...said({ ...table.started, definition: `${counted} that started in the year to 31 March.` }),
      additivity: 'ADDITIVE',
    }),
    ended: flowBeside(count, {
      id: `${id}-ended`,
      name: `${counted} that ended`,
      ...said({ ...table.ended, definition: `${counted} that ended in the year to 31 March.` }),
      additivity: 'ADDITIVE',
    }),
  };
}

function countOf({ id, title, unit, count }: CensusTable): IndicatorDefinition {
  return {
    id: `${id}-at-31-march`,
    datasetId: id,
    name: `${title} at 31 March`,
    ...said(count),
    unit,
    valueType: 'COUNT',
    multiplier: 1,
    decimals: 0,
    polarity: 'NO_JUDGEMENT',
    additivity: 'ADDITIVE_OVER_AREA_ONLY',
    attributionBasis: 'RESPONSIBLE_AUTHORITY',
    areaTypes: educationAreaTypes,
    grid: marchGrid,
    hasSeams: true,
    dimensions: [],
    caveats: censusCaveats,
  };
}

const said = ({ alsoCalled = [], definition, typicalRange }: CensusColumn) => ({
  alsoCalled,
  definition,
  typicalRange,
});

const startingSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

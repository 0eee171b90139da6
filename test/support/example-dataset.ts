import { type DatasetDefinition, keptOutside, leftOut, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { monthIdOf } from '@boroughgraph/kit/files/months.ts';
import { isOutsideAreas } from '@boroughgraph/kit/geography/area-names.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';

/** A made-up indicator, with which the kit is tested without any agency. */
export const libraryVisits: IndicatorDefinition = {
  id: 'library-visits',
  datasetId: 'library-visits',
  name: 'Library visits',
  definition: 'Visits to public libraries in the month. Made up for tests.',
  unit: 'PEOPLE',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'HIGH_IS_GOOD',
  additivity: 'ADDITIVE',
  attributionBasis: 'PLACE_OF_INCIDENT',
  areaTypes: ['BOROUGH', 'REGION'],
  grid: { type: 'MONTH' },
  dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth'])],
  typicalRange: [100, 900],
};

/** A made-up dataset: visits by purpose, borough and month, wide, with counts of 1 to 5 withheld. */
export const libraryVisitsDataset: DatasetDefinition = {
  id: 'library-visits',
  title: 'Library visits',
  publisher: 'Nobody',
  description: 'Made up for tests.',
  licence: 'None',
  attribution: 'None',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: null,
  disclosurePolicy: disclosurePolicies['dfe-1-5'],
  indicators: [libraryVisits],
  formats: [
    {
      name: 'the table of library visits',
      delimiter: ',',
      columns: { borough: { headings: ['Borough', 'Borough name'] }, purpose: { headings: ['Purpose'] } },
      otherColumns: { what: 'a month such as 202401', read: monthIdOf, areEmptyAbsent: true },
      open: ({ others }, draft) => {
        const months = others.map((other) => ({ ...other, ordinal: ordinalOf(libraryVisits.grid, other.meaning) }));
        return (row) => {
          if (row.text('borough') === 'Total') return leftOut('a total');
          if (isOutsideAreas(row.text('borough'))) return keptOutside('no borough');
          const { code } = row.area('borough');
          const purpose = row.oneOf('purpose', { Reading: 'reading', Warmth: 'warmth' });
          const cells = months.map(({ position, heading, ordinal }) => ({
            ordinal,
            reading: row.countAt(position, heading, educationMarkers),
          }));
          draft.covers(
            libraryVisits,
            months.map(({ ordinal }) => ordinal),
          );
          draft.stage({ indicator: libraryVisits, place: code, cells, dimensions: { purpose } });
          draft.stage({ indicator: libraryVisits, place: code, cells, combine: 'sum' });
          return loaded;
        };
      },
    },
  ],
};

import { readText } from '@boroughgraph/test/support/read-text.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { expect, it } from 'vitest';
import { possibleRow, tidyFile } from './tidy-file.ts';

const purposes = dimension('purpose', 'Purpose', ['Arts, crafts and play', 'Aged 50', 'Aged 50+']);
const visits = { ...libraryVisits, dimensions: [purposes] };
const dataset = { ...libraryVisitsDataset, formats: [], indicators: [visits] };
const read = (purpose: string) => readText({ dataset, text: tidyFile({ ...possibleRow(visits), purpose }) });

it.each(['arts-crafts-and-play', 'Arts, crafts & play', 'Arts crafts and play', 'ARTS - CRAFTS AND PLAY'])(
  'The label %j is known, however it is spelt',
  (purpose) => {
    const [series] = read(purpose).draft.series.values();
    expect(series?.dimensionKey).toBe('purpose=arts-crafts-and-play');
  },
);

it.each(['Arts and crafts', 'Aged 50+', '-arts, crafts and play', '50'])(
  'The label %j is taken for no other',
  (purpose) => {
    expect(read(purpose).rejected).toMatchObject([{ line: 2, column: 'purpose', found: purpose }]);
  },
);

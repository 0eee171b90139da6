import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { type SourceFile, sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { countedDataset, countedIndicator } from '../../support/served-rows.ts';
import { seededRandom } from '../seeded-random.ts';

const purposes = ['reading', 'warmth', 'company'];

/** Visits of a month in each borough, in all and by purpose. */
const visits = countedIndicator('monthly-visits', {
  datasetId: 'monthly-visits',
  areaTypes: ['BOROUGH', 'REGION'],
  grid: { type: 'MONTH' },
  dimensions: [dimension('purpose', 'Purpose', ['Reading', 'Warmth', 'Company'])],
});

/** A made-up dataset that is published every month, under a policy by which counts are withheld, or none is. */
export const monthlyVisits = (policy: 'protected' | 'unprotected'): DatasetDefinition =>
  countedDataset([visits], [], disclosurePolicies[policy === 'protected' ? 'dfe-1-5' : 'none']);

/** The keys of 32 series of the dataset: all cuts of eight boroughs. */
export const askedSeries = boroughs.slice(1, 9).flatMap(({ code }) =>
  ['', ...purposes.map((purpose) => `purpose=${purpose}`)].map((dimensionKey) => ({
    indicator: visits,
    place: code,
    dimensionKey,
    asPublishedOn: null,
  })),
);

/** A published file of the dataset, and when it is published. */
interface MonthlyFile {
  readonly source: SourceFile;
  readonly publishedAt: string;
}

const firstYear = 1975;
const header = 'indicator,area,period,purpose,value,denominator,status,flags';

/** The tidy file of a month, counted from the first; each figure is made up, says so, and is the same in every run. One count in eight is small. */
export function fileOfMonth(month: number): MonthlyFile {
  const random = seededRandom(month);
  const period = dayIn(month).slice(0, 7);
  const rows = boroughs.slice(1).flatMap(({ code }) => {
    const counts = purposes.map(() => Math.floor(random() < 1 / 8 ? random() * 6 : 20 + random() * 400));
    const all = counts.reduce((sum, count) => sum + count, 0);
    const row = (purpose: string, count: number) => `${visits.id},${code},${period},${purpose},${count},,,SYNTHETIC`;
    return [row('', all), ...counts.map((count, index) => row(purposes[index] ?? '', count))];
  });
  const text = [header, ...rows, ''].join('\n');
  return { source: sourceFile(`visits-${period}.csv`, new TextEncoder().encode(text)), publishedAt: dayIn(month + 1) };
}

/** The fifteenth day of a month. */
const dayIn = (month: number) => new Date(Date.UTC(firstYear, month, 15)).toISOString().slice(0, 10);

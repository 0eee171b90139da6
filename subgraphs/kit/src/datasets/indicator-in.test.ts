import { expect, it } from 'vitest';
import { awaitedDataset } from './awaited-dataset.ts';
import { disclosurePolicies } from '../disclosure/policy.ts';
import { indicatorIn } from './indicator-in.ts';

const books = awaitedDataset({
  id: 'books',
  title: 'Books',
  publisher: 'the library',
  description: 'Books.',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'books-lent',
      name: 'Books lent',
      definition: 'Books that were lent.',
      unit: 'ITEMS',
      polarity: 'NO_JUDGEMENT',
      attributionBasis: 'PROVIDER_SITE',
      areaTypes: ['BOROUGH'],
      grid: { type: 'CALENDAR_YEAR' },
    },
  ],
});

it('finds an indicator of a dataset by its id, and says which there are where there is none', () => {
  expect(indicatorIn(books, 'books-lent').name).toBe('Books lent');
  expect(() => indicatorIn(books, 'books-sold')).toThrow(
    'books has no indicator "books-sold": expected one of books-lent',
  );
});

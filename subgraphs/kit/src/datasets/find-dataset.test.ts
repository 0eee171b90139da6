import { expect, it } from 'vitest';
import { findDataset } from './find-dataset.ts';

const datasets = [{ id: 'visits', formerIds: ['library-visits', 'loans'] }, { id: 'loans' }];

it('A dataset is found by its id, and by one that it had before where no other has that now', () => {
  const idOf = (id: string) => findDataset(datasets, id)?.id;
  expect(['visits', 'library-visits', 'loans', 'none'].map(idOf)).toEqual(['visits', 'visits', 'loans', undefined]);
});

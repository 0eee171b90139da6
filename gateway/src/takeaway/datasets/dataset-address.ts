import { tableFormats } from '../table-format.ts';

/** Where a dataset is a file. */
export const datasetFilesPath = '/data/datasets/';

/** The address of a dataset as a file, from the root of the gateway. */
export const writeDatasetAddress = (id: string, format: 'csv' | 'csvw'): string =>
  `${datasetFilesPath}${id}.${tableFormats[format].ending}`;

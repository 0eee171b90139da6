import { discoverDatasets } from '@boroughgraph/kit/datasets/discover.ts';

/** Every dataset of policing, by the files of its folder. */
export const datasets = await discoverDatasets(new URL('./datasets/', import.meta.url));

/** What policing measures: the indicators of its datasets, in their order. */
export const indicators = datasets.flatMap((dataset) => dataset.indicators);

import { discoverDatasets } from '@boroughgraph/kit/datasets/discover.ts';

/** Every dataset of local authorities, by the files of its folder. */
export const datasets = await discoverDatasets(new URL('./datasets/', import.meta.url));

/** What local authorities measure: the indicators of their datasets, in their order. */
export const indicators = datasets.flatMap((dataset) => dataset.indicators);

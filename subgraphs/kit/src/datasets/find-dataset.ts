import type { DatasetDefinition } from './dataset.ts';

/** The dataset of an id, be it one that it had before; undefined where there is none. */
export function findDataset<Named extends Pick<DatasetDefinition, 'id' | 'formerIds'>>(
  datasets: readonly Named[],
  id: string,
): Named | undefined {
  return datasets.find((dataset) => dataset.id === id) ?? datasets.find(({ formerIds = [] }) => formerIds.includes(id));
}

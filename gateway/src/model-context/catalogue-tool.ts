import { z } from 'zod';
import { writeDatasetAddress } from '../takeaway/datasets/dataset-address.ts';
import { defineTool } from './tool.ts';

const answer = z.object({ dataset: z.looseObject({ id: z.string() }).nullable() });

/** Reads about a dataset, what changed in it, and where its files are. */
export const catalogueTool = defineTool({
  name: 'catalogue',
  title: 'Read about a dataset',
  description:
    'A dataset with its publisher, licence, what must be shown beside its figures, how people in it are protected, its newest releases, and the addresses of all its figures and of what their columns mean. With changedSince: how many figures are new, changed, gone or withheld since that day.',
  input: z.object({
    dataset: z.string().min(1).max(200).describe('Id of the dataset, as search or series gave it.'),
    changedSince: z.iso.date().optional().describe('What has changed since the end of this day, by indicator.'),
  }),
  operation: `query ToolCatalogue($dataset: ID!, $from: Date!, $isCompared: Boolean!) { dataset(id: $dataset) {
    id title publisher description licence attribution designation accessTier frequency landingPage
    latestRelease { id publishedAt version }
    releases(last: 5) { id publishedAt version supersedes recalledAt recallReason }
    changes(from: $from) @include(if: $isCompared) {
      releases { id publishedAt } indicators { indicator { id name } periodType new same changed gone withheld } } } }`,
  variables: ({ dataset, changedSince }) => ({
    dataset,
    // Not asked for without it.
    from: changedSince ?? '1900-01-01',
    isCompared: changedSince !== undefined,
  }),
  tell: (data, { input, origin }) => {
    const { dataset } = answer.parse(data);
    if (dataset === null)
      return {
        kind: 'refused',
        reason: `There is no dataset "${input.dataset.slice(0, 100)}". Take an id that search or series gave.`,
      };
    return { kind: 'answer', value: { dataset, addresses: addressesOf(dataset.id, origin) } };
  },
});

/** Where the figures of a dataset are files. */
function addressesOf(id: string, origin: string) {
  return { figures: origin + writeDatasetAddress(id, 'csv'), columns: origin + writeDatasetAddress(id, 'csvw') };
}

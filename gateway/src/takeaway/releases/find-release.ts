import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { type AgencyField, agencyFields } from '../agency-fields.ts';
import { listedDataset, releaseFields } from '../listed-dataset.ts';
import { type NoFile, noFileOf } from '../no-file.ts';
import type { Asking } from './release-question.ts';

const text = z.string();

const dataset = listedDataset.extend({ accessTier: text });

const located = z.record(
  z.string(),
  z
    .object({
      dataset: dataset.nullable(),
      indicators: z.array(z.object({ id: text, dataset: z.object({ id: text }) })),
    })
    .nullable(),
);

/** A dataset, and what must be shown beside its figures. */
export type ReleaseDataset = Omit<z.infer<typeof dataset>, 'releases'>;
/** An edition of a dataset. */
export type DatasetRelease = z.infer<typeof dataset>['releases'][number];

/** A release that everybody may see, and whose it is. */
export interface FoundRelease {
  readonly kind: 'release';
  readonly agency: AgencyField;
  readonly dataset: ReleaseDataset;
  readonly release: DatasetRelease;
  /** The ids of all of its dataset of which anything is held. */
  readonly indicators: readonly string[];
}

/** An agency that could have the release did not answer. */
export interface UnansweredRelease {
  readonly kind: 'errors';
  readonly errors: readonly GraphQLFormattedError[];
}

/** As many as a dataset tells of at most. */
const toldReleases = 300;

/**
 * The release of an id, by asking every agency for the dataset that the id names; none where nobody lists it to everybody: there is none, it is
 * under embargo, or its dataset is for named users, which look alike to whoever asks.
 */
export async function findRelease(
  id: string,
  schema: GraphQLSchema,
  ask: Asking,
): Promise<FoundRelease | UnansweredRelease | NoFile> {
  const agencies = agencyFields(schema);
  const { data, errors } = await ask(writeOperation(agencies), { dataset: id.split('@')[0] ?? '' });
  const found = located.safeParse(data ?? {});
  for (const agency of agencies) {
    const answered = found.success ? found.data[agency.field] : null;
    const release = answered?.dataset?.releases.find((each) => each.id === id);
    if (answered?.dataset == null || release === undefined || answered.dataset.accessTier !== 'OPEN') continue;
    const { dataset: own } = answered;
    const indicators = answered.indicators.filter((each) => each.dataset.id === own.id).map((each) => each.id);
    return { kind: 'release', agency, dataset: own, release, indicators };
  }
  return errors.length > 0 ? { kind: 'errors', errors } : noFileOf(agencies, found.data ?? {});
}

function writeOperation(agencies: readonly AgencyField[]): string {
  const parts = agencies.map(
    ({ field }) => `${field} { indicators(held: true) { id dataset { id } }
      dataset(id: $dataset) { id title publisher licence attribution designation accessTier landingPage
        releases(last: ${toldReleases}) { ${releaseFields} } } }`,
  );
  return `query Release($dataset: ID!) { ${parts.join('\n')} }`;
}

import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { type AgencyField, agencyFields } from '../agency-fields.ts';
import type { Attribution } from '../data-dictionary.ts';
import { type NoFile, noFileOf } from '../no-file.ts';
import type { Asking } from '../releases/release-question.ts';

const text = z.string();
const located = z.record(
  z.string(),
  z
    .object({
      dataset: z
        .object({ id: text, title: text, publisher: text, licence: text, attribution: text, accessTier: text })
        .nullable(),
      indicators: z.array(z.object({ id: text, dataset: z.object({ id: text }) })),
    })
    .nullable(),
);

/** A dataset of which something is held, and whose it is. */
export interface FoundDataset {
  readonly kind: 'dataset';
  readonly agency: AgencyField;
  readonly dataset: Attribution;
  /** The ids of all of its indicators of which anything is held. */
  readonly indicators: readonly string[];
}

/** An agency that could have the dataset did not answer. */
export interface UnansweredDataset {
  readonly kind: 'errors';
  readonly errors: readonly GraphQLFormattedError[];
}

/** The dataset of an id, or of one that it had before, by asking every agency for it; none where no agency has it, or holds anything of it that is for whoever asks. */
export async function findDataset(
  id: string,
  schema: GraphQLSchema,
  ask: Asking,
): Promise<FoundDataset | UnansweredDataset | NoFile> {
  const agencies = agencyFields(schema);
  const { data, errors } = await ask(writeOperation(agencies), { dataset: id });
  const found = located.safeParse(data ?? {});
  for (const agency of agencies) {
    const answered = found.success ? found.data[agency.field] : null;
    const { dataset = null } = answered ?? {};
    const own = (answered?.indicators ?? []).filter((each) => each.dataset.id === dataset?.id);
    if (dataset === null || own.length === 0) continue;
    return { kind: 'dataset', agency, dataset, indicators: own.map((each) => each.id) };
  }
  return errors.length > 0 ? { kind: 'errors', errors } : noFileOf(agencies, found.data ?? {});
}

function writeOperation(agencies: readonly AgencyField[]): string {
  const parts = agencies.map(
    ({ field }) =>
      `${field} { indicators(held: true) { id dataset { id } } dataset(id: $dataset) { id title publisher licence attribution accessTier } }`,
  );
  return `query DatasetToTake($dataset: ID!) { ${parts.join('\n')} }`;
}

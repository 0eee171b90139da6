import { releaseFilesPath } from '@boroughgraph/schema/wire/paths.ts';
import { instantText } from '@boroughgraph/kit/loading/embargo.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { type Recall, recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import type { ReleaseToRecall } from '../command-line.ts';
import { openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { Problem, describeError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import { say } from '../terminal.ts';

/**
 * Takes one release of an agency out of every answer, in the system that runs or, when none does, in its data, and says what
 * is served in its place.
 *
 * @throws {Problem} when there is no such release, it was recalled before, or the database is away.
 */
export async function recall(settings: Settings, request: ReleaseToRecall, shutdown: Shutdown): Promise<void> {
  const { agency, releaseId, reason } = request;
  await using resources = new AsyncDisposableStack();
  const databases = await openDatabases({ settings, agencies: [agency], command: 'recall', shutdown, resources });
  for (const database of databases) {
    await migrateAgency(database);
    const store = openStore({ url: database.url, schema: agency.schema, connections: 1 });
    resources.defer(store.close);
    say(describeRecall(await recallOrExplain(() => recallRelease(store, releaseId, reason), request), request));
  }
}

async function recallOrExplain(work: () => Promise<Recall>, { releaseId }: ReleaseToRecall): Promise<Recall> {
  try {
    return await work();
  } catch (error) {
    throw new Problem(`The database failed, and ${releaseId} is not recalled: ${describeError(error)}`, {
      cause: error,
    });
  }
}

/**
 * What a recall came to, in lines for a person.
 *
 * @throws {Problem} when nothing was recalled.
 */
export function describeRecall(recalled: Recall, { agency, releaseId, reason }: ReleaseToRecall): string {
  switch (recalled.kind) {
    case 'recalled':
      return [
        `${agency.slug}: ${releaseId} is recalled. Its figures are in no answer from now on.`,
        `  reason, which everybody can read beside it: ${reason}`,
        ...describeInstead(recalled),
        ...(recalled.wasHidden ? [] : [`  caches must let go of ${releaseFilesPath}${releaseId}*`]),
      ].join('\n');
    case 'recalled-before':
      throw new Problem(`${releaseId} was recalled before, on ${instantText(recalled.at)} ("${recalled.reason}")`);
    case 'unknown':
      throw new Problem(
        recalled.near.length === 0
          ? `${agency.slug} has no release "${releaseId}", nor any other.`
          : `${agency.slug} has no release "${releaseId}"; perhaps ${recalled.near.join(', ')}`,
      );
    default:
      return recalled satisfies never;
  }
}

function describeInstead({ instead, gaps, wasHidden }: Extract<Recall, { kind: 'recalled' }>): readonly string[] {
  if (wasHidden) return ['  nobody has seen it: its embargo had not ended'];
  const served = instead.map(({ releaseId, periods }) => `  served in its place: ${releaseId}, for ${count(periods)}`);
  return [...served, ...(gaps === 0 ? [] : [`  gaps now, because no other release covers them: ${count(gaps)}`])];
}

const count = (periods: number) =>
  `${periods.toLocaleString('en-GB')} ${periods === 1 ? 'period' : 'periods'} of an indicator`;

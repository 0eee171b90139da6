import { readFileSync } from 'node:fs';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { isForEverybody } from '@boroughgraph/kit/datasets/open-part.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import {
  addAgreement,
  type Agreement,
  endAgreement,
  type KeptAgreement,
  listAgreements,
} from '@boroughgraph/kit/store/agreements.ts';
import {
  addOwnOrganisation,
  endOwnOrganisation,
  listOwnOrganisations,
  type OwnOrganisation,
} from '@boroughgraph/kit/store/own-organisations.ts';
import { auditScopeOf } from '@boroughgraph/schema/wire/oversight.ts';
import { purposes } from '@boroughgraph/schema/wire/purposes.ts';
import type postgres from 'postgres';
import { z } from 'zod';
import type { AgreementsCommand } from '../access-commands.ts';
import type { LoadingAgencies } from '../loading/loading-agencies.ts';
import { describeError, Problem } from '../problem.ts';
import type { Shutdown } from '../processes/shutdown.ts';
import type { Settings } from '../settings.ts';
import { openDatabases } from '../stores/open-databases.ts';
import { migrateAgency } from '../stores/migrate-agency.ts';
import { openStoreConnection } from '../stores/store-connection.ts';
import { formatTable } from '../table-text.ts';
import { say } from '../terminal.ts';

/** What the command runs with. */
export type AgreementsRequest = AgreementsCommand & {
  readonly agencies: LoadingAgencies;
  readonly settings: Settings;
  readonly shutdown: Shutdown;
};

/**
 * Lists the agreements of an agency, adds those of a file, or ends one, or names or ends an organisation as its own, in the system that runs or, when none does, in its data.
 *
 * @throws {Problem} when the file cannot be used, there is no such agreement, or the database is away; nothing is changed then.
 */
export async function manageAgreements(request: AgreementsRequest): Promise<void> {
  const { agency, settings, shutdown } = request;
  await using resources = new AsyncDisposableStack();
  const command = 'agreements';
  const databases = await openDatabases({ settings, agencies: [agency], command, shutdown, resources });
  for (const database of databases) {
    await migrateAgency(database);
    const sql = openStoreConnection(database);
    resources.defer(() => sql.end({ timeout: 1 }));
    say(await obeyAgreements(sql, request));
  }
}

/**
 * Does it in the store of the agency, and gives what came of it.
 *
 * @throws {Problem} when the file cannot be used, or there is no such agreement; nothing is changed then.
 */
export async function obeyAgreements(
  sql: postgres.Sql,
  { action, agency, agencies }: Pick<AgreementsRequest, 'action' | 'agency' | 'agencies'>,
): Promise<string> {
  switch (action.kind) {
    case 'list':
      return [
        describeAgreements(agency.slug, await listAgreements(sql)),
        ...describeOwn(agency.slug, await listOwnOrganisations(sql)),
      ].join('\n');
    case 'add':
      return add(sql, readAgreement(action.file, agencies.get(agency.slug)?.datasets ?? []));
    case 'end':
      if (await endAgreement(sql, action.id))
        return `${agency.slug}: ${action.id} is ended. It lets nobody read from now on.`;
      throw new Problem(
        `${agency.slug} has no agreement "${action.id}" that has not ended: npm run agreements -- ${agency.slug} lists them`,
      );
    case 'own':
      return own(sql, agency.slug, action.organisation);
    case 'disown':
      if (await endOwnOrganisation(sql, action.organisation))
        return `${agency.slug}: people of ${action.organisation} see nothing of its audit and its loads from now on.`;
      throw new Problem(`${agency.slug} does not name "${action.organisation}" as its own: nothing is changed`);
    default:
      return action satisfies never;
  }
}

async function own(sql: postgres.Sql, agency: string, organisation: string): Promise<string> {
  const read = name.safeParse(organisation);
  if (!read.success) throw new Problem(`"${organisation}" is no organisation: ${read.error.issues[0]?.message ?? ''}`);
  if (!(await addOwnOrganisation(sql, organisation)))
    throw new Problem(`${agency} has ${organisation} as its own already`);
  return `${agency}: people of ${organisation} with the scope ${auditScopeOf(agency)} see its audit and its loads at /status/${agency}.`;
}

function describeOwn(agency: string, owners: readonly OwnOrganisation[]): readonly string[] {
  return owners.map(
    ({ organisation, addedAt, endedAt }) =>
      `${organisation} is ${agency}'s own since ${addedAt}${endedAt === null ? '' : `, until ${endedAt}`}.`,
  );
}

async function add(sql: postgres.Sql, agreement: Agreement): Promise<string> {
  const { id, organisation, until } = agreement;
  if (!(await addAgreement(sql, agreement)))
    throw new Problem(
      `There is an agreement "${id}" already, and what was agreed is not rewritten: end it, and add one of another id`,
    );
  return `${id} holds for ${organisation} until ${until}, unless it is ended before.`;
}

const day = z.iso.date('expected a day such as 2026-04-01');
const name = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected a name such as hackney-council');

function agreementSchema(datasets: readonly DatasetDefinition[]) {
  const restricted = datasets.filter((each) => !isForEverybody(each)).map(({ id }) => id);
  return z
    .strictObject({
      id: name,
      organisation: name,
      datasets: z
        .array(
          z
            .string()
            .refine(
              (id) => restricted.includes(id),
              `expected a dataset of which something is for named users: ${restricted.join(', ')}`,
            ),
        )
        .min(1),
      areas: z
        .array(
          z.string().refine((code) => areaByCode(code) !== null, 'expected the code of an area, such as E09000012'),
        )
        .min(1)
        .nullable(),
      purposes: z.array(z.enum(purposes)).min(1),
      from: day,
      until: day,
      reference: z.string().max(200).nullable().default(null),
    })
    .refine(({ from, until }) => from <= until, { path: ['until'], error: 'expected a day that is not before "from"' });
}

/**
 * The agreement that a JSON file states. Areas have to be named, or null for all: nobody should come to all by forgetting them.
 *
 * @throws {Problem} naming the file, the part and what would be accepted.
 */
function readAgreement(path: string, datasets: readonly DatasetDefinition[]): Agreement {
  const read = agreementSchema(datasets).safeParse(readJson(path));
  if (read.success) {
    const { datasets: datasetIds, ...stated } = read.data;
    return { ...stated, datasetIds };
  }
  const problems = read.error.issues.map((issue) => `${path}: ${issue.path.join('.')}: ${issue.message}`);
  throw new Problem(problems.join('\n'));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`${path} cannot be read: ${describeError(error)}`, { cause: error });
  }
}

function describeAgreements(agency: string, kept: readonly KeptAgreement[]): string {
  if (kept.length === 0) return `${agency} has no agreement: its restricted figures are shown to nobody.`;
  const rows = kept.map(({ id, organisation, datasetIds, areas, purposes: agreed, from, until, endedAt }) => [
    id,
    organisation,
    datasetIds.join(' '),
    areas?.join(' ') ?? 'all areas',
    agreed.join(' '),
    `${from} to ${until}`,
    endedAt === null ? '' : `ended ${endedAt}`,
  ]);
  const headings = ['agreement', 'organisation', 'datasets', 'areas', 'purposes', 'days', ''];
  return formatTable([headings, ...rows], () => true);
}

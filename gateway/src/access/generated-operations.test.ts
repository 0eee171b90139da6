import { generateKeyPairSync } from 'node:crypto';
import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { type DocumentNode, GraphQLError, Kind, print } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgencyServer, serveAgency } from '../../testing/agency-server.ts';
import { protectedAgencies, protectedGraph } from '../../testing/protected-agencies.ts';
import { draws, generateOperations } from '../../testing/protected-operations.ts';
import { expectedAnswer } from '../../testing/protected-oracle.ts';
import { deadlineIn } from '../execution/deadline.ts';
import { answerOperation } from '../operations/answer-operation.ts';
import { createGeneration, type Generation } from '../supergraph/generation.ts';
import { startKeptThread } from '../../testing/kept-threads.ts';

// Ten thousand take minutes; `npm run test:auth` has them.
const operations = Number(process.env['AUTH_OPERATIONS'] ?? '60');

let servers: readonly AgencyServer[];
let generation: Generation;
beforeAll(async () => {
  servers = await Promise.all(protectedAgencies.map((agency) => serveAgency(agency)));
  const urls = Object.fromEntries(
    protectedAgencies.map(({ name }, index) => [name, `${servers[index]?.url ?? ''}/graphql`] as const),
  );
  const { privateKey: signingKey } = generateKeyPairSync('ed25519');
  generation = createGeneration({
    supergraphSdl: protectedGraph.supergraphSdl,
    urls,
    signingKey,
    startPlanningThread: startKeptThread,
  });
  await generation.ready;
});
afterAll(async () => {
  await generation.close();
  await Promise.all(servers.map((server) => server.stop()));
});

const named = (more: Partial<Extract<Viewer, { kind: 'named' }>>): Viewer => ({
  kind: 'named',
  subject: 'somebody',
  organisation: 'met-police',
  role: null,
  scopes: [],
  purpose: null,
  ...more,
});

const viewers: readonly Viewer[] = [
  { kind: 'anonymous' },
  named({}),
  named({ scopes: ['contact:read', 'record:read'], role: 'analyst' }),
  named({ scopes: ['record:read', 'record:open', 'needs:read'], purpose: 'RESEARCH' }),
  named({ scopes: ['needs:read'], organisation: 'havens', role: 'nurse' }),
  named({ organisation: 'havens', role: 'analyst' }),
  named({ scopes: ['admin', 'contact:read', 'needs:read'], purpose: 'RESEARCH', role: 'analyst' }),
];

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function answerFor(document: DocumentNode, viewer: Viewer, variables: Record<string, unknown>) {
  const [operation] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('A document has an operation');
  const asked = { document, operation, documentHash: print(document), variables };
  const { data, errors = [] } = await answerOperation(generation, asked, {
    requestId: 'generated-1',
    viewer,
    client: 'test',
    deadline: deadlineIn(30_000),
    log,
    signal: new AbortController().signal,
  });
  const isRefusal = ({ extensions }: { extensions: Record<string, unknown> }) =>
    extensions['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE';
  return {
    data: data ?? null,
    refused: errors
      .filter(isRefusal)
      .map(({ path }) => JSON.stringify(path))
      .toSorted(),
    others: errors.filter((error) => !isRefusal(error)).map(({ message }) => message),
  };
}

/** Lists of lists of lists cost more than one may ask for: another operation is asked in the place of such a one. */
function skipTooLarge(error: unknown): null {
  if (error instanceof GraphQLError && error.extensions['code'] === 'OPERATION_TOO_LARGE') return null;
  throw error;
}

it('What callers get is what they may see, in every shape in which a field can be reached', async () => {
  const generated = generateOperations(protectedGraph.apiSchema, 18);
  const draw = draws(64_530);
  const differences: (readonly string[])[] = [];
  let withRefusals = 0;
  for (let asked = 0; asked < operations;) {
    const { value: document } = generated.next() as { value: DocumentNode };
    const viewer = viewers[draw(viewers.length)] ?? { kind: 'anonymous' };
    const variables = { yes: draw(2) === 0, no: draw(2) === 0 };
    const expected = expectedAnswer(document, viewer, variables);
    const got = await answerFor(document, viewer, variables).catch(skipTooLarge);
    if (got === null) continue;
    asked += 1;
    // As text: the order of the keys is part of an answer.
    if (JSON.stringify(got) !== JSON.stringify({ ...expected, others: [] }))
      differences.push([
        print(document),
        JSON.stringify({ viewer, variables }),
        JSON.stringify(expected),
        JSON.stringify(got),
      ]);
    if (expected.refused.length > 0) withRefusals += 1;
  }
  expect(differences.slice(0, 3)).toEqual([]);
  expect(withRefusals).toBeGreaterThan(operations / 4);
}, 3_600_000);

import { createHash } from 'node:crypto';
import { type DocumentNode, Kind, parse, Source, visit } from 'graphql';
import { lintSchema } from '../lint.ts';
import { catalogueExtension, catalogueHeader } from '../wire/catalogue-state.ts';
import { deadlineHeader } from '../wire/deadline-header.ts';
import { maxFetchBytes, maxRepresentations } from '../wire/limits.ts';
import { healthPath, readyPath } from '../wire/paths.ts';
import { requestIdHeader } from '../wire/request-id.ts';
import { viewerHeader } from '../wire/viewer.ts';
import { codesOf, entitiesOf, readAnswer } from './read-answer.ts';
import { findSessions } from './find-sessions.ts';
import { ask, get, showAnswer, signedHeaders, type TriedSubgraph } from './subgraph-client.ts';

/** What was found out: null where it is as it should be, else what is wrong. */
export type Finding = string | null;

/** One paragraph of the contract. */
export interface Check {
  /** What has to be so. */
  readonly says: string;
  /** Whether it can be found out only with the key of a gateway. @default false */
  readonly needsKey?: boolean;
  readonly find: (subgraph: TriedSubgraph, schema: DocumentNode) => Promise<Finding>;
}

const hackney = 'E09000012';
const nowhere = 'E99999999';
const entities =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ... on Area { code } } }';
const typename = { query: '{ __typename }' };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const askAbout = (subgraph: TriedSubgraph, codes: readonly string[]) =>
  ask(subgraph, {
    query: entities,
    variables: { representations: codes.map((code) => ({ __typename: 'Area', code })) },
  });

/** Whether the subgraph adds anything to areas. */
const hasAreas = ({ definitions }: DocumentNode): boolean =>
  definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Area');

async function findBatch(subgraph: TriedSubgraph, schema: DocumentNode): Promise<Finding> {
  if (!hasAreas(schema)) return null;
  const codes = [hackney, nowhere, 'E09000030', hackney];
  const answer = await askAbout(subgraph, codes);
  const found = entitiesOf(answer);
  if (found?.length !== codes.length)
    return `of ${codes.length} areas ${found?.length ?? 'none'} come back; ${showAnswer(answer)}`;
  const strayed = codes.find((code, at) => found[at] !== null && !(isObject(found[at]) && found[at]['code'] === code));
  return strayed === undefined ? null : `in the place of ${strayed} another comes back; ${showAnswer(answer)}`;
}

async function findFaulty(subgraph: TriedSubgraph, schema: DocumentNode): Promise<Finding> {
  if (!hasAreas(schema)) return null;
  const representations = [{ __typename: 'Area', code: hackney }, { __typename: 'NoSuchKind' }, { __typename: 'Area' }];
  const answer = await ask(subgraph, { query: entities, variables: { representations } });
  const found = entitiesOf(answer);
  const isApart = isObject(found?.[0]) && found[1] === null && found[2] === null;
  const codes = codesOf(answer);
  return isApart && codes.length === 2 && codes.every((code) => code === 'BAD_USER_INPUT') ? null : showAnswer(answer);
}

async function findState(subgraph: TriedSubgraph): Promise<Finding> {
  const [one, other, plain] = [
    await ask(subgraph, typename, { [catalogueHeader]: '1' }),
    await ask(subgraph, typename, { [catalogueHeader]: '1' }),
    await ask(subgraph, typename),
  ].map((answer) => readAnswer(answer)?.extensions?.[catalogueExtension]);
  if (typeof one !== 'string' || one === '') return `extensions.${catalogueExtension} is ${String(one)}`;
  if (one !== other) return `it is another at the next request, though nothing has come: ${one}, ${String(other)}`;
  return plain === undefined ? null : 'it is told to those who do not ask for it';
}

async function findRefused(subgraph: TriedSubgraph, headersOf: (body: string) => Readonly<Record<string, string>>) {
  const body = JSON.stringify({ query: '{ _service { sdl } }' });
  const answer = await ask({ ...subgraph, key: null }, body, headersOf(body));
  return answer.status === 401 && codesOf(answer)[0] === 'UNAUTHENTICATED' ? null : showAnswer(answer);
}

async function findReplayed(subgraph: TriedSubgraph): Promise<Finding> {
  const body = JSON.stringify(typename);
  const headers = signedHeaders(subgraph, body);
  const first = await ask(subgraph, body, headers);
  if (first.status !== 200) return `a good token is not taken; ${showAnswer(first)}`;
  const second = await ask(subgraph, body, headers);
  return second.status === 401 ? null : `the same token is taken twice; ${showAnswer(second)}`;
}

/** A text that tells of the inside of a server: where a file lies, where something failed, what a store was told. */
const insides = /\bat .+:\d+:\d+|Traceback|\.(ts|js|py)\b|stacktrace|\bselect .+ from\b|127\.0\.0\.1:\d+/i;

async function findMasked(subgraph: TriedSubgraph): Promise<Finding> {
  const asked = [{ query: '{ thereIsNoSuchField }' }, { query: '{' }, { query: '{ __typename' }];
  const answers = [];
  for (const request of asked) answers.push(await ask(subgraph, request));
  const codes = answers.map((answer) => codesOf(answer)[0]);
  const expected = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'];
  if (codes.join() !== expected.join()) return `the codes are ${codes.join(', ')}: expected ${expected.join(', ')}`;
  return answers.map(({ text }) => insides.exec(text)?.[0]).find((found) => found !== undefined) ?? null;
}

/** The paragraphs of the contract that can be found out from outside, in its order. */
export const checks: readonly Check[] = [
  {
    says: `${healthPath} answers 200 with the agency and "alive"`,
    find: async (subgraph) => {
      const answer = await get(subgraph, healthPath);
      const isAlive =
        isObject(answer.json) && answer.json['agency'] === subgraph.name && answer.json['status'] === 'alive';
      return answer.status === 200 && isAlive ? null : showAnswer(answer);
    },
  },
  {
    says: `${readyPath} answers 200 with "ready" and the state of the catalogue`,
    find: async (subgraph) => {
      const answer = await get(subgraph, readyPath);
      const isReady =
        isObject(answer.json) && answer.json['status'] === 'ready' && typeof answer.json['catalogue'] === 'string';
      return answer.status === 200 && isReady ? null : showAnswer(answer);
    },
  },
  {
    says: 'the schema keeps the rules: descriptions, meaning of null, nullability, sizes of lists, names',
    find: (_, schema) => {
      // Comments, in which @requires gives its reason, are not part of what a server tells.
      const problems = lintSchema(schema).filter((problem) => !problem.includes('without a comment before it'));
      return Promise.resolve(problems.length === 0 ? null : problems.join('\n'));
    },
  },
  {
    says: 'entities come back in the order of their references, one for each, null where there is none',
    find: findBatch,
  },
  {
    says: 'a reference that cannot be read is null, with BAD_USER_INPUT, and costs the others nothing',
    find: findFaulty,
  },
  {
    says: `more than ${maxRepresentations} references are refused with OPERATION_TOO_LARGE`,
    find: async (subgraph, schema) => {
      if (!hasAreas(schema)) return null;
      const answer = await askAbout(
        subgraph,
        Array.from({ length: maxRepresentations + 1 }, () => hackney),
      );
      return codesOf(answer).includes('OPERATION_TOO_LARGE') ? null : showAnswer(answer);
    },
  },
  {
    says: `a body of more than ${maxFetchBytes} bytes is 413`,
    find: async (subgraph) => {
      const answer = await ask(subgraph, JSON.stringify({ query: '{ __typename }', more: 'a'.repeat(maxFetchBytes) }));
      return answer.status === 413 ? null : showAnswer(answer);
    },
  },
  { says: 'errors have a code, and tell nothing of the inside of the server', find: findMasked },
  { says: 'the state of the catalogue is told to whoever asks for it, the same while nothing comes', find: findState },
  {
    says: 'a deadline is taken from the header of a request',
    find: async (subgraph) => {
      const answer = await ask(subgraph, typename, { [deadlineHeader]: '5000' });
      return answer.status === 200 ? null : showAnswer(answer);
    },
  },
  {
    says: 'a call that nobody has signed is 401, even for the schema',
    needsKey: true,
    find: (each) => findRefused(each, () => ({})),
  },
  {
    says: 'a token for another body, another agency or another request is 401',
    needsKey: true,
    find: async (subgraph) => {
      const other = { ...subgraph, name: 'another-agency' };
      const attempts = [
        (body: string) => signedHeaders(subgraph, `${body} `),
        (body: string) => signedHeaders(other, body),
        (body: string) => ({ ...signedHeaders(subgraph, body), [requestIdHeader]: 'another-request' }),
        (body: string) => ({
          ...signedHeaders(subgraph, body),
          [viewerHeader]: createHash('sha256').update(body).digest('hex'),
        }),
      ];
      for (const attempt of attempts) {
        const found = await findRefused(subgraph, attempt);
        if (found !== null) return found;
      }
      return null;
    },
  },
  { says: 'a token is good once', needsKey: true, find: findReplayed },
  {
    says: 'a session, where it has any, is opened by a key and stands for no more',
    needsKey: true,
    find: findSessions,
  },
];

/** The schema that a subgraph tells of itself; what is wrong where it tells none. */
export async function readSchema(subgraph: TriedSubgraph): Promise<DocumentNode | string> {
  const answer = await ask(subgraph, { query: '{ _service { sdl } }' });
  const service = readAnswer(answer)?.data?.['_service'];
  const sdl = isObject(service) ? service['sdl'] : null;
  if (typeof sdl !== 'string') return `it tells no schema at _service { sdl }; ${showAnswer(answer)}`;
  try {
    return withoutFederation(parse(new Source(sdl, 'its schema')));
  } catch (error) {
    return `its schema is not GraphQL: ${error instanceof Error ? error.message : 'unknown'}`;
  }
}

/** What federation's own tools add to each schema is nobody's to describe. */
function withoutFederation(document: DocumentNode): DocumentNode {
  const isOfFederation = ({ name }: { readonly name: { readonly value: string } }) =>
    /^_|^(link|federation)__/.test(name.value);
  const out = (node: { readonly name: { readonly value: string } }) => (isOfFederation(node) ? null : undefined);
  return visit(document, {
    ScalarTypeDefinition: out,
    EnumTypeDefinition: out,
    UnionTypeDefinition: out,
    ObjectTypeDefinition: out,
    FieldDefinition: out,
  });
}

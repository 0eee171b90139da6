import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import { type DocumentNode, executeSync, getNamedType, type GraphQLSchema, isAbstractType } from 'graphql';
import { protectedGraph, wholeValues } from './protected-agencies.ts';

type Seer = (viewer: Extract<Viewer, { kind: 'named' }>) => boolean;

const anybodyNamed: Seer = () => true;
const holding =
  (...scopes: readonly string[]): Seer =>
  (viewer) =>
    scopes.every((scope) => viewer.scopes.includes(scope));
const either =
  (...seers: readonly Seer[]): Seer =>
  (viewer) =>
    seers.some((seer) => seer(viewer));

/** Who may see what, written by hand from the schemas of the agencies. */
const seers: Readonly<Record<string, Seer>> = {
  Victim: either(
    ({ purpose }) => purpose === 'RESEARCH',
    ({ organisation, role }) => organisation === 'havens' && role === 'nurse',
  ),
  Record: either(holding('record:read', 'record:open'), holding('admin')),
  Rank: anybodyNamed,
  Dossier: holding('admin'),
  Note: holding('needs:read'),
  'Query.secret': anybodyNamed,
  'Query.watched': either(holding('contact:read'), holding('admin')),
  'Officer.contact': holding('contact:read'),
  'Officer.badge': anybodyNamed,
  'Officer.summary': anybodyNamed,
  'Officer.risk': anybodyNamed,
  'Victim.risk': anybodyNamed,
  'Suspect.risk': anybodyNamed,
  'Victim.needs': holding('needs:read'),
  'Vault.code': anybodyNamed,
  'Station.alarm': ({ role }) => role === 'analyst',
};

/** What a caller gets: data, and where it was refused something. */
export interface ExpectedAnswer {
  readonly data: unknown;
  readonly refused: readonly string[];
}

/** What a caller may see of an operation, as graphql-js says whose fields refuse where it may not: nothing here is the gateway's. */
export function expectedAnswer(
  document: DocumentNode,
  viewer: Viewer,
  variableValues: Record<string, unknown>,
): ExpectedAnswer {
  const schema: GraphQLSchema = protectedGraph.apiSchema;
  const may = (coordinate: string): boolean => {
    const seer = seers[coordinate];
    return seer === undefined || (viewer.kind === 'named' && seer(viewer));
  };
  const { data, errors = [] } = executeSync({
    schema,
    document,
    variableValues,
    rootValue: {},
    fieldResolver: (source: Record<string, unknown>, ...[, , { parentType, fieldName, returnType }]) => {
      const given = getNamedType(returnType);
      const kinds = isAbstractType(given) ? schema.getPossibleTypes(given) : [given];
      if (!may(parentType.name) || !may(`${parentType.name}.${fieldName}`) || !kinds.some(({ name }) => may(name)))
        throw new Error('refused');
      const work = (wholeValues as unknown as Record<string, ((of: unknown) => unknown) | undefined>)[fieldName];
      return work === undefined ? source[fieldName] : work(source);
    },
    typeResolver: (value: { __typename: string }) => {
      if (!may(value.__typename)) throw new Error('refused');
      return value.__typename;
    },
  });
  const others = errors.filter(({ message }) => message !== 'refused');
  if (others.length > 0) throw new Error(others.map(({ message }) => message).join('\n'));
  return { data: data ?? null, refused: errors.map(({ path }) => JSON.stringify(path)).toSorted() };
}

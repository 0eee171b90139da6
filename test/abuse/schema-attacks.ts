import { readFileSync } from 'node:fs';
import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { maxRepresentations } from '@boroughgraph/schema/wire/limits.ts';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type GraphQLSchema, isObjectType, isScalarType, isUnionType } from 'graphql';
import { circularOperations } from '../support/circular-operations.ts';
import { type Attack, operation } from './attack.ts';

/** Attacks that follow from the schemas: what goes round in circles, and what may be asked about everything that has a key. */

const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

/** At each server, the circles of its own schema, every pair of types that holds each other; by the name of the server. */
export function circles(): ReadonlyMap<string, readonly Attack[]> {
  const own = readSubgraphSchemas().map(({ name, typeDefs }) => [name, buildSubgraphSchema({ typeDefs })] as const);
  return new Map([['gateway', api] as const, ...own].map(([name, schema]) => [name, circlesOf(schema)]));
}

function circlesOf(schema: GraphQLSchema): readonly Attack[] {
  return circularOperations(schema).map(({ name, query }) =>
    operation(`the circle of ${name}`, query, { outcome: 'OPERATION_TOO_LARGE' }),
  );
}

/** For each agency, as many entities of each of its kinds as may be asked about, known, unknown and malformed, by its name. */
export function entities(): ReadonlyMap<string, readonly Attack[]> {
  return new Map(
    readSubgraphSchemas().map(({ name, typeDefs }) => {
      const schema = buildSubgraphSchema({ typeDefs });
      return [name, [...entitiesOf(schema), ...wrongKinds(schema)]];
    }),
  );
}

const keys = [
  ['known', () => 'E09000012'],
  ['unknown', (at: number) => `E05${String(at).padStart(6, '0')}`],
  ['malformed', (at: number) => `<${at}>`],
  ['long', (at: number) => `${at}${'x'.repeat(40)}`],
] as const;

/** Variables of the wrong kind, where an agency takes them: more than it tells of. */
function wrongKinds(schema: GraphQLSchema): readonly Attack[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots
    .filter(({ type }) => String(type) === 'Agency')
    .map(({ name }) =>
      operation(
        `7,000 indicators for ${name} that are none`,
        `query ($ids: [ID!]!) { ${name} { series(indicators: $ids) { hasNextPage } } }`,
        { outcome: 'BAD_USER_INPUT', variables: { ids: Array.from({ length: 7_000 }, () => ({})) } },
      ),
    );
}

function entitiesOf(schema: GraphQLSchema): readonly Attack[] {
  const union = schema.getType('_Entity');
  const kinds = isUnionType(union) ? union.getTypes() : [];
  return kinds.flatMap((kind) =>
    keys.map(([what, write]) => {
      const plain = Object.values(kind.getFields()).filter(({ type, args }) => args.length === 0 && isPlain(type));
      const fields = plain.map((field) => field.name).join(' ');
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${kind.name} { __typename ${fields} } } }`;
      const representations = Array.from({ length: maxRepresentations }, (_, at) => {
        const key = write(at);
        return { __typename: kind.name, id: key, link: key, code: key };
      });
      return operation(`${maxRepresentations} of ${kind.name}, ${what}`, query, {
        outcome: 'bounded',
        variables: { representations },
      });
    }),
  );
}

function isPlain(type: unknown): boolean {
  const named = typeof type === 'object' && type !== null && 'ofType' in type ? type.ofType : type;
  return isScalarType(named) && !isObjectType(named);
}

import { Kind, type ObjectTypeDefinitionNode } from 'graphql';
import type { SubgraphSchema } from '../subgraph-schema.ts';
import { indicatorTypeOf } from './indicator-type.ts';

/*
 * One agency, that of the local authorities, points at indicators of all agencies by `union MeasuredBy`. For a subgraph to name
 * another's type it has to declare a reference to it. Both are written here, from what the agencies measure: a new agency is a
 * member without anybody's naming it.
 */

/** A schema of an agency, and what it measures. */
export type Measuring = Pick<SubgraphSchema, 'agency' | 'own'>;

/** The lines of a `schema.graphql` between which the block stands. Whoever has them points at indicators of all agencies. */
const begin = '# begin: references to the indicators of all agencies, written by `npm run compose`';
const end = '# end: references to the indicators of all agencies';
const block = new RegExp(`^${begin}\n[^]*?^${end}$`, 'm');

/** Prettier's, which formats the file. */
const lineWidth = 120;

/** Whether a schema points at the indicators of all agencies. Never throws. */
export function hasIndicatorReferences(schemaText: string): boolean {
  return block.test(schemaText);
}

/**
 * The text of an agency's schema with the block as it has to be: a reference to the indicator type of each other agency, and
 * the union of them all, in the order of the agencies' ports. A text without the block stays as it is.
 *
 * @throws {Error} when an agency has not one type of indicators.
 */
export function withIndicatorReferences(name: string, schemaText: string, agencies: readonly Measuring[]): string {
  const types = byPort(agencies).map((each) => ({ name: each.agency.name, type: typeOf(each) }));
  const references = types.filter((each) => each.name !== name).map(({ type }) => printReference(type));
  const written = [begin, ...references, printUnion(types.map(({ type }) => type.name.value)), end].join('\n');
  return schemaText.replace(block, () => written);
}

/**
 * A TypeScript module that says which type stands for the indicators of which agency, for the resolver of the union.
 *
 * @throws {Error} when an agency has not one type of indicators.
 */
export function printIndicatorTypes(agencies: readonly Measuring[]): string {
  const entries = byPort(agencies).map((each) => `  '${each.agency.name}': '${typeOf(each).name.value}',`);
  return [
    '// Generated from the schemas of all agencies by `npm run compose`: do not edit.',
    '',
    '/** The type of the indicators of each agency, by its name in the supergraph. */',
    'export const indicatorTypes = {',
    ...entries,
    '} as const;',
    '',
  ].join('\n');
}

const byPort = (agencies: readonly Measuring[]) =>
  agencies.toSorted((one, other) => one.agency.port - other.agency.port);

const typeOf = ({ agency, own }: Measuring) => indicatorTypeOf(agency.name, own);

function printReference(type: ObjectTypeDefinitionNode): string {
  const [id, link] = ['id', 'link'].map((key) => type.fields?.find(({ name }) => name.value === key));
  return [
    // The same words as in the owner's schema: composition refuses two descriptions of one type.
    printDescription(type, ''),
    `type ${type.name.value} @key(fields: "id", resolvable: false) @key(fields: "link", resolvable: false) {`,
    // An id says nothing of the narrowing: for the owner to be asked by the link, the id has to be asked of the owner, too.
    printDescription(id, '  '),
    '  id: ID! @external',
    printDescription(link, '  '),
    '  link: ID! @inaccessible',
    '}',
    '',
  ].join('\n');
}

function printDescription(node: Pick<ObjectTypeDefinitionNode, 'description'> | undefined, indent: string): string {
  const { value = '', block: isBlock = false } = node?.description ?? { kind: Kind.STRING };
  if (!isBlock) return `${indent}${JSON.stringify(value)}`;
  return ['"""', ...value.split('\n'), '"""'].map((line) => indent + line).join('\n');
}

function printUnion(members: readonly string[]): string {
  const description = '"An indicator of any agency that measures what a framework or a priority names."';
  const oneLine = `union MeasuredBy = ${members.join(' | ')}`;
  const lines = oneLine.length <= lineWidth ? oneLine : ['union MeasuredBy =', ...members].join('\n  | ');
  return `${description}\n${lines}`;
}

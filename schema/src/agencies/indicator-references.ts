import {
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type StringValueNode,
} from 'graphql';
import { readCoreSchema, type SubgraphSchema } from '../subgraph-schema.ts';
import { type AgencyInterface, indicatorTypeOf, ownTypeOf } from './own-type.ts';

/*
 * One agency, that of the local authorities, points at what all agencies have: at indicators by `union MeasuredBy`, and at indicators,
 * datasets and catalogues where a question does not say whose they are. For a subgraph to name another's type it has to declare a
 * reference to it. All are written here, from the schemas of the agencies: a new agency is among them without anybody's naming it.
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
  if (!hasIndicatorReferences(schemaText)) return schemaText;
  const sorted = byPort(agencies);
  const references = sorted.filter(({ agency }) => agency.name !== name).flatMap(printReferences);
  const union = printUnion(sorted.map((each) => typeOf(each).name.value));
  const written = [begin, printAnyIndicator(), ...references, union, end].join('\n');
  return schemaText.replace(block, () => written);
}

/**
 * The text of the gateway's own schema with the block as it has to be: the indicator types of all agencies as far as it points at them,
 * and the union of them all. A text without the block stays as it is.
 *
 * @throws {Error} when an agency has not one type of indicators.
 */
export function withSearchReferences(schemaText: string, agencies: readonly Measuring[]): string {
  const types = byPort(agencies).map(typeOf);
  const union = printUnion(types.map(({ name }) => name.value));
  return schemaText.replace(block, () => [begin, ...types.map(printPointer), union, end].join('\n'));
}

/** A reference to an indicator by its link alone. */
function printPointer(type: ObjectTypeDefinitionNode): string {
  const [id, link] = ['id', 'link'].map((key) => type.fields?.find(({ name }) => name.value === key));
  return [
    printDescription(type, ''),
    `type ${type.name.value} @key(fields: "id", resolvable: false) @key(fields: "link", resolvable: false) {`,
    // As above: for the owner to be asked by the link, the id has to be asked of the owner, too.
    printDescription(id, '  '),
    '  id: ID! @external',
    printDescription(link, '  '),
    '  link: ID! @inaccessible',
    '}',
    '',
  ].join('\n');
}

/**
 * A TypeScript module that says which type stands for the indicators of which agency, for the resolver of the union.
 *
 * @throws {Error} when an agency has not one type of indicators.
 */
export function printIndicatorTypes(agencies: readonly Measuring[]): string {
  const entryFor =
    (implemented: AgencyInterface) =>
    ({ agency, own }: Measuring) =>
      `  '${agency.name}': '${ownTypeOf(agency.name, own, implemented).name.value}',`;
  return [
    '// Generated from the schemas of all agencies by `npm run compose`: do not edit.',
    '',
    '/** The type of the indicators of each agency, by its name in the supergraph. */',
    'export const indicatorTypes = {',
    ...byPort(agencies).map(entryFor('Indicator')),
    '} as const;',
    '',
    '/** The type of its datasets. */',
    'export const datasetTypes = {',
    ...byPort(agencies).map(entryFor('AnyDataset')),
    '} as const;',
    '',
    '/** The type of its catalogue. */',
    'export const catalogueTypes = {',
    ...byPort(agencies).map(entryFor('AgencyCatalogue')),
    '} as const;',
    '',
  ].join('\n');
}

const byPort = (agencies: readonly Measuring[]) =>
  agencies.toSorted((one, other) => one.agency.port - other.agency.port);

const typeOf = ({ agency, own }: Measuring) => indicatorTypeOf(agency.name, own);

/** The interface of the core by which this agency alone knows every indicator, as one of its own. */
function printAnyIndicator(): string {
  const fields = fieldsOf('Indicator').map((field) => indented(sourceOf(field)));
  return [
    '"An indicator of any agency, for whoever knows its id and not whose it is."',
    'interface AnyIndicator {',
    ...fields,
    '}',
    '',
  ].join('\n');
}

function printReferences(agency: Measuring): readonly string[] {
  const type = (implemented: AgencyInterface) => ownTypeOf(agency.agency.name, agency.own, implemented);
  return [
    printIndicator(type('Indicator')),
    printEntity(type('AnyDataset'), 'AnyDataset'),
    printEntity(type('AgencyCatalogue'), 'AgencyCatalogue'),
  ];
}

function printIndicator(type: ObjectTypeDefinitionNode): string {
  const link = type.fields?.find(({ name }) => name.value === 'link');
  return [
    // The same words as in the owner's schema: composition refuses two descriptions of one type.
    printDescription(type, ''),
    `type ${type.name.value} implements AnyIndicator`,
    '  @key(fields: "id", resolvable: false)',
    '  @key(fields: "link", resolvable: false) {',
    printDescription(link, '  '),
    '  link: ID! @inaccessible',
    // An id says nothing of the narrowing: for the owner to be asked by the link, the id has to be asked of the owner, too.
    ...fieldsOf('Indicator').map(printExternal),
    '}',
    '',
  ].join('\n');
}

function printEntity(type: ObjectTypeDefinitionNode, implemented: AgencyInterface): string {
  const [id, ...others] = fieldsOf(implemented);
  return [
    printDescription(type, ''),
    `type ${type.name.value} implements ${implemented} @key(fields: "id", resolvable: false) {`,
    ...(id === undefined ? [] : [indented(withoutDirectives(id))]),
    ...others.map(printExternal),
    '}',
    '',
  ].join('\n');
}

const printExternal = (field: FieldDefinitionNode) => `${indented(withoutDirectives(field))} @external`;

/** The fields of an interface of the core. */
function fieldsOf(name: string): readonly FieldDefinitionNode[] {
  const found = readCoreSchema().definitions.find(
    (node): node is InterfaceTypeDefinitionNode =>
      node.kind === Kind.INTERFACE_TYPE_DEFINITION && node.name.value === name,
  );
  return found?.fields ?? [];
}

/** A field as its file writes it. */
const sourceOf = ({ loc }: FieldDefinitionNode) => loc?.source.body.slice(loc.start, loc.end) ?? '';
const withoutDirectives = ({ loc, type }: FieldDefinitionNode) =>
  loc?.source.body.slice(loc.start, type.loc?.end ?? loc.end) ?? '';
/** Lines after the first stand where their file has them. */
const indented = (text: string) => `  ${text}`;

function printDescription(
  node: { readonly description?: StringValueNode | undefined } | undefined,
  indent: string,
): string {
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

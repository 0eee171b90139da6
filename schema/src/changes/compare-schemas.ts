import { type DocumentNode, Kind, print, type TypeDefinitionNode } from 'graphql';
import { listElements, type SchemaElement } from '../elements.ts';
import type { ChangeReach, SchemaChange } from './schema-change.ts';
import { isGivable, isReadable, isSameButForNull, isSameButForNulls } from './type-changes.ts';

type Elements = ReadonlyMap<string, SchemaElement>;

/**
 * What differs between two schemas as clients see them: what is gone first, then what is other, then what has come, each in the order
 * of its schema. What lies within something that is gone, or has come, is not listed by itself. Never throws.
 */
export function compareSchemas(before: DocumentNode, after: DocumentNode): readonly SchemaChange[] {
  const [old, next] = [byCoordinate(before), byCoordinate(after)];
  const gone = missingFrom(next, old).map((element) => describeGone(element));
  const changed = [...old].flatMap(([coordinate, element]) => {
    const counterpart = next.get(coordinate);
    return counterpart === undefined ? [] : compareElements(element, counterpart);
  });
  return [...gone, ...changed, ...missingFrom(old, next).map(describeNew)];
}

function byCoordinate(document: DocumentNode): Elements {
  return new Map(listElements(document).map((element) => [element.coordinate, element]));
}

/** Those of `all` that `elements` lacks, though it has what they belong to, of the same kind. */
function missingFrom(elements: Elements, all: Elements): readonly SchemaElement[] {
  return [...all.values()].filter(({ coordinate }) => {
    if (elements.has(coordinate)) return false;
    const owner = ownerOf(coordinate);
    return owner === null || elements.get(owner)?.node.kind === all.get(owner)?.node.kind;
  });
}

/** What a member belongs to: `Area.crime` for `Area.crime(offence:)`, `Area` for that; null for a type. */
export function ownerOf(coordinate: string): string | null {
  const end = coordinate.includes('(') ? coordinate.indexOf('(') : coordinate.indexOf('.');
  return end < 0 ? null : coordinate.slice(0, end);
}

function describeGone({ coordinate, kind }: SchemaElement): SchemaChange {
  return breaking(coordinate, kind === 'field' || kind === 'type' ? 'users' : 'givers', 'is gone');
}

function describeNew({ coordinate, kind, node }: SchemaElement): SchemaChange {
  if ((kind === 'argument' || kind === 'inputField') && isRequired(node))
    return breaking(coordinate, 'withholders', `is new, and has to be given: ${print(node.type)}`);
  if (kind === 'enumValue') return dangerous(coordinate, 'is new: who reads the values of its enum meets one more');
  return safe(coordinate, 'is new');
}

type Input = Extract<SchemaElement, { readonly kind: 'argument' | 'inputField' }>['node'];

const isRequired = ({ type, defaultValue }: Input): boolean =>
  type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;

function compareElements(before: SchemaElement, after: SchemaElement): readonly SchemaChange[] {
  const { coordinate } = before;
  return [
    ...compareMeaning(before, after),
    ...(textOf(before) === textOf(after) ? [] : [safe(coordinate, 'is described in other words')]),
    ...compareDeprecation(before, after),
  ];
}

function compareMeaning(before: SchemaElement, after: SchemaElement): readonly SchemaChange[] {
  if (before.kind === 'type' && after.kind === 'type') return compareTypes(before.node, after.node);
  if (before.kind === 'field' && after.kind === 'field') return compareFields(before, after);
  if (before.node.kind === Kind.INPUT_VALUE_DEFINITION && after.node.kind === Kind.INPUT_VALUE_DEFINITION)
    return compareInputs(before.coordinate, before.node, after.node);
  return before.kind === after.kind ? [] : [breaking(before.coordinate, 'users', 'is of another kind')];
}

type Field = Extract<SchemaElement, { readonly kind: 'field' }>;

function compareFields({ coordinate, node: { type: old } }: Field, { node: { type: next } }: Field): SchemaChange[] {
  if (print(old) === print(next)) return [];
  if (isReadable(old, next)) return [safe(coordinate, `may be null less often: ${print(old)} is ${print(next)} now`)];
  const what = isReadable(next, old) ? 'may be null now' : 'is of another type';
  return [breaking(coordinate, 'users', `${what}: ${print(old)} is ${print(next)} now`)];
}

function compareInputs(coordinate: string, before: Input, after: Input): readonly SchemaChange[] {
  const turn = `${print(before.type)} is ${print(after.type)} now`;
  if (isRequired(after) && before.defaultValue !== undefined)
    return [breaking(coordinate, 'withholders', `has to be given now, and was ${print(before.defaultValue)} without`)];
  if (!isGivable(before.type, after.type)) {
    if (!isSameButForNulls(before.type, after.type))
      return [breaking(coordinate, 'givers', `is of another type: ${turn}`)];
    if (!isSameButForNull(before.type, after.type))
      return [breaking(coordinate, 'misgivers', `may not hold null now: ${turn}`)];
    // Who leaves out what has a default gets it, as before.
    if (after.defaultValue === undefined) return [breaking(coordinate, 'withholders', `may not be null now: ${turn}`)];
    return [dangerous(coordinate, `may not be given as null now: ${turn}`)];
  }
  const defaults = [before, after].map(({ defaultValue }) => (defaultValue ? print(defaultValue) : 'nothing'));
  return [
    ...(print(before.type) === print(after.type) ? [] : [safe(coordinate, `takes more: ${turn}`)]),
    ...(defaults[0] === defaults[1]
      ? []
      : [dangerous(coordinate, `is ${defaults[1] ?? ''} where it is left out, and was ${defaults[0] ?? ''}`)]),
  ];
}

function compareTypes(before: TypeDefinitionNode, after: TypeDefinitionNode): readonly SchemaChange[] {
  const coordinate = before.name.value;
  if (before.kind !== after.kind) return [breaking(coordinate, 'users', 'is of another kind')];
  const [old, next] = [relationsOf(before), relationsOf(after)];
  return [
    ...old
      .filter((each) => !next.includes(each))
      .map((each) => ({
        ...breaking(coordinate, 'users', each.replace(' ', ' no more ')),
        // Who asks for all that is there gets what is left.
        besides: each.split(' ').at(-1) ?? each,
      })),
    ...next
      .filter((each) => !old.includes(each))
      .map((each) => dangerous(coordinate, `${each}, which who asks by kinds has not met`)),
  ];
}

function relationsOf(type: TypeDefinitionNode): readonly string[] {
  const interfaces = 'interfaces' in type ? (type.interfaces ?? []) : [];
  const members = 'types' in type ? (type.types ?? []) : [];
  return [
    ...interfaces.map(({ name }) => `implements ${name.value}`),
    ...members.map(({ name }) => `holds ${name.value}`),
  ];
}

function compareDeprecation(before: SchemaElement, after: SchemaElement): readonly SchemaChange[] {
  const [was, is] = [before, after].map(({ node }) => node.directives?.some(({ name }) => name.value === 'deprecated'));
  if (was === is) return [];
  return [safe(before.coordinate, is === true ? 'is deprecated' : 'is deprecated no more')];
}

const textOf = ({ node }: SchemaElement): string => node.description?.value ?? '';

const breaking = (coordinate: string, reach: ChangeReach, message: string): SchemaChange => ({
  coordinate,
  weight: 'breaking',
  reach,
  message,
});
const dangerous = (coordinate: string, message: string): SchemaChange => ({
  coordinate,
  weight: 'dangerous',
  reach: 'users',
  message,
});
const safe = (coordinate: string, message: string): SchemaChange => ({
  coordinate,
  weight: 'safe',
  reach: 'users',
  message,
});

import { Kind, print, type TypeNode } from 'graphql';
import {
  type ComposedSchema,
  directivesOf,
  type FieldElement,
  fieldsIn,
  isAnswered,
  isKeyField,
  keysOf,
} from './federation-fields.ts';

/**
 * A sentence for each field by which an outage of one agency would erase what others know:
 *
 * - one that the subgraph adds to a thing of another agency, or takes over from it, and that may not be null;
 * - one that is a thing of another agency, and may not be null: it is null when nothing of that thing can be had.
 *
 * Whose a thing is, is told by what was published: theirs who had fields of it before that may not be null, or who alone have it, or lead
 * to it from the root.
 *
 * @param before - The subgraph as it is published; null where it is new.
 */
export function findErasing(
  before: ComposedSchema | null,
  after: ComposedSchema,
  others: readonly ComposedSchema[],
): readonly string[] {
  const isForeign = foreignTo(before, after, others);
  const known = new Set(others.flatMap(({ typeDefs }) => fieldsIn(typeDefs).filter(isAnswered).map(coordinateOf)));
  const isShared = (field: FieldElement) =>
    known.has(field.coordinate) && directivesOf(field.node, 'override').length === 0;
  return fieldsIn(after.typeDefs)
    .filter((field) => isAnswered(field) && isNonNull(field) && !isShared(field))
    .flatMap((field) => [
      ...describeAdded(after.name, field, isForeign),
      ...describeThing(after.name, field, isForeign),
    ]);
}

type IsForeign = (type: string) => boolean;

function describeAdded(
  name: string,
  { coordinate, node, parent }: FieldElement,
  isForeign: IsForeign,
): readonly string[] {
  const type = parent.name.value;
  if (keysOf(parent).length === 0 || isKeyField(parent, node.name.value) || !isForeign(type)) return [];
  return [
    `[${name}] ${coordinate} is ${print(node.type)}, and ${type} belongs to another agency: let it be null, or all of that is lost while ${name} is down.`,
  ];
}

function describeThing(name: string, { coordinate, node }: FieldElement, isForeign: IsForeign): readonly string[] {
  const type = namedType(node.type);
  if (!isForeign(type)) return [];
  return [
    `[${name}] ${coordinate} is ${print(node.type)}, and ${type} belongs to another agency: let it be null, or what it stands in is lost while that agency is down.`,
  ];
}

/** Which things are others'. */
function foreignTo(before: ComposedSchema | null, after: ComposedSchema, others: readonly ComposedSchema[]): IsForeign {
  const published = before === null ? [] : [before];
  const held = new Set(others.flatMap(thingsIn));
  const foreignObjects = new Set(fieldsIn(after.typeDefs).filter(isInterfaceObject).map(typeOf));
  const [had, hadFirm] = [new Set(published.flatMap(thingsIn)), new Set(published.flatMap(firmThingsIn))];
  const [otherFirm, otherRoots] = [new Set(others.flatMap(firmThingsIn)), new Set(others.flatMap(rootTypesIn))];
  const roots = new Set(published.flatMap(rootTypesIn));
  return (type) => {
    if (!held.has(type)) return false;
    if (foreignObjects.has(type) || !had.has(type)) return true;
    if (hadFirm.has(type)) return false;
    return otherFirm.has(type) || otherRoots.has(type) || !roots.has(type);
  };
}

/** The things with a key of which a subgraph answers for more than the key. */
function thingsIn({ typeDefs }: ComposedSchema): readonly string[] {
  return fieldsOfThings(typeDefs).map(typeOf);
}

/** Those of which a field may not be null. */
function firmThingsIn({ typeDefs }: ComposedSchema): readonly string[] {
  return fieldsOfThings(typeDefs).filter(isNonNull).map(typeOf);
}

const fieldsOfThings = (document: ComposedSchema['typeDefs']): readonly FieldElement[] =>
  fieldsIn(document).filter(
    (field) => keysOf(field.parent).length > 0 && isAnswered(field) && !isKeyField(field.parent, field.node.name.value),
  );

const rootTypesIn = ({ typeDefs }: ComposedSchema): readonly string[] =>
  fieldsIn(typeDefs)
    .filter(({ parent }) => parent.name.value === 'Query')
    .map(({ node }) => namedType(node.type));

const isInterfaceObject = ({ parent }: FieldElement): boolean => directivesOf(parent, 'interfaceObject').length > 0;
const isNonNull = ({ node }: FieldElement): boolean => node.type.kind === Kind.NON_NULL_TYPE;
const typeOf = ({ parent }: FieldElement): string => parent.name.value;
const coordinateOf = ({ coordinate }: FieldElement): string => coordinate;
const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

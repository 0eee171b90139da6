import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import {
  type AccessDirective,
  accessDirectives,
  argumentOf,
  findAccessDirectives,
  UnenforceableError,
} from './access-links.ts';
import { allOf, type Alternatives, isKnownPolicy, isSame, type Requirement } from './requirement.ts';

/** What the fields and types of a supergraph ask of whoever is to see them. */
export interface AccessRules {
  /** What a field of an object asks, its own type and what it gives included, unless that is of several kinds; null where it asks nothing. */
  readonly ofField: (typeName: string, fieldName: string) => Requirement | null;
  /** What an object of a type asks; null where it asks nothing. */
  readonly ofType: (typeName: string) => Requirement | null;
}

interface Elements {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;
}

/**
 * The rules of a supergraph; null where it has none.
 *
 * @throws {UnenforceableError} where it has one that could not be enforced.
 */
export function readAccessRules(document: DocumentNode, schema: GraphQLSchema): AccessRules | null {
  const names = findAccessDirectives(document);
  for (const name of names.keys())
    if (!document.definitions.some((node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === name))
      throw new UnenforceableError(
        `The supergraph links @${name} and does not define it, so that nothing says what it protects`,
      );
  const own = readOwnRules(schema, names);
  return own.size === 0 ? null : new RulesOfSchema(schema, own);
}

function readOwnRules(
  schema: GraphQLSchema,
  names: ReadonlyMap<string, AccessDirective>,
): ReadonlyMap<string, Requirement> {
  const own = new Map<string, Requirement>();
  const read = (coordinate: string, element: Elements) => {
    const requirement = readRequirement(coordinate, element.astNode?.directives ?? [], names);
    if (requirement !== null) own.set(coordinate, requirement);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    read(type.name, type);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) read(`${type.name}.${field.name}`, field);
  }
  return own;
}

function readRequirement(
  coordinate: string,
  directives: readonly ConstDirectiveNode[],
  names: ReadonlyMap<string, AccessDirective>,
): Requirement | null {
  const requirements = directives.flatMap((directive) => {
    const name = directive.name.value;
    const kind = names.get(name);
    if (kind === undefined && accessDirectives.some((each) => each === name))
      throw new UnenforceableError(`${coordinate} has @${name}, which the supergraph does not link`);
    return kind === undefined ? [] : [requirementOf(coordinate, directive, kind)];
  });
  return allOf(requirements);
}

function requirementOf(coordinate: string, directive: ConstDirectiveNode, kind: AccessDirective): Requirement {
  const nothing = { scopes: null, policies: null };
  if (kind === 'authenticated') return nothing;
  const argument = kind === 'requiresScopes' ? 'scopes' : 'policies';
  const alternatives = readAlternatives(argumentOf(directive, argument));
  if (alternatives === null)
    throw new UnenforceableError(
      `${coordinate} has @${directive.name.value} without lists of texts as its "${argument}"`,
    );
  const unknown = kind === 'policy' ? alternatives.flat().find((policy) => !isKnownPolicy(policy)) : undefined;
  if (unknown !== undefined)
    throw new UnenforceableError(
      `${coordinate} asks for the policy "${unknown}", which nobody can decide here: expected purpose:…, organisation:… or role:…`,
    );
  return { ...nothing, [argument]: alternatives };
}

function readAlternatives(value: ConstValueNode | undefined): Alternatives | null {
  if (value?.kind !== Kind.LIST) return null;
  const lists = value.values.map((list) => {
    const texts =
      list.kind === Kind.LIST ? list.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : [])) : [];
    return list.kind === Kind.LIST && texts.length === list.values.length ? texts : null;
  });
  return lists.every((list) => list !== null) ? lists : null;
}

/**
 * Rules are of objects. What composition says of an interface is what all of its objects ask together, and tells nothing about one of them;
 * what it says beyond that, as other composers do, is asked of each of its objects.
 */
class RulesOfSchema implements AccessRules {
  readonly #schema: GraphQLSchema;
  readonly #own: ReadonlyMap<string, Requirement>;
  readonly #fields = new Map<string, Requirement | null>();

  constructor(schema: GraphQLSchema, own: ReadonlyMap<string, Requirement>) {
    this.#schema = schema;
    this.#own = own;
  }

  readonly ofType = (typeName: string): Requirement | null => {
    const type = this.#schema.getType(typeName);
    return isObjectType(type) ? this.#withInterfaces(type, '') : (this.#own.get(typeName) ?? null);
  };

  readonly ofField = (typeName: string, fieldName: string): Requirement | null => {
    const coordinate = `${typeName}.${fieldName}`;
    const known = this.#fields.get(coordinate);
    if (known !== undefined) return known;
    const requirement = this.#readField(typeName, fieldName);
    this.#fields.set(coordinate, requirement);
    return requirement;
  };

  #readField(typeName: string, fieldName: string): Requirement | null {
    const type = this.#schema.getType(typeName);
    if (!isObjectType(type)) return null;
    const given = type.getFields()[fieldName];
    const of = given === undefined ? null : getNamedType(given.type);
    const all = [
      this.ofType(typeName),
      this.#withInterfaces(type, `.${fieldName}`),
      of === null ? null : this.#ofGiven(of),
    ];
    return allOf(all.filter((each) => each !== null));
  }

  /** What gives several kinds of objects is decided for each of them. */
  #ofGiven(type: GraphQLNamedType): Requirement | null {
    return isAbstractType(type) ? null : this.ofType(type.name);
  }

  #withInterfaces(type: GraphQLObjectType, rest: string): Requirement | null {
    const wider = type.getInterfaces().flatMap(({ name }) => this.#beyondObjects(name, rest) ?? []);
    return allOf([...this.#ownOf(type.name + rest), ...wider]);
  }

  #ownOf(coordinate: string): readonly Requirement[] {
    const own = this.#own.get(coordinate);
    return own === undefined ? [] : [own];
  }

  /** What is said of an interface that its objects do not say; null where they say all of it. */
  #beyondObjects(name: string, rest: string): Requirement | null {
    const own = this.#own.get(name + rest) ?? null;
    const type = this.#schema.getType(name);
    if (own === null || !isInterfaceType(type)) return null;
    const objects = this.#schema.getPossibleTypes(type).flatMap((each) => this.#ownOf(each.name + rest));
    return isSame(own, allOf(objects)) ? null : own;
  }
}

import type { Viewer } from '@boroughgraph/schema/wire/viewer.ts';
import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { AccessRules } from './access-rules.ts';
import { isMetBy, type Requirement } from './requirement.ts';

/** What one caller may see of a schema, decided for one kind of object at a time. */
export class CallerAccess {
  readonly #rules: AccessRules;
  readonly #schema: GraphQLSchema;
  readonly #viewer: Viewer;
  readonly #decided = new Map<string, boolean>();
  /** The coordinates of what is not for everybody and was decided, of fields, and whether the caller may see it. */
  readonly decisions = new Map<string, boolean>();

  constructor(rules: AccessRules, schema: GraphQLSchema, viewer: Viewer) {
    this.#rules = rules;
    this.#schema = schema;
    this.#viewer = viewer;
  }

  /** Whether objects of a type may be seen at all. */
  maySee(typeName: string): boolean {
    return this.#decide(typeName, () => this.#rules.ofType(typeName));
  }

  /** Whether a field of an object may be seen: of several kinds of objects that it may give, one at least. */
  maySeeField(type: GraphQLObjectType, fieldName: string): boolean {
    const isMet = this.#decide(`${type.name}.${fieldName}`, () => this.#rules.ofField(type.name, fieldName));
    const field = type.getFields()[fieldName];
    const given = field === undefined ? null : getNamedType(field.type);
    if (!isMet || given === null || !isAbstractType(given)) return isMet;
    return this.objectsOf(given).some(({ name }) => this.maySee(name));
  }

  /** The kinds of objects that a value of a type may be. */
  objectsOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
  }

  #decide(coordinate: string, find: () => Requirement | null): boolean {
    const known = this.#decided.get(coordinate);
    if (known !== undefined) return known;
    const requirement = find();
    const isMet = requirement === null || isMetBy(requirement, this.#viewer);
    this.#decided.set(coordinate, isMet);
    if (requirement !== null) this.decisions.set(coordinate, isMet);
    return isMet;
  }
}

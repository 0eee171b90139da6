import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { AnswerPath } from './answer.ts';
import { readParts } from './document-parts.ts';
import type { FieldAgencies } from './field-agencies.ts';
import type { Operation } from './operation.ts';

/** What operations are read with. */
export interface AskedParts {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly agencies: FieldAgencies;
}

/** A field of an operation, or its root. */
interface Place extends FieldValue {
  /** The name that its value has in the answer. */
  readonly key: string;
  readonly selectionSet: SelectionSetNode | undefined;
  /** The agencies that answer for it. */
  readonly agencies: ReadonlySet<string>;
  /** Whether a fragment on one of several kinds is around it. */
  readonly isOfKind: boolean;
  /** Whether a variable decides on it, or on something around it. */
  readonly isOpen: boolean;
}

interface FieldValue {
  /** What the value is, or the members of it are; undefined for `__typename`, which no type lists. */
  readonly type: GraphQLNamedType | undefined;
  readonly isNonNull: boolean;
  /** Whether a member that may not be null takes its list along; true for what is no list. */
  readonly hasNonNullItems: boolean;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * What an operation asks for at the paths of its answer, whatever types are there. What is skipped is not asked for;
 * `__typename` is a value.
 */
export class AskedFields {
  readonly #parts: AskedParts;
  readonly #values: Values;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** By the names of their paths; at first the root alone. */
  readonly #known: Map<string, readonly Place[]>;

  /** @throws {GraphQLError} when the operation is not GraphQL. */
  constructor(parts: AskedParts, { query, variables }: Operation) {
    const { operations, fragments } = readParts(parse(query, { noLocation: true }));
    this.#parts = parts;
    this.#values = { ...readDefaults(operations), ...variables };
    this.#fragments = fragments;
    const value = { type: parts.schema.getQueryType() ?? undefined, isNonNull: false, hasNonNullItems: true };
    const root = { ...value, key: '', agencies: new Set<string>(), isOfKind: false, isOpen: false };
    this.#known = new Map([['', operations.map(({ selectionSet }) => ({ ...root, selectionSet }))]]);
  }

  /** The agency that alone knows the kinds of areas. */
  get areaOwner(): string {
    return this.#parts.agencies.areaOwner;
  }

  /** Whether any value is asked for at a path or inside it: where none is, an object would come back empty. */
  isAnythingAt(path: AnswerPath): boolean {
    return this.#placesAt(path).some((place) => this.#isValue(place));
  }

  /** The agencies that answer for the value at a path itself. */
  ownersAt(path: AnswerPath): ReadonlySet<string> {
    return new Set(this.#placesAt(path).flatMap(({ agencies }) => [...agencies]));
  }

  /** The agencies without which the value at a path may be null: its own, and those of what may not be null inside it. */
  agenciesOfNullAt(path: AnswerPath): ReadonlySet<string> {
    return new Set(this.#placesAt(path).flatMap((place) => this.#agenciesOfNull(place)));
  }

  /** The agencies without which the value at a path, or something inside it, may be missing. */
  agenciesAt(path: AnswerPath): ReadonlySet<string> {
    return new Set(this.#placesAt(path).flatMap((place) => this.#agenciesIn(place)));
  }

  /** Whether the objects at a path are areas. */
  isAreaAt(path: AnswerPath): boolean {
    return this.#placesAt(path).some(({ type }) => this.#parts.agencies.isArea(type));
  }

  /** Whether areas are asked for at a path or inside it. */
  hasAreaIn(path: AnswerPath): boolean {
    return this.#placesAt(path).some((place) => this.#hasArea(place));
  }

  /** Whether the kind of an area at a path decides if it has a field: whether all that asks for it names a kind. */
  isOfKind(path: AnswerPath, key: string): boolean {
    const asked = this.#placesAt([...path, key]);
    return asked.length > 0 && asked.every(({ isOfKind }) => isOfKind);
  }

  /** Whether a variable decides on some of the fields of the objects at a path, as they stand in one place or in several. */
  isPartlyOpen(path: AnswerPath): boolean {
    return this.#placesAt(path).some((place) => this.#fieldsIn(place).some(({ isOpen }) => isOpen));
  }

  #placesAt(path: AnswerPath): readonly Place[] {
    const names = path.filter((step) => typeof step === 'string');
    const text = names.join('.');
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const around = this.#placesAt(names.slice(0, -1));
    const places = around.flatMap((place) => this.#fieldsIn(place)).filter(({ key }) => key === names.at(-1));
    this.#known.set(text, places);
    return places;
  }

  /** The fields that are not skipped, those of fragments included. */
  #fieldsIn(place: Place): readonly Place[] {
    return this.#collect(place.selectionSet, { ...place, isOfKind: false });
  }

  #collect(set: SelectionSetNode | undefined, within: Place): readonly Place[] {
    return (set?.selections ?? []).flatMap((selection) => {
      if (isSkipped(selection, this.#values)) return [];
      const isOpen = within.isOpen || (selection.directives ?? []).some(isOfVariable);
      if (selection.kind === Kind.FIELD) {
        const { name, alias, selectionSet } = selection;
        const field = name.value;
        const agencies = this.#parts.agencies.of({ type: within.type, field, given: within.agencies });
        return [
          {
            ...within,
            ...describeValue(within.type, field),
            key: (alias ?? name).value,
            selectionSet,
            agencies,
            isOpen,
          },
        ];
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      const condition = fragment?.typeCondition && this.#parts.schema.getType(fragment.typeCondition.name.value);
      const isOfKind = within.isOfKind || isObjectType(condition);
      const type = condition ?? within.type;
      return this.#collect(fragment?.selectionSet, { ...within, type, isOfKind, isOpen });
    });
  }

  #isValue(place: Place): boolean {
    return place.selectionSet ? this.#fieldsIn(place).some((field) => this.#isValue(field)) : true;
  }

  #hasArea(place: Place): boolean {
    return this.#parts.agencies.isArea(place.type) || this.#fieldsIn(place).some((field) => this.#hasArea(field));
  }

  #agenciesIn(place: Place): readonly string[] {
    return [...this.#agenciesOf(place), ...this.#fieldsIn(place).flatMap((field) => this.#agenciesIn(field))];
  }

  #agenciesOfNull(place: Place): readonly string[] {
    const inside = place.hasNonNullItems ? this.#fieldsIn(place).filter(({ isNonNull }) => isNonNull) : [];
    return [...this.#agenciesOf(place), ...inside.flatMap((field) => this.#agenciesOfNull(field))];
  }

  /** Of an area whose kind is not known, nobody can tell what is asked. */
  #agenciesOf({ agencies, type }: Place): readonly string[] {
    return [...agencies, ...(this.#parts.agencies.isArea(type) ? [this.areaOwner] : [])];
  }
}

function readDefaults(operations: readonly OperationDefinitionNode[]): Values {
  const values: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions))
    if (defaultValue) values[variable.name.value] = valueFromASTUntyped(defaultValue);
  return values;
}

function isOfVariable({ arguments: given = [] }: DirectiveNode): boolean {
  return given.some(({ value }) => value.kind === Kind.VARIABLE);
}

function isSkipped(selection: SelectionNode, values: Values): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, selection, values)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, selection, values)?.['if'] === false
  );
}

function describeValue(parent: GraphQLNamedType | undefined, field: string): FieldValue {
  const fields = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields() : {};
  const type = fields[field]?.type;
  if (type === undefined) return { type, isNonNull: true, hasNonNullItems: true };
  const nullable = getNullableType(type);
  const hasNonNullItems = !isListType(nullable) || isNonNullType(nullable.ofType);
  return { type: getNamedType(type), isNonNull: isNonNullType(type), hasNonNullItems };
}

import {
  type ArgumentNode,
  type DocumentNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What an operation uses of a schema, by coordinates. */
export interface OperationUses {
  /** What it asks for and what that is of: `Area`, `Area.crime`; what enums it gives values of, or reads. */
  readonly asked: ReadonlySet<string>;
  /** Arguments and input fields that it gives, and values of enums that it names. */
  readonly given: ReadonlySet<string>;
  /** Arguments and input fields that it leaves out, or gives what may be null. */
  readonly withheld: ReadonlySet<string>;
}

/**
 * What the operations of a document use. Of a list or an object that is a variable, every part counts as given and as left out: nobody
 * knows before it is asked. Never throws; what the schema does not have is not used.
 */
export function readUses(schema: GraphQLSchema, document: DocumentNode): OperationUses {
  const uses = { asked: new Set<string>(), given: new Set<string>(), withheld: new Set<string>() };
  const info = new TypeInfo(schema);
  let declared: readonly VariableDefinitionNode[] = [];
  const reader = new InputReader(uses, (name) => declared.find(({ variable }) => variable.name.value === name));
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: ({ variableDefinitions = [] }) => {
        declared = variableDefinitions;
      },
      InlineFragment: () => {
        addType(uses.asked, info.getType()?.toString());
      },
      FragmentDefinition: () => {
        addType(uses.asked, info.getType()?.toString());
      },
      Field: ({ arguments: given = [] }) => {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (!parent || !field) return;
        const coordinate = `${parent.name}.${field.name}`;
        uses.asked.add(parent.name).add(coordinate).add(getNamedType(field.type).name);
        reader.readArguments(coordinate, field, given);
      },
    }),
  );
  return uses;
}

function addType(asked: Set<string>, name: string | undefined): void {
  if (name !== undefined) asked.add(name.replaceAll(/[[\]!]/g, ''));
}

type Uses = Readonly<Record<keyof OperationUses, Set<string>>>;

/** Reads what is given for arguments and input fields. */
class InputReader {
  readonly #uses: Uses;
  readonly #variableOf: (name: string) => VariableDefinitionNode | undefined;

  constructor(uses: Uses, variableOf: (name: string) => VariableDefinitionNode | undefined) {
    this.#uses = uses;
    this.#variableOf = variableOf;
  }

  readArguments(coordinate: string, field: GraphQLField<unknown, unknown>, given: readonly ArgumentNode[]): void {
    for (const { name, type } of field.args)
      this.#readInput(`${coordinate}(${name}:)`, type, given.find((each) => each.name.value === name)?.value);
  }

  #readInput(coordinate: string, type: GraphQLInputType, value: ValueNode | undefined): void {
    if (value !== undefined) this.#uses.given.add(coordinate);
    if (value === undefined || this.#mayBeNull(value)) this.#uses.withheld.add(coordinate);
    if (value !== undefined) this.#readValue(type, value);
  }

  #mayBeNull(value: ValueNode): boolean {
    if (value.kind === Kind.NULL) return true;
    if (value.kind !== Kind.VARIABLE) return false;
    const declaration = this.#variableOf(value.name.value);
    if (declaration?.type.kind === Kind.NON_NULL_TYPE) return false;
    return declaration?.defaultValue === undefined || declaration.defaultValue.kind === Kind.NULL;
  }

  #readValue(type: GraphQLInputType, value: ValueNode): void {
    if (isNonNullType(type)) {
      this.#readValue(type.ofType, value);
      return;
    }
    if (isListType(type)) {
      const values = value.kind === Kind.LIST ? value.values : [value];
      for (const each of values) this.#readValue(type.ofType, each);
      return;
    }
    this.#uses.asked.add(type.name);
    if (isInputObjectType(type))
      for (const [name, field] of Object.entries(type.getFields())) {
        const own = value.kind === Kind.OBJECT ? value.fields.find((each) => each.name.value === name)?.value : value;
        this.#readInput(`${type.name}.${name}`, getNamedType(field.type), value.kind === Kind.OBJECT ? own : undefined);
        // A variable may hold it or not.
        if (value.kind === Kind.VARIABLE) this.#uses.given.add(`${type.name}.${name}`);
      }
    if (isEnumType(type)) this.#readEnum(type.name, type.getValues(), value);
  }

  #readEnum(type: string, values: readonly { readonly name: string }[], value: ValueNode): void {
    if (value.kind === Kind.ENUM) this.#uses.given.add(`${type}.${value.value}`);
    // Who has a variable of it may have any of them.
    if (value.kind === Kind.VARIABLE) for (const { name } of values) this.#uses.given.add(`${type}.${name}`);
  }
}

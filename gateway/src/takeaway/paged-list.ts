import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  Kind,
  parse,
  parseType,
  type SelectionNode,
  separateOperations,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The type of a page of a list. Source: schema/core.graphql. */
const pageType = 'SeriesPage';

/** The fields of a page that say whether there is another: they say nothing of a list that is whole. */
export const pageMarks: ReadonlySet<string> = new Set(['hasNextPage', 'endCursor']);

/** Under which names they are asked for where we follow the pages. */
export const ownMarks = { hasNextPage: 'takeaway_hasNextPage', endCursor: 'takeaway_endCursor' } as const;

/** Things of a page unless there are many rows in each: what one is made of is a few megabytes. */
export const firstOfPage = 200;

/** The names of the variables by which pages are asked for, with a number after them. */
const [firstName, afterName] = ['takeaway_first_', 'takeaway_after_'] as const;

/** A list that an agency gives in pages, and of which an operation does not say how much it wants: all of it is taken away. */
export interface PagedList {
  /** The names that lead to its page from the root of the answer. */
  readonly keys: readonly string[];
  /** The field of the root that leads to its agency. */
  readonly root: string;
  /** The ids of the indicators that it is of. */
  readonly indicators: readonly string[];
  /** The names of the variables that say how many things a page has, and after what it begins. */
  readonly variables: { readonly first: string; readonly after: string };
}

/**
 * An operation whose pages can be asked for one after another: each list of pages that says neither `first` nor `after` gets a variable for
 * both, and says whether there is another page. A document of several operations is narrowed to the one of `name`, and left alone without.
 */
export function openPages(document: DocumentNode, schema: GraphQLSchema, name: string | undefined): DocumentNode {
  const own = (name === undefined ? undefined : separateOperations(document)[name]) ?? document;
  if (own.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length !== 1) return document;
  const types = new TypeInfo(schema);
  const definitions: VariableDefinitionNode[] = [];
  const opened = visit(
    own,
    visitWithTypeInfo(types, {
      Field: (field) => {
        const definition = types.getFieldDef();
        if (!isOpen(field, definition)) return undefined;
        const number = definitions.length / 2 + 1;
        definitions.push(...variablesOf(definition, String(number)));
        return openPage(field, String(number));
      },
    }),
  );
  if (definitions.length === 0) return document;
  return visit(opened, {
    OperationDefinition: ({ variableDefinitions = [], ...operation }) => ({
      ...operation,
      variableDefinitions: [...variableDefinitions, ...definitions],
    }),
  });
}

type Definition = GraphQLField<unknown, unknown>;

function isOpen(
  { arguments: given = [], selectionSet }: FieldNode,
  definition: Definition | null | undefined,
): definition is Definition {
  if (!definition || selectionSet === undefined || getNamedType(definition.type).name !== pageType) return false;
  return !given.some(({ name: { value } }) => value === 'first' || value === 'after');
}

function openPage(field: FieldNode, number: string): FieldNode {
  const { arguments: given = [], selectionSet } = field;
  const added = [argument('first', firstName + number), argument('after', afterName + number)];
  const selections = [...(selectionSet?.selections ?? []), ...marks];
  return { ...field, arguments: [...given, ...added], selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function variablesOf({ args }: Definition, number: string): readonly VariableDefinitionNode[] {
  const typeOf = (name: string) =>
    parseType(String(args.find((each) => each.name === name)?.type), { noLocation: true });
  return [
    {
      ...variable(firstName + number, typeOf('first')),
      defaultValue: { kind: Kind.INT, value: String(firstOfPage) },
    },
    variable(afterName + number, typeOf('after')),
  ];
}

function variable(name: string, type: VariableDefinitionNode['type']): VariableDefinitionNode {
  return { kind: Kind.VARIABLE_DEFINITION, variable: referenceTo(name), type };
}

function argument(name: string, of: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: referenceTo(of) };
}

const referenceTo = (name: string) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;

const marks: readonly SelectionNode[] = parse(
  `{ ${Object.entries(ownMarks)
    .map(([field, alias]) => `${alias}: ${field}`)
    .join(' ')} }`,
  { noLocation: true },
).definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? each.selectionSet.selections : []));

/** The list of a page that {@link openPages} has opened; null for any other field. */
export function pagedListOf(
  node: FieldNode,
  definition: Definition,
  {
    keys,
    root,
    variables,
  }: Pick<PagedList, 'keys' | 'root'> & { readonly variables: Readonly<Record<string, unknown>> },
): PagedList | null {
  const named = (name: string, prefix: string) => {
    const value = node.arguments?.find((each) => each.name.value === name)?.value;
    return value?.kind === Kind.VARIABLE && value.name.value.startsWith(prefix) ? value.name.value : null;
  };
  const [first, after] = [named('first', firstName), named('after', afterName)];
  if (first === null || after === null) return null;
  const { indicators } = getArgumentValues(definition, node, variables);
  const ids = Array.isArray(indicators) ? indicators.filter((id) => typeof id === 'string') : [];
  return { keys, root, indicators: ids, variables: { first, after } };
}

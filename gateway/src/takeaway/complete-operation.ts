import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { openPages } from './paged-list.ts';
import { neededColumns, seriesColumns } from './series-columns.ts';

/** What the names begin with of fields that are added where a client calls something else by their own name. */
const prefix = 'takeaway_';

/** The name in an answer of the dataset of a series, where attributions are asked for. */
export const attributedDataset = `${prefix}dataset`;

/** What is added beside what makes a row complete. */
export interface CompletionOptions {
  /** Whether each series says of which dataset it is, and what must be shown beside it. */
  readonly isAttributed: boolean;
  /** Which operation of several is executed. @default the only one */
  readonly operationName?: string | undefined;
}

/**
 * The text of an operation with what a row needs to be read alone: of each observation its status and flags, of each area its code, and
 * beside each column of a series those that belong to it; lists in pages are left open ({@link openPages}). Null where nothing is missing,
 * or the text is no GraphQL that is read, which whoever executes it says.
 */
export function completeOperation(
  text: string,
  { schema, maxTokens, isAttributed, operationName }: CompletionOptions & { schema: GraphQLSchema; maxTokens: number },
): string | null {
  const parsed = tryToParse(text, maxTokens);
  if (parsed === null) return null;
  const document = openPages(parsed, schema, operationName);
  const taken = namesOtherwiseGiven(document);
  const types = new TypeInfo(schema);
  const completed = visit(
    document,
    visitWithTypeInfo(types, {
      // Selections that are added on the way in are visited, too, and are complete.
      SelectionSet: (set) => {
        const type = types.getParentType();
        const added = type ? missingIn(set, type, isAttributed) : [];
        if (added.length === 0) return undefined;
        return { ...set, selections: [...set.selections, ...added.map((field) => underFreeName(field, taken))] };
      },
    }),
  );
  return completed === parsed ? null : print(completed);
}

function missingIn(set: SelectionSetNode, type: GraphQLCompositeType, isAttributed: boolean): readonly SelectionNode[] {
  const own = new Set(set.selections.flatMap(namesOf));
  const missing = (names: readonly string[], like?: FieldNode) =>
    names.filter((name) => !own.has(name)).map((name) => fieldCalled(name, like));
  if (type.name === 'Observation') return missing(['status', 'flags']);
  if (type.name === 'Series') {
    const column = set.selections.find((each) => each.kind === Kind.FIELD && seriesColumns.has(each.name.value));
    const columns = column?.kind === Kind.FIELD ? missing(neededColumns, column) : [];
    return isAttributed && !own.has(attributedDataset) ? [...columns, ...attribution] : columns;
  }
  return isPlace(type) ? missing(['code']) : [];
}

/** An area, or a kind of one: it has a code. */
function isPlace(type: GraphQLCompositeType): boolean {
  const isArea =
    type.name === 'Area' || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Area'));
  return isArea && (isObjectType(type) || isInterfaceType(type)) && type.getFields()['code'] !== undefined;
}

/** The field that a selection is, and what the client calls it. */
function namesOf(selection: SelectionNode): readonly string[] {
  if (selection.kind !== Kind.FIELD) return [];
  const { alias, name } = selection;
  return alias?.value === attributedDataset ? [name.value, attributedDataset] : [name.value];
}

function fieldCalled(name: string, like?: FieldNode): FieldNode {
  const { arguments: given = [], directives = [] } = like ?? {};
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, arguments: given, directives };
}

const attribution = parseSelections(`{ ${attributedDataset}: dataset { id title publisher licence attribution } }`);

function parseSelections(text: string): readonly SelectionNode[] {
  return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  );
}

/** The names that the document gives to fields that are called otherwise. */
function namesOtherwiseGiven(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Field: ({ alias, name }) => {
      if (alias && alias.value !== name.value) names.add(alias.value);
    },
  });
  return names;
}

function underFreeName(selection: SelectionNode, taken: ReadonlySet<string>): SelectionNode {
  if (selection.kind !== Kind.FIELD || selection.alias || !taken.has(selection.name.value)) return selection;
  return { ...selection, alias: { kind: Kind.NAME, value: `${prefix}${selection.name.value}` } };
}

function tryToParse(text: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(text, { maxTokens });
  } catch {
    return null;
  }
}

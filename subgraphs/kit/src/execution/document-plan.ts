import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { Operation, SelectionPlan, Values } from './plan.ts';
import { planSelection } from './selection-plan.ts';

/** An operation, and what it asks of the root. */
export interface RootPlan {
  readonly operation: Operation;
  /** @throws {GraphQLError} for a condition that is neither true nor false. */
  readonly select: () => SelectionPlan;
}

/** So many forms of one operation are kept: it has another for each set of values of its conditions, and a client has its own few. */
const maxForms = 16;

/** What is known of a document, for all who ask by it. */
export class DocumentPlan {
  readonly #schema: GraphQLSchema;
  readonly #operations: readonly OperationDefinitionNode[];
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Null where something in it is not planned: no query, or a question about the schema. */
  readonly #conditions: readonly string[] | null;
  readonly #forms = new Map<string, RootPlan>();
  /** Of so many fields plans have been made. */
  size = 1;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    const { definitions } = document;
    this.#operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = Object.fromEntries(fragments.map((one) => [one.name.value, one]));
    this.#conditions = conditionsIn(document);
  }

  /** The one operation, or that of a name; null where `graphql` has to answer, or to say what is wrong. */
  operationOf(name: string | null | undefined): OperationDefinitionNode | null {
    if (this.#conditions === null || this.#schema.getQueryType() == null) return null;
    const named = name == null ? this.#operations : this.#operations.filter((one) => one.name?.value === name);
    const [only, ...others] = named;
    return only === undefined || others.length > 0 || only.operation !== OperationTypeNode.QUERY ? null : only;
  }

  /** The plan of an operation of the document, for the values of its variables. */
  planFor(definition: OperationDefinitionNode, variables: Values): RootPlan {
    const given = (this.#conditions ?? []).filter((name) => Object.hasOwn(variables, name));
    const conditions = Object.fromEntries(given.map((name) => [name, variables[name]]));
    const key = JSON.stringify([this.#operations.indexOf(definition), conditions]);
    const known = this.#forms.get(key);
    if (known !== undefined) return known;
    if (this.#forms.size >= maxForms) this.#forms.clear();
    const made = this.#plan(definition, conditions);
    this.#forms.set(key, made);
    return made;
  }

  #plan(definition: OperationDefinitionNode, conditions: Values): RootPlan {
    const onFields = (count: number) => {
      this.size += count;
    };
    const operation = { schema: this.#schema, definition, fragments: this.#fragments, conditions, onFields };
    let selection: SelectionPlan | null = null;
    const select = () => (selection ??= planRoot(operation));
    return { operation, select };
  }
}

function planRoot(operation: Operation): SelectionPlan {
  const { schema, definition } = operation;
  const type = schema.getQueryType();
  if (type == null) throw new TypeError('The schema has no queries');
  return planSelection(operation, type, [definition.selectionSet]);
}

const ofSchema: ReadonlySet<string> = new Set(['__schema', '__type']);
const conditional: ReadonlySet<string> = new Set(['skip', 'include']);

/** The variables on which it depends what of a document is asked; null where it asks of the schema. */
function conditionsIn(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>();
  const asked = new Set<string>();
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (ofSchema.has(name.value)) asked.add(name.value);
    },
    [Kind.DIRECTIVE]: ({ name, arguments: given = [] }) => {
      if (!conditional.has(name.value)) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return asked.size > 0 ? null : [...names];
}

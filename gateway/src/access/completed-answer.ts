import {
  getDirectiveValues,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CallerAccess } from './caller-access.ts';

type Data = Readonly<Record<string, unknown>>;

interface Path {
  readonly before: Path | null;
  readonly key: string | number;
}

/** What is asked of an object, and where it stands. */
interface Selected {
  readonly sets: readonly SelectionSetNode[];
  readonly path: Path | null;
}

/** The fields that ask for a value, and where it stands. */
interface Place {
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
}

/** What was asked in the first place, and what is known of its answer. */
export interface CompletionParts {
  readonly schema: GraphQLSchema;
  readonly access: CallerAccess;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** See `FilteredOperation`. */
  readonly typeKey: string;
}

/** More places than anybody reads; the last error says how many there are. */
const maxErrors = 1_000;

/**
 * Puts what was taken out of an operation back into its answer: a null at each place, and an error that says so, as if asking for it there had
 * failed. What may not be null takes the object around it with it, as the specification says (6.4.4, Handling Field Errors).
 */
export class AnswerCompletion {
  readonly errors: GraphQLError[] = [];
  readonly #parts: CompletionParts;
  #leftOut = 0;

  constructor(parts: CompletionParts) {
    this.#parts = parts;
  }

  /** The whole answer; null where the root itself is lost. */
  complete(data: Data, type: GraphQLObjectType, selectionSet: SelectionSetNode): Data | null {
    const completed = this.#object(data, type, { sets: [selectionSet], path: null });
    if (this.#leftOut > 0)
      this.errors.push(
        denial(`${this.#leftOut} more places have something that this caller may not see. Leave these fields out.`),
      );
    return completed === lost ? null : completed;
  }

  #object(data: Data, type: GraphQLObjectType, { sets, path }: Selected): Data | typeof lost {
    const completed: Record<string, unknown> = {};
    for (const [key, nodes] of this.#fieldsOf(type, sets)) {
      const value = this.#field(data[key], { type, nodes }, { before: path, key });
      if (value === lost) return lost;
      // A key may be called as what every object has.
      Object.defineProperty(completed, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return completed;
  }

  #field(
    value: unknown,
    { type, nodes }: { readonly type: GraphQLObjectType; readonly nodes: readonly FieldNode[] },
    path: Path,
  ): unknown {
    const name = nodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    // What the schema says of itself is for everybody who may ask it.
    if (field === undefined) return value;
    if (!this.#parts.access.maySeeField(type, name)) {
      this.#deny(`${type.name}.${name}`, path);
      return isNonNullType(field.type) ? lost : null;
    }
    return this.#value(value, field.type, { nodes, path });
  }

  #value(value: unknown, type: GraphQLOutputType, at: Place): unknown {
    if (isNonNullType(type)) {
      const completed = this.#value(value, type.ofType, at);
      // What was null before has its own error, and lies here because nobody could take it away.
      return completed === null && value !== null && value !== undefined ? lost : completed;
    }
    if (value === null || value === undefined) return null;
    if (isListType(type)) return this.#list(value, type.ofType, at);
    const named = getNamedType(type);
    if (!isCompositeType(named)) return value;
    const data = value as Data;
    const kind = isObjectType(named) ? named : this.#parts.schema.getType(String(data[this.#parts.typeKey]));
    if (!isObjectType(kind)) throw new Error('An object does not say of which kind it is');
    if (isAbstractType(named) && !this.#parts.access.maySee(kind.name)) {
      this.#deny(named.name, at.path);
      return null;
    }
    const sets = at.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const completed = this.#object(data, kind, { sets, path: at.path });
    return completed === lost ? null : completed;
  }

  #list(value: unknown, type: GraphQLOutputType, { nodes, path }: Place): unknown {
    if (!Array.isArray(value)) return null;
    const completed: unknown[] = [];
    for (const [index, each] of value.entries()) {
      const one = this.#value(each, type, { nodes, path: { before: path, key: index } });
      if (one === lost) return null;
      completed.push(one);
    }
    return completed;
  }

  #deny(what: string, path: Path): void {
    if (this.errors.length < maxErrors) this.errors.push(denial(`${what} is not for this caller.`, writePath(path)));
    else this.#leftOut += 1;
  }

  /** By response keys, in the order in which they are asked for. */
  #fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!this.#isWanted(selection)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          fields.set(key, [...(fields.get(key) ?? []), selection]);
          continue;
        }
        const fragment = this.#fragmentOf(selection, spread);
        if (fragment !== null && this.#isOfKind(type, fragment.typeCondition?.name.value))
          collect(fragment.selectionSet);
      }
    };
    sets.forEach(collect);
    return fields;
  }

  #fragmentOf(selection: Exclude<SelectionNode, FieldNode>, spread: Set<string>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const name = selection.name.value;
    if (spread.has(name)) return null;
    spread.add(name);
    return this.#parts.fragments[name] ?? null;
  }

  #isWanted(selection: SelectionNode): boolean {
    const { variables } = this.#parts;
    return (
      getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false
    );
  }

  #isOfKind(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wider = this.#parts.schema.getType(condition);
    return isAbstractType(wider) && this.#parts.schema.isSubType(wider, type);
  }
}

/** In the place of something that may not be null and is: the object around it goes. */
const lost = Symbol('lost');

const denial = (message: string, path?: readonly (string | number)[]) =>
  new GraphQLError(message, { ...(path && { path }), extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } });

function writePath(path: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | null = path; at !== null; at = at.before) keys.unshift(at.key);
  return keys;
}

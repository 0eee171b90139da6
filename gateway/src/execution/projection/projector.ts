import { compileFunction } from 'node:vm';
import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { ResultObject } from '../result-object.ts';
import { type SelectedField, selectFields, type Selecting, type TypedSelection } from './selected-fields.ts';
import { type Inner, writeObject, type WrittenField } from './write-object.ts';

/**
 * What a client gets of what agencies have sent: what it asked for, in the order in which it asked, and nothing else.
 *
 * @throws {UnfitValueError} where a value is not as the schema promises: it is not what a client may get, and neither may be what is
 * around it.
 */
export type Project = (root: ResultObject, introspected: ResultObject) => ResultObject;

/** A value that no client may get as it is. */
export class UnfitValueError extends Error {
  override readonly name = 'UnfitValueError';
}

/** One for all: which value it is, whoever catches it finds out. */
const unfit = new UnfitValueError('A value is not as the schema promises');

/**
 * Compiles what a client gets of the answers to `operation`, which has no named fragments but in what it asks the schema of itself.
 * The functions for the kinds of an interface are made when the first of that kind comes.
 *
 * @throws {Error} when the operation asks for what the schema does not have.
 */
export function compileProjector(selecting: Selecting, operation: OperationDefinitionNode): Project {
  const root = selecting.schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema answers no ${operation.operation}`);
  return new ProjectorCompiler(selecting).compileKind([{ set: operation.selectionSet, type: root }], root);
}

type Selections = readonly TypedSelection[];

class ProjectorCompiler {
  readonly #selecting: Selecting;
  readonly #objectNames: ReadonlySet<string>;

  constructor(selecting: Selecting) {
    this.#selecting = selecting;
    this.#objectNames = namesOfObjects(selecting.schema);
  }

  /** @param kind - Null for objects that do not say what they are. */
  compileKind(selections: Selections, kind: GraphQLCompositeType | null): Project {
    const fields = [...selectFields(this.#selecting, selections, kind)];
    const { body, constants } = writeObject(fields.map(([key, field]) => this.#describe(key, field, kind)));
    const known = new Map<string, unknown>([...constants, ['unfit', unfit], ['objectNames', this.#objectNames]]);
    const source = `return (object, introspected) => {\n${body}\n};`;
    // What the text is a function for.
    const make = compileFunction(source, [...known.keys()]) as (...values: unknown[]) => Project;
    return make(...known.values());
  }

  #describe(key: string, { name, type, selections }: SelectedField, kind: GraphQLCompositeType | null): WrittenField {
    if (name === '__typename')
      return isObjectType(kind) ? { kind: 'name', key, name: kind.name } : { kind: 'told-name', key };
    if (name === '__schema' || name === '__type') return { kind: 'introspection', key };
    if (type === null) throw new Error(`The schema has no field "${name}" there`);
    const named = getNamedType(type);
    return {
      kind: 'value',
      key,
      type,
      project: isCompositeType(named) ? this.#compileObjects(selections, named) : null,
    };
  }

  #compileObjects(selections: Selections, declared: GraphQLCompositeType): Inner {
    const exact = selections.find(({ type }) => isObjectType(type))?.type ?? declared;
    // The functions have one form; those within an answer take no second argument.
    if (isObjectType(exact)) return this.compileKind(selections, exact) as Inner;
    const byKind = new Map<unknown, Inner>();
    return (object) => {
      const kind: unknown = '__typename' in object ? object.__typename : undefined;
      const known = byKind.get(kind);
      if (known !== undefined) return known(object);
      const project = this.compileKind(selections, this.#readKind(kind)) as Inner;
      byKind.set(kind, project);
      return project(object);
    };
  }

  #readKind(name: unknown): GraphQLCompositeType | null {
    if (name === undefined) return null;
    const kind = typeof name === 'string' ? this.#selecting.schema.getType(name) : undefined;
    if (!isCompositeType(kind)) throw unfit;
    return kind;
  }
}

const knownNames = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

function namesOfObjects(schema: GraphQLSchema): ReadonlySet<string> {
  const known = knownNames.get(schema);
  if (known !== undefined) return known;
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const names = new Set(objects.map(({ name }) => name));
  knownNames.set(schema, names);
  return names;
}

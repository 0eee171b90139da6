import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { tellingFields } from './hidden-schema.ts';
import { fragmentsOf } from './selections.ts';

/** How long the lists of a schema's description of itself are, on average, by the field that gives them. */
type Lengths = ReadonlyMap<string, number>;

/** The text of a schema, which a subgraph gives for one field, is as much as so many values. It has a hundred thousand characters. */
const textLength = 10_000;

const known = new WeakMap<GraphQLSchema, Lengths>();

/**
 * About how many values a document asks a schema about itself: each list counted as long as those of its kind are on average,
 * a fragment's fields wherever it is spread. 0 where it does not ask. Takes each fragment once; none may lead back to itself.
 */
export function measureIntrospection(document: DocumentNode, schema: GraphQLSchema): number {
  const meter = new Meter(fragmentsOf(document), lengthsOf(schema));
  return document.definitions.reduce(
    (sum, definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? sum + meter.atRoot(definition.selectionSet) : sum,
    0,
  );
}

class Meter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #lengths: Lengths;
  readonly #ofFragments = new Map<string, number>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, lengths: Lengths) {
    this.#fragments = fragments;
    this.#lengths = lengths;
  }

  atRoot({ selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => sum + this.#ofRootSelection(selection), 0);
  }

  #ofRootSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FIELD) {
      const isAboutSchema = tellingFields.has(selection.name.value);
      return isAboutSchema && selection.selectionSet ? this.#inside(selection.selectionSet) : 0;
    }
    const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    return inside ? this.atRoot(inside.selectionSet) : 0;
  }

  #inside({ selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => sum + this.#ofSelection(selection), 0);
  }

  #ofSelection(selection: SelectionNode): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.#inside(selection.selectionSet);
    const length = this.#lengths.get(selection.name.value) ?? 1;
    return length * (1 + (selection.selectionSet ? this.#inside(selection.selectionSet) : 0));
  }

  #ofFragment(name: string): number {
    const fragment = this.#fragments.get(name);
    const size = this.#ofFragments.get(name) ?? (fragment ? this.#inside(fragment.selectionSet) : 0);
    this.#ofFragments.set(name, size);
    return size;
  }
}

function lengthsOf(schema: GraphQLSchema): Lengths {
  const lengths = known.get(schema) ?? countLengths(schema);
  known.set(schema, lengths);
  return lengths;
}

function countLengths(schema: GraphQLSchema): Lengths {
  const types = Object.values(schema.getTypeMap());
  const holders = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = holders.flatMap((type) => Object.values(type.getFields()));
  const share = (count: number): number => count / Math.max(1, types.length);
  return new Map([
    ['sdl', textLength],
    ['types', types.length],
    ['directives', schema.getDirectives().length],
    ['fields', share(fields.length)],
    ['args', fields.reduce((sum, { args }) => sum + args.length, 0) / Math.max(1, fields.length)],
    ['interfaces', share(holders.reduce((sum, type) => sum + type.getInterfaces().length, 0))],
    ['possibleTypes', share(holders.reduce((sum, type) => sum + type.getInterfaces().length, 0))],
    ['enumValues', share(types.filter(isEnumType).reduce((sum, type) => sum + type.getValues().length, 0))],
    [
      'inputFields',
      share(types.filter(isInputObjectType).reduce((sum, type) => sum + Object.keys(type.getFields()).length, 0)),
    ],
  ]);
}

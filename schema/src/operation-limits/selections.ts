import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document selects. */
export interface Selections {
  /** How many fields, fragments and spreads its operations have together, a fragment's counted wherever it is spread. */
  readonly count: number;
  /** How many selection sets lie within each other, at most. */
  readonly nesting: number;
  /** The first fragment that leads back to itself; null where none does. */
  readonly circular: FragmentDefinitionNode | null;
  /** The first fragment that no operation leads to; null where there is none. */
  readonly unused: FragmentDefinitionNode | null;
}

type Size = Pick<Selections, 'count' | 'nesting'>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const none: Size = { count: 0, nesting: 0 };

/** The fragments of a document by name; of two with one name, which is another rule's to refuse, the last. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/**
 * How much a document selects, with each fragment looked at once, however often it is spread. Never throws.
 *
 * Nobody looks deeper than just below `maxNesting`: then the nesting is greater than that, and the rest may be anything.
 */
export function measureSelections(document: DocumentNode, maxNesting: number): Selections {
  const meter = new Meter(fragmentsOf(document), maxNesting);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const sizes = operations.map((operation) =>
    'selectionSet' in operation ? meter.ofSet(operation.selectionSet, 1) : none,
  );
  return {
    count: sizes.reduce((sum, { count }) => sum + count, 0),
    nesting: Math.max(0, ...sizes.map(({ nesting }) => nesting)),
    circular: meter.circular,
    unused: meter.findUnused(),
  };
}

class Meter {
  circular: FragmentDefinitionNode | null = null;
  readonly #fragments: Fragments;
  readonly #maxNesting: number;
  /** The size of each fragment that has been looked at; null while it is. */
  readonly #sizes = new Map<string, Size | null>();

  constructor(fragments: Fragments, maxNesting: number) {
    this.#fragments = fragments;
    this.#maxNesting = maxNesting;
  }

  ofSet({ selections }: SelectionSetNode, level: number): Size {
    if (level > this.#maxNesting) return { count: 0, nesting: 1 };
    let count = selections.length;
    let nesting = 0;
    for (const selection of selections) {
      const inside = this.#ofSelection(selection, level + 1);
      count += inside.count;
      nesting = Math.max(nesting, inside.nesting);
    }
    return { count, nesting: nesting + 1 };
  }

  findUnused(): FragmentDefinitionNode | null {
    return this.#fragments.values().find(({ name }) => !this.#sizes.has(name.value)) ?? null;
  }

  #ofSelection(selection: SelectionNode, level: number): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value, level);
    return selection.selectionSet ? this.ofSet(selection.selectionSet, level) : none;
  }

  #ofFragment(name: string, level: number): Size {
    const fragment = this.#fragments.get(name);
    const known = this.#sizes.get(name);
    if (!fragment || known) return known ?? none;
    if (known === null) {
      this.circular ??= fragment;
      return none;
    }
    this.#sizes.set(name, null);
    const size = this.ofSet(fragment.selectionSet, level);
    this.#sizes.set(name, size);
    return size;
  }
}

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { fragmentsOf } from './selections.ts';

/**
 * What is asked for in the places of a document. A place is where fields of one name become one field: whatever is selected
 * under `a` by any `a` beside it, and by every fragment spread there.
 */
export interface Places {
  /** The field that is asked for most often in one place, of one type, under one name or many. */
  readonly mostRepeated: Repeated | null;
  /** How many comparisons it takes to find out whether fields under one name are the same, arguments by their words. */
  readonly comparisons: number;
}

/** A field, one of the nodes that ask for it, and how many there are in the place. */
export interface Repeated {
  readonly field: FieldNode;
  readonly times: number;
}

/** A field as it stands in a place: on a type that a fragment names, or on the type of the place. */
interface Asked {
  readonly field: FieldNode;
  readonly on: string;
}
interface Place {
  readonly asked: Asked[];
  readonly spread: Set<string>;
}
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * Measures the operations of a document: the most repeats of any, the comparisons of all together. Takes as long as all
 * fragments take where they are spread. No fragment may lead back to itself.
 */
export function measurePlaces(document: DocumentNode): Places {
  const fragments = fragmentsOf(document);
  const meter = new Meter(fragments);
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) meter.measure([definition.selectionSet]);
  return meter;
}

class Meter implements Places {
  mostRepeated: Repeated | null = null;
  comparisons = 0;
  readonly #fragments: Fragments;

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  measure(sets: readonly SelectionSetNode[]): void {
    const place: Place = { asked: [], spread: new Set() };
    for (const set of sets) this.#collect(set, '', place);
    this.#countRepeats(place.asked);
    this.comparisons += pairs(place.spread.size);
    for (const alike of Map.groupBy(place.asked, ({ field }) => (field.alias ?? field.name).value).values()) {
      if (alike.length > 1) this.comparisons += pairs(alike.length) * (1 + Math.max(...alike.map(sizeOfArguments)));
      const inside = alike.flatMap(({ field }) => field.selectionSet ?? []);
      if (inside.length > 0) this.measure(inside);
    }
  }

  #collect({ selections }: SelectionSetNode, on: string, place: Place): void {
    for (const selection of selections)
      if (selection.kind === Kind.FIELD) place.asked.push({ field: selection, on });
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.#collect(selection.selectionSet, selection.typeCondition?.name.value ?? on, place);
      else this.#collectFragment(selection.name.value, place);
  }

  #collectFragment(name: string, place: Place): void {
    const fragment = this.#fragments.get(name);
    if (!fragment || place.spread.has(name)) return;
    place.spread.add(name);
    this.#collect(fragment.selectionSet, fragment.typeCondition.name.value, place);
  }

  #countRepeats(asked: readonly Asked[]): void {
    for (const alike of Map.groupBy(asked, ({ field, on }) => `${on}.${field.name.value}`).values()) {
      const [first] = alike;
      if (first && alike.length > (this.mostRepeated?.times ?? 0))
        this.mostRepeated = { field: first.field, times: alike.length };
    }
  }
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function sizeOfArguments({ field }: Asked): number {
  return (field.arguments ?? []).reduce((size, { value }) => size + 1 + sizeOfValue(value), 0);
}

function sizeOfValue(value: ValueNode): number {
  if (value.kind === Kind.LIST) return value.values.reduce((size, item) => size + sizeOfValue(item), 1);
  if (value.kind !== Kind.OBJECT) return 1;
  return value.fields.reduce((size, field) => size + 1 + sizeOfValue(field.value), 1);
}

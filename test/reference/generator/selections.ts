import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Operation } from '../operation.ts';
import type { Random } from '../random.ts';
import { ArgumentWriter } from './arguments.ts';
import { expectedLength, mostAsked } from './list-lengths.ts';
import { canMerge, isFree, merge, type Names, take } from './response-names.ts';
import type { Vocabulary } from './vocabulary.ts';

interface WriterParts {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly random: Random;
}

/** Where selections stand. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly names: Names;
  /** How many fields lie above. */
  readonly depth: number;
  /** About how many objects the answer has here. */
  readonly objects: number;
  /** The agency from whose root the place is reached; null under other roots. */
  readonly agency: string | null;
}

interface Fragment {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly names: Names;
  readonly text: string;
  readonly place: Pick<Place, 'agency' | 'objects' | 'depth'>;
}

type FieldHolder = GraphQLObjectType | GraphQLInterfaceType;

/** As deep as the deepest question that means something: borough, wards, crime, recorded, comparators, area, links, area. */
const mostDepth = 9;
/** Objects at one place of an answer, beyond which nothing is listed any more: thousands of objects find no more bugs. */
const mostObjects = 150;

/** The agencies by the root field that leads to them. */
const agencyRoots: ReadonlyMap<string, string> = new Map(agencyNames.map(({ rootField, name }) => [rootField, name]));

/** Areas are what every agency adds to, and so where most can go wrong. */
const areaRoots = ['area', 'areas', 'borough', 'boroughs'];

/** Whether a field of a type leads to a union. */
const hasUnion = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && Object.values(type.getFields()).some((field) => isUnionType(getNamedType(field.type)));

/** Writes one operation at random. Used once. */
export class SelectionWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #arguments: ArgumentWriter;
  readonly #fragments: Fragment[] = [];
  /** How many fields may still be written. */
  #budget: number;
  #aliases = 0;

  constructor({ schema, vocabulary, random }: WriterParts) {
    this.#schema = schema;
    this.#random = random;
    this.#arguments = new ArgumentWriter(random, vocabulary);
    this.#budget = random.pick([4, 8, 12, 12, 18, 24, 32]);
  }

  /** The operation. */
  write(): Operation {
    const type = this.#schema.getQueryType();
    if (!type) throw new Error('The schema has no queries');
    const body = this.#selectionSet({ type, names: new Map(), depth: 0, objects: 1, agency: null });
    const { variables, values } = this.#arguments;
    const declared = variables.map(({ declaration }) => declaration).join(', ');
    const head = variables.length > 0 ? `query Generated(${declared}) ` : this.#random.pick(['', 'query Generated ']);
    const fragments = this.#fragments.map((one) => `fragment ${one.name} on ${one.type.name} ${one.text}`);
    return { query: [head + body, ...fragments].join('\n'), variables: values };
  }

  #selectionSet(place: Place): string {
    const wanted = 1 + this.#random.whole(place.depth === 0 ? 3 : 5);
    const selections: string[] = [];
    for (let written = 0; written < wanted && this.#budget > 0; written += 1) {
      const selection = this.#selection(place);
      if (selection !== null) selections.push(selection);
    }
    if (selections.length === 0) selections.push(this.#typename(place));
    return `{ ${selections.join(' ')} }`;
  }

  #selection(place: Place): string | null {
    const { type, depth } = place;
    if (this.#random.chance(0.04)) return this.#typename(place);
    const isUnion = !isObjectType(type) && !isInterfaceType(type);
    if (depth < mostDepth && this.#random.chance(isUnion ? 1 : isAbstractType(type) ? 0.35 : 0.15))
      return this.#random.chance(0.4) ? this.#spread(place) : this.#inlineFragment(place);
    return isUnion ? this.#typename(place) : this.#field(type, place);
  }

  #typename({ type, names }: Place): string {
    const parent = isObjectType(type) ? type.name : null;
    const use = { meaning: '__typename', type: 'String!', parent, inside: null, isShared: false };
    const name = this.#random.chance(0.7) && isFree(names, '__typename', use) ? '__typename' : this.#newAlias();
    take(names, name, use);
    return name === '__typename' ? name : `${name}: __typename`;
  }

  #inlineFragment(place: Place): string {
    const condition = this.#narrower(place.type);
    const isConditionless = condition === place.type && this.#random.chance(0.5);
    const on = isConditionless ? '' : ` on ${condition.name}`;
    return `...${on}${this.#directives(0.2)} ${this.#selectionSet({ ...place, type: condition })}`;
  }

  #spread(place: Place): string | null {
    const reusable = this.#fragments.filter(
      (one) =>
        this.#isPossible(one.type, place.type) &&
        one.place.agency === place.agency &&
        one.place.objects >= place.objects &&
        canMerge(place.names, one.names),
    );
    const fragment =
      reusable.length > 0 && this.#random.chance(0.5) ? this.#random.pick(reusable) : this.#newFragment(place);
    if (fragment === null) return null;
    merge(place.names, fragment.names);
    return `...${fragment.name}${this.#directives(0.2)}`;
  }

  /** Null where what was written cannot stand beside what is there: it is dropped, at the cost of its fields. */
  #newFragment(place: Place): Fragment | null {
    const type = this.#narrower(place.type);
    const names: Names = new Map();
    const text = this.#selectionSet({ ...place, type, names });
    if (!canMerge(place.names, names)) return null;
    const fragment = { name: `F${this.#fragments.length + 1}`, type, names, text, place };
    this.#fragments.push(fragment);
    return fragment;
  }

  #field(type: FieldHolder, place: Place): string | null {
    const isDeep = place.depth >= mostDepth || this.#budget < 2;
    const fields = Object.values(type.getFields()).filter((field) =>
      isLeafType(getNamedType(field.type)) ? true : !isDeep && this.#isAffordable(type, field, place),
    );
    if (fields.length === 0) return this.#typename(place);
    // Scalars are half of all fields, and lead nowhere. Few lead to unions, and those lie deep.
    const inner = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const unions = fields.filter((field) => isUnionType(getNamedType(field.type)));
    const nearUnions = inner.filter((field) => hasUnion(getNamedType(field.type)));
    const areal = place.depth === 0 ? fields.filter(({ name }) => areaRoots.includes(name)) : [];
    const deeper = nearUnions.length > 0 && this.#random.chance(0.25) ? nearUnions : inner;
    const favoured = areal.length > 0 && this.#random.chance(0.4) ? areal : unions.length > 0 ? unions : deeper;
    const field = this.#random.pick(favoured.length > 0 && this.#random.chance(0.45) ? favoured : fields);
    return this.#writeField(type, field, place);
  }

  #writeField(type: FieldHolder, field: GraphQLField<unknown, unknown>, place: Place): string | null {
    this.#budget -= 1;
    const agency = place.depth === 0 ? (agencyRoots.get(field.name) ?? null) : place.agency;
    const written = this.#arguments.write(field.args, { holder: `${type.name}.${field.name}`, agency });
    const named = getNamedType(field.type);
    const use = {
      meaning: `${field.name}${written}: ${String(field.type)}`,
      type: String(field.type),
      parent: isObjectType(type) ? type.name : null,
      inside: isLeafType(named) ? null : new Map(),
      isShared: false,
    };
    const name = this.#nameFor(field.name, use, place.names);
    const { inside } = take(place.names, name, use);
    const head = `${name === field.name ? '' : `${name}: `}${field.name}${written}${this.#directives(0.08)}`;
    if (inside === null || isLeafType(named) || !('name' in named)) return head;
    const objects = this.#objectsIn(type, field, place);
    // What is neither a leaf nor an input is composite.
    const next = { type: named as GraphQLCompositeType, names: inside, depth: place.depth + 1, objects, agency };
    return `${head} ${this.#selectionSet(next)}`;
  }

  /** The field's own name where it is free, now and then another's name or an alias of its own. */
  #nameFor(fieldName: string, use: Parameters<typeof isFree>[2], names: Names): string {
    const borrowed = [...names.keys()].filter((name) => name !== fieldName && isFree(names, name, use));
    if (borrowed.length > 0 && this.#random.chance(0.1)) return this.#random.pick(borrowed);
    return isFree(names, fieldName, use) && this.#random.chance(0.85) ? fieldName : this.#newAlias();
  }

  #newAlias(): string {
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }

  #directives(share: number): string {
    const skip = this.#random.chance(share) ? this.#arguments.writeDirective('skip') : '';
    const include = this.#random.chance(share) ? this.#arguments.writeDirective('include') : '';
    return skip + include;
  }

  /** The type itself, one of its members, or an interface of it. */
  #narrower(type: GraphQLCompositeType): GraphQLCompositeType {
    const members = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : type.getInterfaces();
    return members.length > 0 && this.#random.chance(0.8) ? this.#random.pick<GraphQLCompositeType>(members) : type;
  }

  #isPossible(condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
    const concrete = (one: GraphQLCompositeType): readonly GraphQLObjectType[] =>
      isAbstractType(one) ? this.#schema.getPossibleTypes(one) : [one];
    return concrete(condition).some((one) => concrete(type).includes(one));
  }

  #isAffordable(type: FieldHolder, field: GraphQLField<unknown, unknown>, place: Place): boolean {
    return (
      place.objects <= mostAsked(`${type.name}.${field.name}`) && this.#objectsIn(type, field, place) <= mostObjects
    );
  }

  #objectsIn(type: FieldHolder, field: GraphQLField<unknown, unknown>, { objects }: Place): number {
    const isList = isListType(getNullableType(field.type));
    return isList ? objects * expectedLength(`${type.name}.${field.name}`) : objects;
  }
}

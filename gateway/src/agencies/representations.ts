import { type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { copyJson, type JsonObject } from './json.ts';
import type { ResponsePath } from '../errors/response-path.ts';

/**
 * The entities that one fetch asks about, each once.
 *
 * `unique` are the different ones in order of first appearance; `places[i]` says which of them stood at position `i` of
 * the list that was asked for, and is null for one about which nobody can be asked.
 */
export interface DistinctEntities {
  readonly unique: readonly JsonObject[];
  readonly places: readonly (number | null)[];
}

/** The different ones among `representations` that may be asked about: two are the same when their JSON is. */
export function findDistinct(
  representations: readonly JsonObject[],
  mayBeAsked: (representation: JsonObject) => boolean = () => true,
): DistinctEntities {
  const positions = new Map<string, number>();
  const unique: JsonObject[] = [];
  const places = representations.map((representation) => {
    if (!mayBeAsked(representation)) return null;
    const key = JSON.stringify(representation);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, unique.length);
    return unique.push(representation) - 1;
  });
  return { unique, places };
}

/**
 * Whether the object has all that is never null, such as its key. What an agency has sent without is nobody's question: the next
 * one would refuse it as a mistake of the client, and that the first has failed is told already.
 */
export function isWhole(schema: GraphQLSchema, representation: JsonObject): boolean {
  const missing = Object.keys(representation).filter((name) => representation[name] === null);
  if (missing.length === 0) return true;
  const type = schema.getType(String(representation['__typename']));
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  return !missing.some((name) => isNonNullType(fields[name]?.type));
}

/**
 * The answers for all the entities that were asked for, from the answers for the different ones.
 *
 * Repeats are copies: the executor writes into what it receives, and merges other agencies' answers into it.
 */
export function fanOutEntities(answers: readonly unknown[], { unique, places }: DistinctEntities): readonly unknown[] {
  if (unique.length === places.length) return answers;
  const isUsed = new Set<number>();
  return places.map((place) => {
    if (place === null) return null;
    if (isUsed.has(place)) return copyJson(answers[place]);
    isUsed.add(place);
    return answers[place];
  });
}

/** The paths at which an error at `path` of the shortened fetch is felt: one for each place of the entity it is about. */
export function fanOutPath(path: ResponsePath, { places }: DistinctEntities): readonly ResponsePath[] {
  const [, position, ...rest] = path;
  return places.flatMap((place, index) => (place === position ? [['_entities', index, ...rest]] : []));
}

import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Wanted } from '@boroughgraph/schema/finding/ranking.ts';
import { isJsonObject, type JsonObject } from '../agencies/json.ts';
import type { Things } from './known-things.ts';

/** The field of an agency by which it is searched. */
const searchField = 'search';

/** What is needed of each result to put all in one order, and to lead on from it. */
const neededFields: readonly string[] = ['kind', 'id', 'score', 'isGuess'];

const narrowing = 'narrowing { dimension value label }';

/** How an agency is asked for what a result has, where that is not a field of the same name. */
const askedFor: ReadonlyMap<string, readonly string[]> = new Map([
  ['indicator', ['indicator { __typename }', narrowing]],
  ['narrowing', [narrowing]],
  ['area', []],
  ['court', []],
  ['provider', []],
  ['agency', []],
  ['__typename', []],
]);

/**
 * What an agency is asked for, so that results have some fields; null where the supergraph knows no search of it. What nobody wants is not
 * asked for: definitions and reasons are most of an answer. Never throws.
 */
export function writeSearch(agency: string, schema: GraphQLSchema, wanted: readonly string[]): string | null {
  const { rootField } = agencyNames(agency);
  const type = schema.getQueryType()?.getFields()[rootField]?.type;
  if (!isObjectType(type) || type.getFields()[searchField] === undefined) return null;
  const fields = new Set([...neededFields, ...wanted.flatMap((name) => askedFor.get(name) ?? [name])]);
  return `query Search($text: String!, $first: Int!) { found: ${rootField} { search(text: $text, first: $first) { ${[...fields].join(' ')} } } }`;
}

/** One result, as the schema of the search has it. */
export interface SearchResult {
  readonly score: number;
  readonly isGuess: boolean;
  readonly [field: string]: unknown;
}

/** What an agency has found, as results that lead on to what it has; empty where it has brought nothing. Never throws. */
export function readMatches(agency: string, data: JsonObject | null): readonly SearchResult[] {
  const found: unknown = data?.['found'];
  const matches: unknown = isJsonObject(found) ? found[searchField] : null;
  return Array.isArray(matches) ? matches.filter(isJsonObject).map((match) => resultOf(agency, match)) : [];
}

function resultOf(agency: string, match: JsonObject): SearchResult {
  const { kind, id, score, isGuess } = match;
  return {
    ...match,
    agency,
    score: typeof score === 'number' ? score : 0,
    isGuess: isGuess === true,
    indicator: indicatorOf(match),
    area: kind === 'AREA' ? { code: id } : null,
    court: kind === 'COURT' ? { id } : null,
    provider: kind === 'PROVIDER' ? { id } : null,
  };
}

/** What is found in the memory of the gateway, as results that lead on to what the agency has. Never throws. */
export function readThings(agency: string, { indicatorType, find }: Things, wanted: Wanted): readonly SearchResult[] {
  return find(wanted).map(({ thing, standing, score, isGuess, isNamed, unmatched }) => {
    const { kind, id, name, text, narrowing, framework = null, isMeasured } = thing;
    const { isHeld, isSynthetic, reason, note } = standing;
    const indicator = isMeasured ? { __typename: indicatorType } : null;
    const found = { kind, id, name, text, narrowing, framework, isHeld, isSynthetic, reason, note };
    return resultOf(agency, { ...found, score, isGuess, isNamed, unmatched, indicator });
  });
}

/** An indicator as other agencies point at it: by its id and, after a space, what it is narrowed to. */
function indicatorOf({ id, indicator, narrowing }: JsonObject): JsonObject | null {
  if (!isJsonObject(indicator)) return null;
  const values = (Array.isArray(narrowing) ? narrowing : [])
    .filter(isJsonObject)
    .map(({ dimension, value }) => `${String(dimension)}=${String(value)}`)
    .toSorted();
  const link = [String(id), values.join(';')].join(' ').trim();
  return { __typename: indicator['__typename'], id, link };
}

import type { GraphQLSchema } from 'graphql';
import type { Random } from '../random.ts';
import { type AnswerPlace, changeAt, placesOf } from './answer-places.ts';
import type { FailureKind } from './failure.ts';

/** An agency's answer, before it is bent. */
export interface RightAnswer {
  readonly query: string;
  readonly body: { data?: Record<string, unknown> | null; errors?: unknown[] };
}

type Place = Pick<AnswerPlace, 'path'>;

/** Kinds of failure that are in what an agency says, not in whether it does. */
export type BendKind = Exclude<FailureKind, 'refused' | 'slow' | 'status 500' | 'not JSON'>;

/** Codes with which agencies report errors, known ones and others. */
const codes = ['INTERNAL_SERVER_ERROR', 'BAD_USER_INPUT', 'AGENCY_UNAVAILABLE', 'GRAPHQL_VALIDATION_FAILED', null];

/**
 * The answer as an agency that fails in this way would give it, as JSON; null where the answer has no place for it. What it
 * looks like depends on the query and on chance alone, never on how often an entity is asked for.
 */
export function bendAnswer(
  { schema, kind, random }: { readonly schema: GraphQLSchema; readonly kind: BendKind; readonly random: Random },
  { query, body }: RightAnswer,
): unknown {
  const { data } = body;
  if (kind === 'error alone') return { data: null, errors: [describeError(random)] };
  if (!data) return null;
  const places = placesOf(schema, query);
  switch (kind) {
    case 'error in place':
      return reportAt(body, { places, random });
    case 'wrong shape':
      return misshapeOne(body, pickPlace(places, random));
    case 'too few entities':
      return Array.isArray(data['_entities']) ? { ...body, data: { _entities: data['_entities'].slice(1) } } : null;
    case 'null where none is allowed':
      return denyOne(body, { places, random });
  }
}

interface Choice {
  readonly places: readonly AnswerPlace[];
  readonly random: Random;
}

function pickPlace<P extends Place>(places: readonly P[], random: Random): P | null {
  return places.length === 0 ? null : random.pick(places);
}

function changeOne(body: RightAnswer['body'], place: Place | null, change: (value: unknown) => unknown): unknown {
  return place !== null && changeAt(body.data, place, change).length > 0 ? body : null;
}

/** Wrong by what the place promises, whatever stands there: a list in place of a null that might have been one is right. */
function misshapeOne(body: RightAnswer['body'], place: AnswerPlace | null): unknown {
  return changeOne(body, place, () => (place?.isList === true ? { 0: {} } : [{ no: 1 }]));
}

function reportAt(body: RightAnswer['body'], { places, random }: Choice): unknown {
  const place = pickPlace(
    places.filter(({ isNonNull }) => !isNonNull),
    random,
  );
  if (place === null) return null;
  const error = describeError(random);
  const paths = changeAt(body.data, place, () => null);
  if (paths.length === 0) return null;
  return { ...body, errors: [...(body.errors ?? []), ...paths.map((path) => ({ ...error, path }))] };
}

function denyOne(body: RightAnswer['body'], { places, random }: Choice): unknown {
  const place = pickPlace(
    places.filter(({ isNonNull, hasNonNullItems }) => isNonNull || hasNonNullItems),
    random,
  );
  if (place === null) return null;
  const isInside = place.hasNonNullItems && (!place.isNonNull || random.chance(0.5));
  return changeOne(body, place, (value) => (isInside && Array.isArray(value) ? value.with(0, null) : null));
}

function describeError(random: Random): Record<string, unknown> {
  const code = random.pick(codes);
  // With one code an agency speaks to clients; with all others of what they must not know.
  const message =
    code === 'BAD_USER_INPUT'
      ? 'there is no such thing: expected another'
      : 'connect ECONNREFUSED 10.1.2.3:5432 while reading secret_table';
  return { message, ...(code !== null && { extensions: { code } }) };
}

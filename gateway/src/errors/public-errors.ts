import type { GraphQLFormattedError } from 'graphql';
import { type Finding, findPublic, type ResponseOf } from './error-finding.ts';
import { compareInResponse, type ResponsePath } from './response-path.ts';

type Compare = (one: ResponsePath, other: ResponsePath) => number;

/**
 * The errors of a response in the form that clients get: a sentence, a place, a code of the catalogue.
 *
 * Errors that say the same are one error: its `path` is the first of the places, `extensions.paths` has all of them. An
 * agency that does not answer is thus one error. In the order of the response, errors without a place first. Whatever is
 * not meant for clients is masked. Never throws.
 */
export function writePublicErrors(errors: readonly unknown[], response: ResponseOf): readonly GraphQLFormattedError[] {
  const compare = compareInResponse(response.data);
  const groups = Map.groupBy(
    errors.map((error) => findPublic(error, response)),
    (finding) =>
      JSON.stringify([
        finding.code,
        finding.agency,
        finding.message,
        finding.locations,
        finding.fault,
        takenOutAt(finding),
      ]),
  );
  return [...groups.values()]
    .map((alike) => merge(alike, compare))
    .sort((one, other) => compare(one.paths[0] ?? [], other.paths[0] ?? []))
    .map((finding) => format(finding, response));
}

/** What was taken out of an operation is told for each place in it, whatever stands there in the answer. Null for everything else. */
function takenOutAt({ code, paths }: Finding): string | null {
  if (code !== 'UNAUTHORIZED_FIELD_OR_TYPE') return null;
  return JSON.stringify(paths.map((path) => path.filter((step) => typeof step === 'string')));
}

function merge(alike: readonly Finding[], compare: Compare): Finding {
  const [first] = alike;
  if (!first) throw new RangeError('A group has at least one member');
  const paths = new Map(alike.flatMap((finding) => finding.paths).map((path) => [JSON.stringify(path), path]));
  return { ...first, paths: [...paths.values()].sort(compare) };
}

function format(
  { code, message, agency, paths, locations, fault }: Finding,
  { requestId }: ResponseOf,
): GraphQLFormattedError {
  const [path] = paths;
  const hasPaths = paths.length > 1 || (code === 'AGENCY_UNAVAILABLE' && paths.length > 0);
  return {
    message,
    ...(locations && { locations }),
    ...(path && path.length > 0 && { path }),
    extensions: {
      code,
      ...(agency !== null && { agency }),
      ...(fault?.argument != null && { argument: fault.argument }),
      ...(fault?.instead != null && { instead: fault.instead }),
      ...(code === 'INTERNAL_SERVER_ERROR' && requestId !== null && { requestId }),
      ...(hasPaths && { paths }),
    },
  };
}

import { isRelayedCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { describeInternal } from '@boroughgraph/schema/wire/internal-error.ts';
import { AgencyError } from './agency-error.ts';
import type { AgencyFetch } from './agency-fetch.ts';
import { describeLeftOut, describeNoTime, describeUnavailable } from '../errors/error-catalogue.ts';
import { maxErrorPlaces } from '../limits.ts';
import { fanOutPath } from './representations.ts';
import type { ResponsePath } from '../errors/response-path.ts';
import type { SubgraphError } from './subgraph-answer.ts';

interface ReportedErrors {
  readonly errors: readonly SubgraphError[];
  readonly leftOut: number;
}
interface DescribedErrors {
  readonly errors: readonly AgencyError[];
  readonly leftOut: number;
}

// In characters: enough for a failed statement, and not for the rows that it was to write.
const maxLoggedCause = 1_000;

/** What becomes of the errors of one agency's fetches: what clients are told, and what is written down alone. Never throws. */
export class FetchErrors {
  readonly #agency: string;

  constructor(agency: string) {
    this.#agency = agency;
  }

  /** Writes down what is not passed on as an agency says it. */
  log(errors: readonly SubgraphError[], { context }: AgencyFetch): void {
    const masked = errors.filter((error) => !isRelayedCode(error.code) && error.code !== 'AGENCY_UNAVAILABLE');
    const [first] = masked;
    if (!first) return;
    const { code, path } = first;
    const cause = first.message.slice(0, maxLoggedCause);
    const agency = this.#agency;
    context.log.error({ agency, errors: masked.length, code, path, cause }, 'an agency reports an error of its own');
  }

  /** What a client is told of what an agency reports, at each place where the entity stands that it is of. */
  describe({ errors, leftOut }: ReportedErrors, fetch: AgencyFetch): DescribedErrors {
    const agency = this.#agency;
    const all = errors.flatMap((error) =>
      locate(error, fetch).map((path) => {
        if (error.code === 'AGENCY_UNAVAILABLE') return this.unavailable(fetch, path);
        const { code, message } = isRelayedCode(error.code)
          ? { code: error.code, message: error.message }
          : { code: 'INTERNAL_SERVER_ERROR' as const, message: describeInternal(fetch.context.requestId) };
        const fault = code === 'BAD_USER_INPUT' ? error.fault : null;
        return new AgencyError({ agency, code, message, path, lost: fetch.lost, fault });
      }),
    );
    const passedOn = all.slice(0, maxErrorPlaces);
    const missing = leftOut + all.length - passedOn.length;
    return { errors: missing === 0 ? passedOn : [...passedOn, this.#leftOut(missing)], leftOut: missing };
  }

  #leftOut(count: number): AgencyError {
    const agency = this.#agency;
    const message = describeLeftOut(agency, count);
    return new AgencyError({ agency, code: 'INTERNAL_SERVER_ERROR', message, path: null, lost: [] });
  }

  /** That a question was too dear for the agency. */
  tooLarge(message: string, { lost }: AgencyFetch): AgencyError {
    const agency = this.#agency;
    return new AgencyError({ agency, code: 'OPERATION_TOO_LARGE', message, path: null, lost });
  }

  /** That the agency was not asked, since the time was used up before. */
  noTimeLeft({ lost }: AgencyFetch): AgencyError {
    const agency = this.#agency;
    return new AgencyError({ agency, code: 'AGENCY_UNAVAILABLE', message: describeNoTime(agency), path: null, lost });
  }

  /** That the agency does not answer. */
  unavailable({ lost }: AgencyFetch, path: ResponsePath | null = null): AgencyError {
    const agency = this.#agency;
    return new AgencyError({ agency, code: 'AGENCY_UNAVAILABLE', message: describeUnavailable(agency), path, lost });
  }
}

/** An error at each null that may not be one, unless the agency reports it itself. Never throws. */
export function describeDenied(
  nulls: readonly ResponsePath[],
  reported: readonly SubgraphError[],
): readonly SubgraphError[] {
  const known = new Set(reported.map(({ path }) => JSON.stringify(path)));
  return nulls
    .filter((path) => !known.has(JSON.stringify(path)))
    .map((path) => ({ message: `"${path.join('.')}" is null, and may not be`, code: null, path, fault: null }));
}

/** Where the error stood in the whole fetch, once for each repeat of its entity; null when it is about all of the fetch. */
function locate({ path }: SubgraphError, { shape, entities }: AgencyFetch): readonly (ResponsePath | null)[] {
  if (path === null || (shape.isEntityFetch && typeof path[1] !== 'number')) return [null];
  return shape.isEntityFetch ? fanOutPath(path, entities) : [path];
}

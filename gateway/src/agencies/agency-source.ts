import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { isRelayedCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { maxAgencyErrors } from '@boroughgraph/schema/wire/limits.ts';
import { touchedExtension } from '@boroughgraph/schema/wire/touched.ts';
import { describeInternal } from '@boroughgraph/schema/wire/internal-error.ts';
import type { AgencyConnection } from './agency-connection.ts';
import { AgencyError } from './agency-error.ts';
import { describeLeftOut, describeUnavailable } from '../errors/error-catalogue.ts';
import { findDeniedNulls } from './denied-nulls.ts';
import { describeDearQuestion } from '../errors/dear-question.ts';
import type { FetchShape } from './fetch-shape.ts';
import type { FetchShapes } from './fetch-shapes.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { maxErrorPlaces } from '../limits.ts';
import type { ExecutionContext } from '../operations/operation-context.ts';
import { type DistinctEntities, fanOutEntities, fanOutPath, findDistinct } from './representations.ts';
import type { PathPattern, ResponsePath } from '../errors/response-path.ts';
import {
  AnswerError,
  type AskedEntities,
  readAnswer,
  type SubgraphAnswer,
  type SubgraphError,
} from './subgraph-answer.ts';

/** What an agency source needs to know. */
export interface AgencySourceOptions {
  readonly agency: string;
  readonly connection: AgencyConnection;
  /** The supergraph's schema, from which the right shape of an answer follows. */
  readonly schema: GraphQLSchema;
  /** What answers have to look like. Sources of one schema share them. */
  readonly shapes: FetchShapes;
}

type Source = GraphQLDataSource<ExecutionContext>;
type Process = GraphQLDataSourceProcessOptions<ExecutionContext>;
type Result = Awaited<ReturnType<Source['process']>>;

/** What an agency is asked by one fetch of a query plan. */
export interface AskedFetch {
  readonly request: AgencyOperation;
  readonly context: ExecutionContext;
  /** Where in the response it lies what is brought. */
  readonly place: PathPattern;
}

/** An operation for an agency; its variables have the entities that it is about as `representations`. */
interface AgencyOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What an agency has brought: data that nobody else has, and may write into. */
export interface Brought {
  readonly data: Record<string, unknown> | null;
  /** Each with its path in `data`, or without one where it is about all of the fetch. */
  readonly errors: readonly AgencyError[];
}

/** Brings what fetches of query plans ask for. Never rejects: what goes wrong is among the errors. */
export interface FetchSource extends Source {
  fetch(asked: AskedFetch): Promise<Brought>;
}

/** One fetch of a query plan, on its way to an agency. */
interface Fetch {
  readonly request: AgencyOperation;
  readonly context: ExecutionContext;
  readonly shape: FetchShape;
  readonly entities: DistinctEntities;
  /** What the response lacks if the fetch brings nothing. */
  readonly lost: readonly PathPattern[];
}

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

/**
 * Asks one agency for its part of answers, about each different entity once.
 *
 * Whatever the agency does, nothing here rejects: one that is down, slow or confused is an answer without data and with one
 * error that says so and names what is lost.
 */
export class AgencySource implements FetchSource {
  readonly #options: AgencySourceOptions;

  constructor(options: AgencySourceOptions) {
    this.#options = options;
  }

  /** The same as {@link fetch}, in the form in which Apollo's executor asks. */
  async process(options: Process): Promise<Result> {
    // The other kinds are for gateways that fetch their schemas over the network when they start. Ours does not.
    if (!('incomingRequestContext' in options)) throw new Error('An agency source answers operations only');
    const { request, context, pathInIncomingRequest: place = [] } = options;
    const { query = '', operationName, variables = {} } = request;
    const { data, errors } = await this.fetch({ request: { query, operationName, variables }, context, place });
    return { data, ...(errors.length > 0 && { errors }) };
  }

  /** What the agency brings. */
  async fetch(asked: AskedFetch): Promise<Brought> {
    const startedAt = performance.now();
    const fetch = this.#prepare(asked);
    try {
      return await this.#ask(fetch);
    } catch (error) {
      const { agency } = this.#options;
      const durationMs = Math.round(performance.now() - startedAt);
      const { log, signal, estimate } = fetch.context;
      const dear = describeDearQuestion(agency, error, estimate);
      if (dear !== null) {
        log.info({ agency, durationMs, estimate, ...describeCause(error) }, 'a question was too dear for an agency');
        return { data: null, errors: [this.#tooLarge(dear, fetch)] };
      }
      // Nobody waits for it any more, which says nothing about the agency.
      if (!signal.aborted) {
        log.warn({ agency, durationMs, ...describeCause(error) }, 'an agency does not answer');
      }
      return { data: null, errors: [this.#unavailable(fetch)] };
    }
  }

  #prepare({ request, context, place }: AskedFetch): Fetch {
    const shape = this.#options.shapes.of(request.query);
    const representations: unknown = request.variables['representations'];
    const entities = findDistinct(Array.isArray(representations) ? representations.filter(isJsonObject) : []);
    // An entity of which only the kind is asked: without it the executor leaves out what the kind decides.
    const keys = shape.keys.length === 0 && shape.isEntityFetch ? ['__typename'] : shape.keys;
    const lost = keys.length > 0 ? keys.map((key) => [...place, key]) : [place];
    return { request, context, shape, entities, lost };
  }

  async #ask(fetch: Fetch): Promise<Brought> {
    const { shape, entities, context } = fetch;
    const { requestId, viewer, deadline, signal } = context;
    const request = { body: writeBody(fetch), requestId, viewer, deadline, signal };
    const reply = await this.#options.connection.post(request);
    if (reply.status >= 500) throw new AnswerError(`The status is ${reply.status}`);
    // Large answers come at once, from several agencies: between the steps of each, others have their turn.
    await takeTurn();
    const answer = readAnswer(reply.text, shape, this.#askedAbout(entities));
    const { data, errors: reported } = answer;
    for (const id of answer.synthetic) context.samples?.add(id);
    context.states?.push({ agency: this.#options.agency, state: answer.catalogue });
    this.#takeTouched(answer, context);
    await takeTurn();
    const denied = data === null ? [] : describeDenied(findDeniedNulls(data, shape.root), reported);
    await takeTurn();
    const errors = [...reported, ...denied.slice(0, maxAgencyErrors)];
    const leftOut = answer.errorsLeftOut + reported.length + denied.length - errors.length;
    if (errors.length > 0) this.#log(errors, fetch);
    if (shape.isEntityFetch && data !== null) this.#forgetInterfaces(data['_entities']);
    const described = this.#describe({ errors, leftOut }, fetch);
    // Where not all is told, an empty list might stand somewhere without a word.
    const isAllTold = described.leftOut === 0 || !errors.some(({ fault }) => fault?.instead != null);
    return { data: isAllTold ? fanOut(data, fetch) : null, errors: described.errors };
  }

  /** What cannot be written down is not shown: an agency has to say what somebody who is named has touched, even if it is nothing. */
  #takeTouched({ data, touched }: SubgraphAnswer, context: ExecutionContext): void {
    if (touched === null && data !== null && context.viewer.kind === 'named')
      throw new AnswerError(`"extensions.${touchedExtension}" does not say what somebody who is named has touched`);
    const { agency } = this.#options;
    context.touched?.push(...(touched ?? []).map((each) => ({ ...each, agency })));
  }

  /**
   * An agency that adds to areas knows no kinds of them and calls each an Area. Merged into a borough, that would take its
   * kind from it: the executor then drops what was asked of a borough, or all of it, without a word.
   */
  #forgetInterfaces(entities: unknown): void {
    for (const entity of Array.isArray(entities) ? entities : []) {
      const typename: unknown = isJsonObject(entity) ? entity['__typename'] : undefined;
      if (typeof typename !== 'string' || !isInterfaceType(this.#options.schema.getType(typename))) continue;
      Reflect.deleteProperty(entity as object, '__typename');
    }
  }

  /** What an entity may call itself: as it was asked about, or by the name of an interface or of one of its kinds. */
  #askedAbout({ unique }: DistinctEntities): AskedEntities {
    const { schema } = this.#options;
    const isKind = (position: number, typename: string): boolean => {
      const asked = unique[position]?.['__typename'];
      if (typename === asked) return true;
      const [one, other] = [schema.getType(typename), schema.getType(String(asked))];
      if (isInterfaceType(one) && isObjectType(other)) return schema.isSubType(one, other);
      return isInterfaceType(other) && isObjectType(one) && schema.isSubType(other, one);
    };
    return { count: unique.length, isKind };
  }

  #log(errors: readonly SubgraphError[], { context }: Fetch): void {
    const masked = errors.filter((error) => !isRelayedCode(error.code) && error.code !== 'AGENCY_UNAVAILABLE');
    const [first] = masked;
    if (!first) return;
    const { code, path } = first;
    const cause = first.message.slice(0, maxLoggedCause);
    const { agency } = this.#options;
    context.log.error({ agency, errors: masked.length, code, path, cause }, 'an agency reports an error of its own');
  }

  #describe({ errors, leftOut }: ReportedErrors, fetch: Fetch): DescribedErrors {
    const all = errors.flatMap((error) =>
      locate(error, fetch).map((path) => {
        const { agency } = this.#options;
        if (error.code === 'AGENCY_UNAVAILABLE') return this.#unavailable(fetch, path);
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
    const { agency } = this.#options;
    const message = describeLeftOut(agency, count);
    return new AgencyError({ agency, code: 'INTERNAL_SERVER_ERROR', message, path: null, lost: [] });
  }

  #tooLarge(message: string, { lost }: Fetch): AgencyError {
    const { agency } = this.#options;
    return new AgencyError({ agency, code: 'OPERATION_TOO_LARGE', message, path: null, lost });
  }

  #unavailable({ lost }: Fetch, path: ResponsePath | null = null): AgencyError {
    const { agency } = this.#options;
    return new AgencyError({ agency, code: 'AGENCY_UNAVAILABLE', message: describeUnavailable(agency), path, lost });
  }
}

/** An error at each null that may not be one, unless the agency reports it itself. */
function describeDenied(nulls: readonly ResponsePath[], reported: readonly SubgraphError[]): readonly SubgraphError[] {
  const known = new Set(reported.map(({ path }) => JSON.stringify(path)));
  return nulls
    .filter((path) => !known.has(JSON.stringify(path)))
    .map((path) => ({ message: `"${path.join('.')}" is null, and may not be`, code: null, path, fault: null }));
}

function writeBody({ request, shape, entities }: Fetch): string {
  const { query, operationName, variables } = request;
  return JSON.stringify({
    query,
    operationName,
    variables: shape.isEntityFetch ? { ...variables, representations: entities.unique } : variables,
  });
}

function fanOut(data: JsonObject | null, { shape, entities }: Fetch): Record<string, unknown> | null {
  if (data === null || !shape.isEntityFetch) return data;
  const answers: unknown = data['_entities'];
  return { _entities: fanOutEntities(Array.isArray(answers) ? answers : [], entities) };
}

/** Where the error stood in the whole fetch, once for each repeat of its entity; null when it is about all of the fetch. */
function locate({ path }: SubgraphError, { shape, entities }: Fetch): readonly (ResponsePath | null)[] {
  if (path === null || (shape.isEntityFetch && typeof path[1] !== 'number')) return [null];
  return shape.isEntityFetch ? fanOutPath(path, entities) : [path];
}

function describeCause(error: unknown): { cause: string; causeCode?: unknown } {
  if (!(error instanceof Error)) return { cause: String(error) };
  return { cause: `${error.name}: ${error.message}`, ...('code' in error && { causeCode: error.code }) };
}

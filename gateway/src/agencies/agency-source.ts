import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { takeTurn } from '@boroughgraph/schema/process/turns.ts';
import { asking } from '@boroughgraph/schema/tracing/current-span.ts';
import { maxAgencyErrors } from '@boroughgraph/schema/wire/limits.ts';
import { touchedExtension } from '@boroughgraph/schema/wire/touched.ts';
import { type AgencyConnection, NoTimeLeft } from './agency-connection.ts';
import type { AgencyFetch, AgencyOperation } from './agency-fetch.ts';
import type { AgencyError } from './agency-error.ts';
import { findDeniedNulls } from './denied-nulls.ts';
import { describeDearQuestion } from '../errors/dear-question.ts';
import { describeDenied, FetchErrors } from './fetch-errors.ts';
import type { FetchShapes } from './fetch-shapes.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import type { ExecutionContext } from '../operations/operation-context.ts';
import { type DistinctEntities, fanOutEntities, findDistinct, isWhole } from './representations.ts';
import type { PathPattern } from '../errors/response-path.ts';
import { AnswerError, type AskedEntities, readAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

/** What an agency source needs to know. */
export interface AgencySourceOptions {
  readonly agency: string;
  readonly connection: AgencyConnection;
  /** The supergraph's schema, from which the right shape of an answer follows. */
  readonly schema: GraphQLSchema;
  /** What answers have to look like. Sources of one schema share them. */
  readonly shapes: FetchShapes;
}

/** An answer of fewer characters is read, checked and merged in less than a millisecond. */
const shortAnswer = 64 * 1024;

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

/**
 * Asks one agency for its part of answers, about each different entity once.
 *
 * Whatever the agency does, nothing here rejects: one that is down, slow or confused is an answer without data and with one
 * error that says so and names what is lost.
 */
export class AgencySource implements FetchSource {
  readonly #options: AgencySourceOptions;
  readonly #errors: FetchErrors;

  constructor(options: AgencySourceOptions) {
    this.#options = options;
    this.#errors = new FetchErrors(options.agency);
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
    const brought = await this.#bring(asked);
    asked.context.completeness?.note(this.#options.agency, brought);
    asked.context.steps?.note(this.#options.agency, asked.place, startedAt);
    return brought;
  }

  async #bring(asked: AskedFetch): Promise<Brought> {
    const startedAt = performance.now();
    const fetch = this.#prepare(asked);
    if (fetch.shape.isEntityFetch && fetch.entities.unique.length === 0)
      return { data: { _entities: fetch.entities.places }, errors: [] };
    try {
      return await this.#ask(fetch);
    } catch (error) {
      const { agency } = this.#options;
      const durationMs = Math.round(performance.now() - startedAt);
      const { log, signal, estimate } = fetch.context;
      const dear = describeDearQuestion(agency, error, estimate);
      if (dear !== null) {
        log.info({ agency, durationMs, estimate, ...describeCause(error) }, 'a question was too dear for an agency');
        return { data: null, errors: [this.#errors.tooLarge(dear, fetch)] };
      }
      if (error instanceof NoTimeLeft) return { data: null, errors: [this.#errors.noTimeLeft(fetch)] };
      // Nobody waits for it any more, which says nothing about the agency.
      if (!signal.aborted) log.warn({ agency, durationMs, ...describeCause(error) }, 'an agency does not answer');
      return { data: null, errors: [this.#errors.unavailable(fetch)] };
    }
  }

  #prepare({ request, context, place }: AskedFetch): AgencyFetch {
    const shape = this.#options.shapes.of(request.query);
    const representations: unknown = request.variables['representations'];
    const objects = Array.isArray(representations) ? representations.filter(isJsonObject) : [];
    const entities = findDistinct(objects, (object) => isWhole(this.#options.schema, object));
    // An entity of which only the kind is asked: without it the executor leaves out what the kind decides.
    const keys = shape.keys.length === 0 && shape.isEntityFetch ? ['__typename'] : shape.keys;
    const lost = keys.length > 0 ? keys.map((key) => [...place, key]) : [place];
    return { request, context, shape, entities, lost };
  }

  async #ask(fetch: AgencyFetch): Promise<Brought> {
    const { shape, entities, context } = fetch;
    const { requestId, viewer, deadline, signal } = context;
    const request = { body: writeBody(fetch), requestId, viewer, deadline, signal };
    const { agency, connection } = this.#options;
    const reply = await asking(`ask ${agency}`, { 'boroughgraph.agency': agency }, async () => {
      const received = await connection.post(request);
      if (received.status >= 500) throw new AnswerError(`The status is ${received.status}`);
      return received;
    });
    // Large answers come at once, from several agencies: between the steps of each, others have their turn.
    const work = { isShort: reply.text.length < shortAnswer };
    await takeTurn(work);
    const answer = await readAnswer(reply.text, shape, this.#askedAbout(entities));
    const { data, errors: reported } = answer;
    for (const id of answer.synthetic) context.samples?.add(id);
    context.states?.push({ agency, state: answer.catalogue });
    this.#takeTouched(answer, context);
    await takeTurn(work);
    const denied =
      data === null || answer.isFlawless ? [] : describeDenied(findDeniedNulls(data, shape.root), reported);
    await takeTurn(work);
    const errors = [...reported, ...denied.slice(0, maxAgencyErrors)];
    const leftOut = answer.errorsLeftOut + reported.length + denied.length - errors.length;
    if (errors.length > 0) this.#errors.log(errors, fetch);
    if (shape.isEntityFetch && data !== null) this.#forgetInterfaces(data['_entities']);
    const described = this.#errors.describe({ errors, leftOut }, fetch);
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
}

function writeBody({ request, shape, entities }: AgencyFetch): string {
  const { query, operationName, variables } = request;
  return JSON.stringify({
    query,
    operationName,
    variables: shape.isEntityFetch ? { ...variables, representations: entities.unique } : variables,
  });
}

function fanOut(data: JsonObject | null, { shape, entities }: AgencyFetch): Record<string, unknown> | null {
  if (data === null || !shape.isEntityFetch) return data;
  const answers: unknown = data['_entities'];
  return { _entities: fanOutEntities(Array.isArray(answers) ? answers : [], entities) };
}

function describeCause(error: unknown): { cause: string; causeCode?: unknown } {
  if (!(error instanceof Error)) return { cause: String(error) };
  return { cause: `${error.name}: ${error.message}`, ...('code' in error && { causeCode: error.code }) };
}

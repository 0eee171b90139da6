import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { searchName } from '@boroughgraph/schema/search/search-schema.ts';
import { describeInternal } from '@boroughgraph/schema/wire/internal-error.ts';
import {
  execute,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { AgencyError } from '../agencies/agency-error.ts';
import type { Wanted } from '@boroughgraph/schema/finding/ranking.ts';
import type { AskedFetch, Brought, FetchSource } from '../agencies/agency-source.ts';
import type { PathPattern } from '../errors/response-path.ts';
import type { ExecutionContext } from '../operations/operation-context.ts';
import { readMatches, readThings, type SearchResult, writeSearch } from './agency-matches.ts';
import type { KnownThings } from './known-things.ts';

type Source = GraphQLDataSource<ExecutionContext>;
type Process = GraphQLDataSourceProcessOptions<ExecutionContext>;

/** What a search needs to know. */
export interface SearchDeskOptions {
  /** The agencies that are asked, by name, in the order in which equals are told. */
  readonly agencies: ReadonlyMap<string, FetchSource>;
  /** What is known of them here, by name. */
  readonly known: ReadonlyMap<string, KnownThings>;
  /** All of the supergraph. */
  readonly supergraphSchema: GraphQLSchema;
  /** The part of it that is answered here. */
  readonly schema: GraphQLSchema;
}

/** What is kept while one fetch is answered. */
interface Answering {
  readonly asked: AskedFetch;
  readonly errors: AgencyError[];
}

/** What of an agency fits, or why that is not known. */
interface Answer {
  readonly agency: string;
  /** Null where it has brought nothing. */
  readonly results: readonly SearchResult[] | null;
  readonly errors: readonly AgencyError[];
}

/**
 * Answers searches over all agencies: the best of what fits of each are told. What everybody may find of an agency is known here while the
 * state is held in which it is; else, and for whoever may know more, the agency says it.
 *
 * Never rejects: an agency that is down, slow or confused costs its own results and one error that names it.
 */
export class SearchDesk implements Source, FetchSource {
  readonly #options: SearchDeskOptions;

  constructor(options: SearchDeskOptions) {
    this.#options = options;
  }

  /** The same as {@link fetch}, in the form in which Apollo's executor asks. */
  async process(options: Process): Promise<Awaited<ReturnType<Source['process']>>> {
    if (!('incomingRequestContext' in options)) throw new Error('A search answers operations only');
    const { request, context, pathInIncomingRequest: place = [] } = options;
    const { query = '', operationName, variables = {} } = request;
    const { data, errors } = await this.fetch({ request: { query, operationName, variables }, context, place });
    return { data, ...(errors.length > 0 && { errors }) };
  }

  /** What is found. */
  async fetch(asked: AskedFetch): Promise<Brought> {
    const errors: AgencyError[] = [];
    const { data, errors: refused = [] } = await execute({
      schema: this.#options.schema,
      document: parse(asked.request.query, { noLocation: true }),
      variableValues: asked.request.variables,
      operationName: asked.request.operationName ?? null,
      rootValue: { [searchName]: this.#search.bind(this) },
      contextValue: { asked, errors } satisfies Answering,
    });
    return { data: data ?? null, errors: [...errors, ...refused.map((error) => describeRefused(error, asked))] };
  }

  async #search(
    wanted: Wanted,
    { asked, errors }: Answering,
    { path: { key }, fieldNodes, fragments }: GraphQLResolveInfo,
  ): Promise<readonly SearchResult[] | null> {
    const place = [...asked.place, key];
    const fields = fieldNodes.flatMap(({ selectionSet }) => namesIn(selectionSet, fragments)).toSorted();
    const { agencies, supergraphSchema } = this.#options;
    const answers = await Promise.all(
      [...agencies.keys()].map(async (agency): Promise<Answer> => {
        const query = writeSearch(agency, supergraphSchema, fields);
        if (query === null) return { agency, results: null, errors: [] };
        return this.#recall(agency, wanted, asked) ?? (await this.#ask([agency, query], wanted, { ...asked, place }));
      }),
    );
    const failures = answers.flatMap((answer) => answer.errors);
    errors.push(...withoutRepeats(failures.map((error) => atResults(error, { key, place }))));
    if (failures.length > 0 && answers.every(({ results }) => results === null)) return null;
    return withoutGuesses(answers.flatMap(({ results }) => results ?? []))
      .toSorted((one, other) => other.score - one.score)
      .slice(0, wanted.first);
  }

  /** What is known here of an agency; null where it has to be asked. */
  #recall(agency: string, wanted: Wanted, { context }: AskedFetch): Answer | null {
    if (context.viewer.kind !== 'anonymous') return null;
    const things = this.#options.known.get(agency)?.current(wanted) ?? null;
    if (things === null) return null;
    context.states?.push({ agency, state: things.state });
    context.completeness?.add(agency, 'CACHED');
    return { agency, results: readThings(agency, things, wanted), errors: [] };
  }

  async #ask(
    [agency, query]: readonly [string, string],
    { text, first }: Wanted,
    { context, place }: AskedFetch,
  ): Promise<Answer> {
    const source = this.#options.agencies.get(agency);
    if (source === undefined) return { agency, results: null, errors: [] };
    const request = { query, operationName: 'Search', variables: { text, first } };
    const { data, errors } = await source.fetch({ request, context, place });
    return { agency, results: data && readMatches(agency, data), errors };
  }
}

/** The names of the fields of a selection, whatever stands in fragments. */
function namesIn(
  selectionSet: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo['fragments'],
): readonly string[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    return namesIn(fragment?.selectionSet, fragments);
  });
}

/** What fits so well has the words because they are meant, held or not. */
const certainScore = 2;

/** Where an agency has the words themselves, what others have of words like them was not meant. */
function withoutGuesses(results: readonly SearchResult[]): readonly SearchResult[] {
  const isCertain = results.some(({ score, isGuess }) => !isGuess && score >= certainScore);
  return isCertain ? results.filter(({ isGuess }) => !isGuess) : results;
}

/** What graphql refuses of the question itself, which is a null that an argument may not be; whatever else fails is ours. */
function describeRefused({ message, path, originalError }: GraphQLError, { context, place }: AskedFetch): AgencyError {
  const isArguments = originalError === undefined || originalError instanceof GraphQLError;
  return new AgencyError({
    agency: searchName,
    code: isArguments ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR',
    message: isArguments ? message : describeInternal(context.requestId),
    path: path ?? null,
    lost: [[...place, ...(path ?? [])]],
  });
}

/** An error of an agency, told of the list from which its results are missing. */
function atResults(
  { failure }: AgencyError,
  { key, place }: { readonly key: string | number; readonly place: PathPattern },
): AgencyError {
  return new AgencyError({ ...failure, fault: null, path: [key], lost: [place] });
}

/** All agencies find the same fault with an argument. */
function withoutRepeats(errors: readonly AgencyError[]): readonly AgencyError[] {
  return errors.filter(
    ({ failure: { code, message } }, index) =>
      code !== 'BAD_USER_INPUT' || errors.findIndex((other) => other.failure.message === message) === index,
  );
}

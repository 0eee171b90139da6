import '../telemetry-off.ts';
import type { KeyObject } from 'node:crypto';
import { CostLimit } from '@boroughgraph/schema/cost/cost-limit.ts';
import { agencyAnswerMs } from '@boroughgraph/schema/wire/deadlines.ts';
import { readSearchSchema, searchName, searchUrl } from '@boroughgraph/schema/search/search-schema.ts';
import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { hashSupergraph } from '@boroughgraph/schema/wire/supergraph-header.ts';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { AgencyConnection, type RequestEnd } from '../agencies/agency-connection.ts';
import type { PulseState } from '../agencies/agency-pulse.ts';
import { AgencySource, type FetchSource } from '../agencies/agency-source.ts';
import { FetchMemory } from '../agencies/fetch-memory.ts';
import { RememberedAnswers } from '../agencies/remembered-answers.ts';
import { type AccessRules, readAccessRules } from '../access/access-rules.ts';
import { writeEnforced } from '../access/enforced-supergraph.ts';
import type { AgencyUrls } from '../environment.ts';
import { hideTagged } from './contract.ts';
import { ApolloExecutor } from '../execution/apollo-executor.ts';
import { CompiledExecutor } from '../execution/compiled-executor.ts';
import type { Executor, ExecutorName } from '../execution/executor.ts';
import { FetchShapes } from '../agencies/fetch-shapes.ts';
import { keptPlansOf } from '../planning/kept-plans.ts';
import { Planner } from '../planning/planner.ts';
import type { StartPlanningThread } from '../planning/planning-thread.ts';
import { KnownThings } from '../search/known-things.ts';
import { SearchDesk } from '../search/search-desk.ts';
import { QueryPlans } from '../planning/query-plans.ts';
import { findRequiringFields } from '../planning/requiring-fields.ts';
import { readForms } from './supergraph-forms.ts';

/** What a generation is made of. */
export interface GenerationParts {
  readonly supergraphSdl: string;
  /** What carries one of these tags is not there for clients. @default none is hidden */
  readonly hiddenTags?: readonly string[] | undefined;
  /** Where each subgraph of the supergraph answers. The addresses in the supergraph are not used. */
  readonly urls: AgencyUrls;
  /** The longest that one agency may take for one answer, in milliseconds. @default 10000 */
  readonly timeoutMs?: number | undefined;
  /** The largest answer of an agency that is read, in bytes. @default 64 MiB */
  readonly maxAnswerBytes?: number | undefined;
  /** The processor time that planning one operation may take, in milliseconds. @default 5000 */
  readonly planningMs?: number | undefined;
  /** @default threads of this process, which end with the generation */
  readonly startPlanningThread?: StartPlanningThread | undefined;
  /** Documents whose operations are planned before anybody asks for them, and before others. @default none */
  readonly registeredOperations?: readonly string[] | undefined;
  /** What executes plans. @default compiled */
  readonly executor?: ExecutorName | undefined;
  /** Told when an agency gives no sign of life, and when it is back, after so many milliseconds. @default nobody is told */
  readonly onPulse?: ((agency: string, state: PulseState, lastedMs: number) => void) | undefined;
  /** Told of each request to an agency how it ended, and after how many milliseconds. @default nobody is told */
  readonly onFetch?: ((agency: string, end: RequestEnd, durationMs: number) => void) | undefined;
  /** With which agencies are told who asks. @default null: everybody is anonymous */
  readonly signingKey?: KeyObject | null | undefined;
  /** How much memory may be taken by what agencies have answered to single fetches, in bytes. @default 0: it is not remembered */
  readonly fetchBytes?: number | undefined;
}

/** Milliseconds from its start in which a gateway that needs no planning thread has none: other servers start beside it, and want the processor. */
const threadIdleMs = 10_000;

type Connections = ReadonlyMap<string, AgencyConnection>;

/**
 * All that the gateway answers operations by: one supergraph in the forms that answering takes, and what is bound to it. None
 * of it changes. A gateway with another supergraph, or other addresses, has another generation.
 */
export interface Generation {
  /** All of the supergraph, as text, without the mark that others have to enforce what is enforced here. */
  readonly supergraphSdl: string;
  /** The supergraph as it was given, without what is hidden, in a word: see `hashSupergraph`. */
  readonly hash: string;
  /** What callers may see, as agencies say; null where everybody may see everything. */
  readonly accessRules: AccessRules | null;
  /** What clients see, for validating. */
  readonly apiSchema: GraphQLSchema;
  /** Refuses operations that would cost too much. */
  readonly costLimit: CostLimit;
  /** Prepares operations, and remembers them. */
  readonly plans: QueryPlans;
  /** Executes what is prepared. */
  readonly executor: Executor;
  readonly connections: Connections;
  /** Resolves when operations are planned without delay; rejects when they cannot be. Whoever asks for it has a planning thread started. */
  readonly ready: Promise<void>;
  /** Resolves when the operations that are registered are planned, or cannot be; never rejects. */
  readonly planned: Promise<void>;
  /** Ends its planner and its connections; what still waits for them fails. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * A generation over a composed supergraph, which it loads from the text and never from the network.
 *
 * @throws {Error} when the supergraph is not valid or has a subgraph without an address; nothing stays open.
 */
export function createGeneration(parts: GenerationParts): Generation {
  const { rules, supergraphSdl, hash, supergraphSchema } = readSupergraphRules(parts);
  const { subgraphs, apiSchema, clientSchema } = readForms(supergraphSdl);
  const agencies = subgraphs.filter(({ url }) => url !== searchUrl);
  for (const { name } of agencies) requireAddress(name, parts);
  const connections = connect(parts);
  const planner = new Planner({ ...parts, supergraphSdl });
  const known = { schema: apiSchema, requiringFields: findRequiringFields(supergraphSchema) };
  const executing = {
    supergraphSchema,
    apiSchema,
    clientSchema,
    sources: createSources(connections, supergraphSchema, parts),
  };
  const plans = new QueryPlans(known, planner, { kept: keptPlansOf(supergraphSdl) });
  const closing = new AbortController();
  // Who asks before that is planned for by himself.
  const planned = plans.planRegistered(parts.registeredOperations ?? [], closing.signal);
  const startingThread = setTimeout(() => {
    // Whoever then needs it is told what is wrong with it.
    planner.ready.catch(() => undefined);
  }, threadIdleMs).unref();
  return {
    supergraphSdl,
    hash,
    accessRules: rules,
    apiSchema,
    costLimit: new CostLimit(supergraphSchema, maxCost),
    plans,
    executor: parts.executor === 'apollo' ? new ApolloExecutor(executing) : new CompiledExecutor(executing),
    connections,
    get ready() {
      return planner.ready;
    },
    planned,
    close: async () => {
      closing.abort();
      clearTimeout(startingThread);
      await Promise.all([planner.stop(), ...connections.values().map((connection) => connection.close())]);
    },
  };
}

/** The rules of who may see what, and a supergraph for what does not enforce them, without what nobody may. @throws {UnenforceableError} where one could not be. */
function readSupergraphRules({ supergraphSdl: given, hiddenTags = [] }: GenerationParts) {
  const supergraphSdl = hideTagged(given, hiddenTags);
  const hash = hashSupergraph(supergraphSdl);
  const document = parse(supergraphSdl, { noLocation: true });
  const supergraphSchema = buildASTSchema(document, { assumeValidSDL: true, assumeValid: true });
  const rules = readAccessRules(document, supergraphSchema);
  return {
    rules,
    hash,
    supergraphSdl: rules === null ? supergraphSdl : writeEnforced(document),
    // That a rule has to be enforced is said of the whole and of nothing in it.
    supergraphSchema,
  };
}

function requireAddress(agency: string, { urls }: GenerationParts): void {
  if (urls[agency] !== undefined) return;
  throw new Error(`The supergraph has a subgraph "${agency}", for which there is no address`);
}

function connect({
  urls,
  timeoutMs = agencyAnswerMs,
  maxAnswerBytes,
  signingKey = null,
  onPulse,
  onFetch,
}: GenerationParts): Connections {
  return new Map(
    Object.entries(urls).map(([agency, url]) => {
      const tell = (state: PulseState, lastedMs: number) => onPulse?.(agency, state, lastedMs);
      const onEnd = (end: RequestEnd, durationMs: number): void => {
        onFetch?.(agency, end, durationMs);
      };
      const how = { timeoutMs, maxAnswerBytes, signingKey, onPulse: tell, onEnd };
      return [agency, new AgencyConnection({ agency, url, ...how })];
    }),
  );
}

/** One for each agency, and that of the part which is answered here. */
function createSources(
  connections: Connections,
  schema: GraphQLSchema,
  { fetchBytes = 0 }: Pick<GenerationParts, 'fetchBytes'>,
): Readonly<Record<string, FetchSource>> {
  const fetches = fetchBytes > 0 ? new FetchMemory(fetchBytes) : null;
  const shapes = new FetchShapes(schema);
  const asking = [...connections].map(([agency, connection]) => {
    const source = new AgencySource({ agency, connection, schema, shapes });
    return { agency, source, state: connection.state };
  });
  const agencies = new Map(asking.map(({ agency, source }) => [agency, source]));
  const known = new Map([...connections].map(([agency, connection]) => [agency, new KnownThings(connection)]));
  const searching = { agencies, known, supergraphSchema: schema, schema: searchSchema() };
  const remembering = asking.map(
    (asked) => [asked.agency, new RememberedAnswers({ ...asked, shapes, fetches })] as const,
  );
  return { ...Object.fromEntries(remembering), [searchName]: new SearchDesk(searching) };
}

const searchSchema = () => buildASTSchema(readSearchSchema().typeDefs, { assumeValidSDL: true, assumeValid: true });

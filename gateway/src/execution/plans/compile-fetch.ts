import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { AgencyError } from '../../agencies/agency-error.ts';
import type { AskedFetch, FetchSource } from '../../agencies/agency-source.ts';
import type { PathPattern, ResponsePath } from '../../errors/response-path.ts';
import { isResultObject, readOwn, type ResultObject } from '../result-object.ts';
import { findEntities, placeEntities } from './entity-places.ts';
import { merge } from './merge.ts';
import type { PlanParts, PlanRun, Step } from './plan-run.ts';
import { compileRepresentation, type Represent } from './representation.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';

interface Fetch {
  readonly node: FetchNode;
  readonly place: PathPattern;
  readonly source: FetchSource;
  /** What is changed in what comes, where the planner asks for it under another name. */
  readonly receive: Rewrite | null;
}

/** A fetch about objects that others have brought. */
type EntityFetch = Fetch & {
  readonly represent: Represent;
  /** What is changed in representations. */
  readonly send: Rewrite | null;
  /** The same for fetches that ask the same of one agency. */
  readonly kind: string;
};

/** One fetch of a plan; what lies at `place` gets what it brings. Never rejects: what goes wrong is an error of the run. */
export function compileFetch(node: FetchNode, place: PathPattern, { schema, sources }: PlanParts): Step {
  const source = sources[node.serviceName];
  if (source === undefined)
    throw new Error(`The plan asks "${node.serviceName}", which is no agency of the supergraph`);
  const fetch = { node, place, source, receive: compileRewrites(schema, node.outputRewrites) };
  if (node.requires === undefined) return reporting((run) => fetchRoot(run, fetch));
  const represent = compileRepresentation(schema, node.requires);
  const kind = `${node.serviceName} ${nameless(node)}`;
  const entityFetch = { ...fetch, represent, send: compileRewrites(schema, node.inputRewrites), kind };
  return reporting((run) => fetchEntities(run, entityFetch));
}

/** The operation of a fetch without its name, which is another one for each fetch of a plan. */
function nameless({ operation, operationName }: FetchNode): string {
  return operationName === undefined ? operation : operation.replace(operationName, '');
}

/** What fails on our side costs what the fetch would have brought, and nothing else. */
function reporting(step: Step): Step {
  return async (run) => {
    try {
      await step(run);
    } catch (error) {
      const originalError = error instanceof Error ? error : null;
      run.errors.push(new GraphQLError(originalError?.message ?? 'A fetch failed', { originalError }));
    }
  };
}

async function fetchRoot(run: PlanRun, fetch: Fetch): Promise<void> {
  const targets = findEntities(run.root, fetch.place);
  if (targets.length === 0) return;
  const { data, errors } = await fetch.source.fetch(asking(run, fetch));
  for (const error of errors) report(run, error, error.path && [...fetch.place, ...error.path]);
  if (data === null) return;
  fetch.receive?.(data);
  for (const target of targets) merge(target, data);
}

async function fetchEntities(run: PlanRun, fetch: EntityFetch): Promise<void> {
  const entities = findEntities(run.root, fetch.place);
  const { represented, representations } = representAll(entities, fetch);
  if (representations.length === 0) return;
  const asked = { ...asking(run, fetch), representations };
  const { data, errors } = await run.joint.fetch(fetch.source, fetch.kind, asked);
  if (errors.length > 0) {
    const places = placeEntities(run.root, fetch.place);
    for (const error of errors) report(run, error, placeError(error, { places, represented, fetch }));
  }
  const received = data?.['_entities'];
  if (!Array.isArray(received)) return;
  for (const [position, answer] of (received as readonly unknown[]).entries()) {
    const entity = entities[represented[position] ?? -1];
    if (entity === undefined || !isResultObject(answer)) continue;
    if (fetch.receive !== null) {
      answer['__typename'] ??= entity['__typename'];
      fetch.receive(answer);
    }
    merge(entity, answer);
  }
}

interface Represented {
  /** Which of the entities each of the representations stands for. */
  readonly represented: readonly number[];
  readonly representations: readonly ResultObject[];
}

/** Those of the entities that the agency can know: of the others it is not asked. */
function representAll(entities: readonly ResultObject[], { represent, send }: EntityFetch): Represented {
  const represented: number[] = [];
  const representations: ResultObject[] = [];
  for (const [index, entity] of entities.entries()) {
    const representation = represent(entity);
    if (!representation?.['__typename']) continue;
    send?.(representation);
    represented.push(index);
    representations.push(representation);
  }
  return { represented, representations };
}

function asking(run: PlanRun, { node, place }: Fetch): AskedFetch {
  const { operation: query, operationName } = node;
  return { request: { query, operationName, variables: readVariables(run, node) }, context: run.context, place };
}

function readVariables({ variables }: PlanRun, { variableUsages = [] }: FetchNode): ResultObject {
  const read: ResultObject = {};
  for (const name of variableUsages) {
    const value = readOwn(variables, name);
    if (value !== undefined) read[name] = value;
  }
  return read;
}

interface ErrorPlaces {
  readonly places: readonly ResponsePath[];
  readonly represented: Represented['represented'];
  readonly fetch: Fetch;
}

/** Where in the response an error of an entity fetch is: `["_entities", 2, "crime"]` is about the third representation. */
function placeError({ path }: AgencyError, { places, represented, fetch }: ErrorPlaces): ResponsePath | undefined {
  if (path === undefined) return undefined;
  const [, position, ...rest] = path;
  if (typeof position !== 'number') return [...fetch.place, ...path];
  return [...(places[represented[position] ?? -1] ?? []), ...rest];
}

function report(run: PlanRun, error: AgencyError, path: ResponsePath | undefined): void {
  const { message, extensions } = error;
  // Not an Error, which graphql asks for to copy a stack that nobody needs; it is kept as it is.
  const originalError = error as unknown as Error;
  run.errors.push(new GraphQLError(message, { originalError, extensions, ...(path && { path }) }));
}

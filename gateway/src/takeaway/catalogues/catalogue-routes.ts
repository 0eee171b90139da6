import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printSchema } from 'graphql';
import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { callerHeaders } from '../../callers/caller-headers.ts';
import {
  type AnsweringLimits,
  type BindingOptions,
  bindRequests,
  boundGeneration,
  createContext,
  isFromNobody,
} from '../../http/bind-request.ts';
import type { NamedOperation } from '../../supergraph/schema-files.ts';
import { executeJson, sendErrors } from '../answer-table.ts';
import type { RefusedFile } from '../refused-file.ts';
import { sendFile, tagOf } from '../file-reply.ts';
import { writeAtom } from './atom.ts';
import { allReleases, catalogueAnswer, type CataloguedAgency, writeCatalogueOperation } from './catalogue-answer.ts';
import { correctionsOf, writeCorrections } from './corrections.ts';
import { writeDcat } from './dcat.ts';
import { writeOpenApi } from './open-api.ts';

/** What says what is here. */
export type CatalogueRouteOptions = BindingOptions &
  AnsweringLimits & {
    readonly operations: readonly NamedOperation[];
    /** Whether nothing is told of the schema. */
    readonly hidesSchema: boolean;
  };

/** Serves what says what is here: the catalogue, feeds, the doors that answer GET, and the schema. */
export function addCatalogueRoutes(server: FastifyInstance, options: CatalogueRouteOptions): void {
  const add = (
    url: string,
    write: (request: FastifyRequest, reply: FastifyReply) => Promise<Written | RefusedFile>,
  ) => {
    server.route({
      method: 'GET',
      url,
      compress: false,
      ...bindRequests(options),
      handler: async (request, reply) => send(request, reply, await write(request, reply)),
    });
  };
  const fromCatalogue =
    (write: (agencies: readonly CataloguedAgency[], request: FastifyRequest) => Written, last?: number) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const agencies = await readCatalogue(request, reply, { ...options, ...(last !== undefined && { last }) });
      return 'kind' in agencies ? agencies : write(agencies, request);
    };
  add(
    '/catalogue.jsonld',
    fromCatalogue((agencies, request) => ({
      type: 'application/ld+json; charset=utf-8',
      text: `${JSON.stringify(writeDcat(agencies, originOf(request)), null, 1)}\n`,
    })),
  );
  add('/feeds/:feed', fromCatalogue(writeFeed));
  for (const form of correctionForms)
    add(
      `/corrections.${form}`,
      fromCatalogue((agencies, request) => writeRegister(agencies, request, form), allReleases),
    );
  add('/openapi.json', (request) => Promise.resolve(describeDoors(request, options)));
  add('/schema.graphql', (request) => Promise.resolve(describeSchema(request, options)));
}

interface Written {
  readonly type: string;
  readonly text: string;
}

const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;

/** All that agencies say of their datasets; an error of one of them comes in place of all. */
async function readCatalogue(
  request: FastifyRequest,
  reply: FastifyReply,
  { last, ...limits }: AnsweringLimits & { readonly last?: number },
): Promise<readonly CataloguedAgency[] | RefusedFile> {
  const { executor } = boundGeneration(request);
  const text = writeCatalogueOperation(executor.schema, last);
  const asked = { text, hash: null, operationName: undefined, variables: {} };
  const answered = await executeJson(executor, { request, asked, context: createContext(request, reply, limits) });
  if (answered.kind === 'errors') return answered;
  const { data } = answered.answer as { data: unknown };
  return Object.values(catalogueAnswer.parse(data)).filter((agency) => agency !== null);
}

const correctionForms = ['json', 'csv'] as const;

function writeRegister(agencies: readonly CataloguedAgency[], request: FastifyRequest, form: 'json' | 'csv'): Written {
  const corrections = correctionsOf(agencies, originOf(request));
  return form === 'json'
    ? { type: 'application/json; charset=utf-8', text: `${JSON.stringify({ corrections }, null, 1)}\n` }
    : { type: 'text/csv; charset=utf-8; header=present', text: writeCorrections(corrections) };
}

const allFeed = 'releases.atom';

function writeFeed(agencies: readonly CataloguedAgency[], request: FastifyRequest): Written {
  const { feed } = request.params as { feed: string };
  const origin = originOf(request);
  const open = agencies.flatMap(({ datasets }) => datasets).filter(({ accessTier }) => accessTier === 'OPEN');
  const type = 'application/atom+xml; charset=utf-8';
  if (feed === allFeed) {
    const title = 'boroughgraph: releases and recalls';
    return { type, text: writeAtom(open, { title, path: `/feeds/${allFeed}`, origin }) };
  }
  const dataset = open.find(({ id, formerIds }) => [id, ...formerIds].some((known) => `${known}.atom` === feed));
  if (dataset === undefined) throw noFeed(feed);
  const { id, title } = dataset;
  return {
    type,
    text: writeAtom([dataset], { title: `${title}: releases and recalls`, path: `/feeds/${id}.atom`, origin }),
  };
}

function noFeed(feed: string): HttpError {
  const message = `There is no feed "${feed.slice(0, 100)}". Expected ${allFeed}, or the id of an open dataset and .atom after it.`;
  return new HttpError({ status: 404, code: 'BAD_REQUEST', message });
}

function describeDoors(request: FastifyRequest, { operations }: CatalogueRouteOptions): Written {
  const { schema } = boundGeneration(request).executor;
  return {
    type: 'application/vnd.oai.openapi+json; charset=utf-8',
    text: `${JSON.stringify(writeOpenApi(operations, schema), null, 1)}\n`,
  };
}

function describeSchema(request: FastifyRequest, { hidesSchema }: CatalogueRouteOptions): Written {
  if (hidesSchema)
    throw new HttpError({ status: 404, code: 'BAD_REQUEST', message: 'The schema of this endpoint is not told.' });
  return {
    type: 'application/graphql; charset=utf-8',
    text: `${printSchema(boundGeneration(request).executor.schema)}\n`,
  };
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  written: Written | RefusedFile,
): Promise<FastifyReply> {
  if ('kind' in written) return sendErrors(reply.header('cache-control', 'no-store'), written);
  const bytes = Buffer.from(written.text);
  const isKept = isFromNobody(request);
  const headers = {
    'content-type': written.type,
    vary: `accept-encoding, ${callerHeaders}`,
    'cache-control': isKept ? 'no-cache' : 'private, no-store',
  };
  return sendFile(request, reply, { bytes, headers, isKept, hash: tagOf(bytes) });
}

import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { relayedCodeOf } from '@boroughgraph/kit/series/errors.ts';
import { startGateway } from '@boroughgraph/gateway/server.ts';
import { type Answer, ask } from '../answer.ts';
import { AskedFields } from '../asked-fields.ts';
import { type FailingProxy, startFailingProxy } from '../failures/failing-proxy.ts';
import type { FailurePlan } from '../failures/failure.ts';
import { readFieldAgencies } from '../field-agencies.ts';
import type { GeneratorParts } from '../generator/generate-operation.ts';
import { createVocabulary } from '../generator/vocabulary.ts';
import { createMonolith, type Monolith } from '../monolith/monolith.ts';
import type { Operation } from '../operation.ts';
import { readLoadedNames } from './loaded-names.ts';
import { agencies } from '../../support/all-agencies.ts';
import { serveAgencies } from './agencies.ts';
import { comparedSchema } from './compared-fields.ts';
import { startStockGateway } from './stock-gateway.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** Our gateway by both executors, the stock one and the monolith, over the same figures. */
export interface ComparedSystem extends AsyncDisposable {
  /** What operations for it are made of. */
  readonly parts: GeneratorParts;
  /** What an operation asks for, and of whom. */
  readonly readAsked: (operation: Operation) => AskedFields;
  /** The agencies that can fail. */
  readonly agencies: readonly string[];
  /** Our gateway's answer. */
  readonly askOurs: (operation: Operation) => Promise<Answer>;
  /** Our gateway's answer with Apollo's executor; null where only ours is of interest. */
  readonly askByApollo: ((operation: Operation) => Promise<Answer>) | null;
  /** The answer of plain `@apollo/gateway`. */
  readonly askStock: (operation: Operation) => Promise<Answer>;
  /** The answer without any gateway, which no failure touches. */
  readonly askMonolith: (operation: Operation) => Promise<Answer>;
  /** What happens to agencies from now on. */
  readonly follow: (plan: FailurePlan) => Promise<void>;
}

/** What is composed, as clients see it and as gateways do. */
const read = (name: string): string => readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8');

/**
 * Milliseconds that our gateway waits for an agency: many times what the slowest takes over these figures on a busy
 * machine, and short enough that slow agencies do not make the whole run slow.
 */
const timeoutMs = 400;

/** Starts everything over an empty database. */
export async function startComparedSystem(databaseUrl: string): Promise<ComparedSystem> {
  await using resources = new AsyncDisposableStack();
  const api = read('api.graphql');
  const schema = buildSchema(api);
  const { byName } = resources.use(await serveAgencies(databaseUrl));
  const proxies: (FailingProxy & { readonly agency: string })[] = [];
  for (const [agency, { url: target }] of byName) {
    const proxy = resources.use(await startFailingProxy({ agency, target, schema, timeoutMs }));
    proxies.push({ agency, ...proxy });
  }
  const addresses = new Map(proxies.map(({ agency, url }) => [agency, url]));
  const urls = Object.fromEntries(addresses);
  const options = { urls, port: 0, timeoutMs, logLevel: 'silent', startPlanningThread: startKeptThread } as const;
  const ours = resources.use(await startGateway(options));
  const byApollo = resources.use(await startGateway({ ...options, executor: 'apollo' }));
  const stock = resources.use(await startStockGateway(read('supergraph.graphql'), addresses));
  const monolith = createMonolith(api, [...byName.values()]);
  const vocabulary = createVocabulary(agencies, await readLoadedNames(monolith));
  const fieldAgencies = readFieldAgencies(schema, agencies);
  const moved = resources.move();
  return {
    parts: { schema: comparedSchema(api), vocabulary },
    readAsked: (operation) => new AskedFields({ schema, agencies: fieldAgencies }, operation),
    agencies: [...byName.keys()],
    askOurs: (operation) => ask(`${ours.url}/graphql`, operation),
    askByApollo: (operation) => ask(`${byApollo.url}/graphql`, operation),
    askStock: (operation) => ask(stock.url, operation),
    askMonolith: (operation) => askMonolith(monolith, operation),
    follow: async (plan) => {
      for (const proxy of proxies) await proxy.follow(plan);
    },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  };
}

/** The answer in the form in which it would be sent, its errors with the codes that a client would find. */
async function askMonolith(monolith: Monolith, operation: Operation): Promise<Answer> {
  const { data, errors } = await monolith(operation);
  const coded = errors?.map((error) => {
    // Without data, nothing ran: a variable has a value that is none of its type.
    const code = data === undefined ? 'BAD_USER_INPUT' : (relayedCodeOf(error) ?? 'INTERNAL_SERVER_ERROR');
    return { message: error.message, path: error.path, extensions: { code } };
  });
  return JSON.parse(JSON.stringify({ data, errors: coded })) as Answer;
}

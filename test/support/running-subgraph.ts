import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { createHttpServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { openStore, type StoreDatabase } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createDatabase } from './database.ts';
import { removeFolder } from './remove-folder.ts';

/** A small hand-made file to load. */
export interface SmallFile {
  readonly dataset: string;
  readonly name: string;
  readonly text: string;
  /** @default '2025-01-01' */
  readonly publishedAt?: string;
  /** The texts of the files that the dataset's reader needs beside, by name. @default {} */
  readonly references?: Readonly<Record<string, string>>;
}

/** What a subgraph answers, unread. */
export interface SubgraphAnswer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

/** One subgraph over a database of its own, without a port. */
export interface RunningSubgraph extends AsyncDisposable {
  readonly store: StoreDatabase;
  /** The statements that it has sent to PostgreSQL since the list was last emptied. */
  readonly statements: string[];
  readonly load: (file: SmallFile) => Promise<LoadReport>;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<SubgraphAnswer>;
  /** Asks what a gateway asks: the given fields of the type's entities with these keys, in their order. */
  readonly askEntities: (
    type: string,
    keys: readonly Readonly<Record<string, unknown>>[],
    fields: string,
  ) => Promise<{ readonly entities: readonly unknown[]; readonly errors: SubgraphAnswer['errors'] }>;
}

/** Starts a subgraph with nothing loaded: `await using policing = await startRunningSubgraph(subgraph)`. */
export async function startRunningSubgraph(subgraph: Subgraph): Promise<RunningSubgraph> {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await createDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'boroughgraph-references-'));
  resources.defer(() => removeFolder(folder));
  const statements: string[] = [];
  const schema = subgraph.databaseSchema;
  const store = openStore({ url: database.url, schema, onStatement: (text) => statements.push(text) });
  resources.defer(store.close);
  await store.sql`create schema ${store.sql(schema)}`;
  await migrateStore(store.sql, schema);
  const app = await createHttpServer(subgraph, store, 'silent');
  resources.defer(() => app.close());
  const ask: RunningSubgraph['ask'] = async (query, variables = {}) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    // A GraphQL server answers in this form; a test that gets another fails where it reads it.
    return response.json<SubgraphAnswer>();
  };
  return {
    store,
    statements,
    load: (file) => load(file, { subgraph, store, folder }),
    ask,
    askEntities: async (type, keys, fields) => {
      const query = `query Entities($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${fields} } } }`;
      const { data, errors } = await ask(query, { keys: keys.map((key) => ({ __typename: type, ...key })) });
      // The federation specification gives `_entities` this form.
      return { entities: (data?.['_entities'] ?? []) as readonly unknown[], errors };
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function load(
  { dataset, name, text, publishedAt = '2025-01-01', references = {} }: SmallFile,
  { subgraph, store, folder }: { subgraph: Subgraph; store: StoreDatabase; folder: string },
): Promise<LoadReport> {
  const paths: [string, string][] = [];
  for (const [key, other] of Object.entries(references)) {
    const path = join(folder, key);
    await writeFile(path, other);
    paths.push([key, path]);
  }
  const source = sourceFile(name, new TextEncoder().encode(text));
  const { datasets } = subgraph;
  return loadText({
    sql: store.sql,
    datasets,
    dataset,
    source,
    publishedAt,
    references: Object.fromEntries(paths),
    // Made-up editions of a few rows change most of what they have in common.
    confirmRevision: true,
  });
}

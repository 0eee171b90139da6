import { loadText } from '@boroughgraph/kit/import/load-file.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import type { OtherAgency } from '@boroughgraph/kit/import/linked-datasets.ts';
import type { LoadReport } from '@boroughgraph/kit/import/report.ts';
import { sourceFile } from '@boroughgraph/kit/import/source-file.ts';
import { createHttpServer } from '@boroughgraph/kit/server/http-server.ts';
import type { Subgraph } from '@boroughgraph/kit/server/subgraph.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { createDatabase } from '../support/database.ts';

/** An agency that holds made-up datasets and answers over HTTP. */
export interface AttackedAgency extends AsyncDisposable {
  readonly url: string;
  /** What a load of another agency may read of it. */
  readonly asOther: OtherAgency;
  readonly publish: (edition: Edition) => Promise<LoadReport>;
}

/** A file of a dataset and the day on which it was published. */
export interface Edition {
  readonly dataset: string;
  readonly text: string;
  readonly publishedAt: string;
  /** Agencies whose datasets are linked to it, by name. @default none */
  readonly others?: ReadonlyMap<string, OtherAgency>;
}

/** Starts an agency's subgraph with these datasets in place of its own, over an empty database. */
export async function startAttackedAgency(
  like: Subgraph,
  datasets: readonly DatasetDefinition[],
): Promise<AttackedAgency> {
  const resources = new AsyncDisposableStack();
  const subgraph = { ...like, datasets, indicators: datasets.flatMap(({ indicators }) => indicators) };
  const { databaseSchema: schema } = subgraph;
  const store = openStore({ url: resources.use(await createDatabase()).url, schema });
  resources.defer(store.close);
  await store.sql`create schema ${store.sql(schema)}`;
  await migrateStore(store.sql, schema);
  const app = await createHttpServer(subgraph, store, 'silent');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  resources.defer(() => app.close());
  return {
    url: `${address}/graphql`,
    asOther: { sql: store.sql, datasets },
    publish: ({ dataset, text, publishedAt, others = new Map() }) =>
      loadText({
        sql: store.sql,
        agency: like.name,
        others,
        datasets,
        dataset,
        source: sourceFile(`${dataset}.csv`, new TextEncoder().encode(text)),
        publishedAt,
      }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

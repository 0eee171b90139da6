import type { KeyObject } from 'node:crypto';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { OtherAgency } from '@boroughgraph/kit/datasets/linked-datasets.ts';
import type { LoadReport } from '@boroughgraph/kit/loading/report.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { createSubgraphServer } from '@boroughgraph/kit/inside/server/http-server.ts';
import type { Subgraph } from '@boroughgraph/kit/series/subgraph.ts';
import { openStore } from '@boroughgraph/kit/store/database.ts';
import { migrateStore } from '@boroughgraph/kit/store/migrate.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';

/** Makes an empty database on the server of whoever runs the attack. */
export type MakeDatabase = () => Promise<AsyncDisposable & { readonly url: string }>;

/** An agency that holds made-up datasets and answers over HTTP. */
export interface AttackedAgency extends AsyncDisposable {
  readonly url: string;
  /** What a load of another agency may read of it. */
  readonly asOther: OtherAgency;
  readonly publish: (edition: Edition) => Promise<LoadReport>;
  readonly recall: (releaseId: string) => Promise<void>;
}

/** A file of a dataset and the day on which it was published. */
export interface Edition {
  readonly dataset: string;
  readonly text: string;
  readonly publishedAt: string;
  /** Agencies whose datasets are linked to it, by name. @default none */
  readonly others?: ReadonlyMap<string, OtherAgency>;
  /** Whether it is published although rows of it cannot be read. @default false */
  readonly acceptRejects?: boolean;
  /** The instant before which nobody may see it. @default null, none */
  readonly embargoUntil?: string | null;
}

/** Whose subgraph answers, with which datasets in place of its own. */
export interface AttackedDatasets {
  readonly like: Subgraph;
  readonly datasets: readonly DatasetDefinition[];
  /** The gateways that are answered, by their public keys. @default none: everybody is, as anonymous */
  readonly gatewayKeys?: readonly KeyObject[];
}

/** Starts an agency's subgraph over an empty database. */
export async function startAttackedAgency(
  { like, datasets, gatewayKeys = [] }: AttackedDatasets,
  makeDatabase: MakeDatabase,
): Promise<AttackedAgency> {
  const resources = new AsyncDisposableStack();
  const subgraph = { ...like, datasets, indicators: datasets.flatMap(({ indicators }) => indicators) };
  const { databaseSchema: schema } = subgraph;
  const store = openStore({ url: resources.use(await makeDatabase()).url, schema });
  resources.defer(store.close);
  await store.sql`create schema if not exists ${store.sql(schema)}`;
  await migrateStore(store.sql, schema);
  const app = await createSubgraphServer({ subgraph, database: store, logLevel: 'silent', gatewayKeys });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  resources.defer(() => app.close());
  return {
    url: `${address}/graphql`,
    asOther: { sql: store.sql, datasets },
    recall: async (releaseId) => {
      await recallRelease(store, releaseId, 'It was wrong.');
    },
    publish: ({ dataset, text, publishedAt, others = new Map(), acceptRejects = false, embargoUntil = null }) =>
      loadText({
        sql: store.sql,
        agency: like.name,
        others,
        datasets,
        dataset,
        source: sourceFile(`${dataset}.csv`, new TextEncoder().encode(text)),
        publishedAt,
        acceptRejects,
        embargoUntil,
        // Editions of random figures have little in common.
        confirmRevision: true,
      }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

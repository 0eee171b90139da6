import type { PlaygroundOptions } from '@boroughgraph/web/playground-routes.ts';
import { readExampleOperation } from '../supergraph/schema-files.ts';

/** The gateway's playground begins with the example operation for one borough, Hackney on a browser's first visit. */
export async function describePlayground(): Promise<PlaygroundOptions> {
  return {
    title: 'boroughgraph',
    defaultQuery: await readExampleOperation(),
    variables: { code: 'E09000012' },
  };
}

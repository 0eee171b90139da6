import type { KeyObject } from 'node:crypto';
import { gatewayKeysVariable } from '@boroughgraph/schema/process/gateway-key-variables.ts';
import type { Variable } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';

/** `SUPERGRAPH`: where the supergraph is taken from, and watched; null for that of the repository. */
export const supergraphVariable: Variable<string | null> = {
  name: 'SUPERGRAPH',
  schema: z.string(),
  fallback: null,
  expected: 'a file, a folder of published versions, or an address of http or https',
  example: '/var/lib/boroughgraph/published',
  says: 'Where the supergraph is taken from, and watched: what comes is served without a break. That of the repository without it, and while the folder is empty; `npm start` names the folder `published` of its data.',
};

/** `SUPERGRAPH_KEYS`: the public keys of those who may publish; without any, what is not signed is served. */
export const supergraphKeysVariable: Variable<readonly KeyObject[]> = {
  ...gatewayKeysVariable,
  name: 'SUPERGRAPH_KEYS',
  says: 'The public keys of those who may publish a supergraph; with them nothing is served that nobody of them has signed.',
};

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

/** `SUPERGRAPH_WITHOUT`: what clients do not see, by its tags. */
export const hiddenTagsVariable: Variable<readonly string[]> = {
  name: 'SUPERGRAPH_WITHOUT',
  schema: z
    .string()
    .transform((text) => text.split(',').map((tag) => tag.trim()))
    .transform((tags) => tags.filter((tag) => tag !== ''))
    // Source: the specification of @tag, version 0.3.
    .refine((tags) => tags.every((tag) => /^[_A-Za-z][\w-]{0,127}$/.test(tag))),
  fallback: [],
  expected: 'names of tags with commas between them',
  example: 'internal,partners',
  says: 'What of the graph clients do not see: all that carries one of these tags (@tag), and what could not be asked for without it.',
};

/** `SUPERGRAPH_KEYS`: the public keys of those who may publish; without any, what is not signed is served. */
export const supergraphKeysVariable: Variable<readonly KeyObject[]> = {
  ...gatewayKeysVariable,
  name: 'SUPERGRAPH_KEYS',
  says: 'The public keys of those who may publish a supergraph; with them nothing is served that nobody of them has signed.',
};

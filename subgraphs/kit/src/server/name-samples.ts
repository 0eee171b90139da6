import type { Teller } from './tell-extensions.ts';

/** Names in `extensions.synthetic` the datasets of which an answer has made-up figures; an answer without any has no such key. */
export const nameSamples: Teller = ({ samples }) =>
  samples.size === 0 ? null : { synthetic: [...samples].toSorted() };

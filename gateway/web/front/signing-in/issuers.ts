import type { SignInIssuer } from '../../src/built-page.ts';
import { root } from '../where.ts';

export type { SignInIssuer };

/** By whom people sign in here, as the server of the page says; none where they bring a token. */
export function readIssuers(): readonly SignInIssuer[] {
  // Its server has written it, from the same type.
  return JSON.parse(root.dataset['issuers'] ?? '[]') as readonly SignInIssuer[];
}

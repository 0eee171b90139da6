import type { KeptAnswer } from './generator-protocol.ts';

/**
 * Why subjects are out that answered a request otherwise than the one whose answers are `expected`, by name.
 *
 * What that one was not asked, or has not answered itself, tells nothing of the others.
 */
export function findDisagreements(
  answers: ReadonlyMap<string, readonly KeptAnswer[]>,
  expected: readonly KeptAnswer[],
): ReadonlyMap<string, string> {
  const digests = new Map(expected.map(({ index, digest }) => [index, digest]));
  const reasons = new Map<string, string>();
  for (const [subject, kept] of answers) {
    const wrong = kept.find(({ index, digest }) => (digests.get(index) ?? digest) !== digest);
    if (wrong !== undefined) reasons.set(subject, describe(wrong));
  }
  return reasons;
}

function describe({ index, reason }: KeptAnswer): string {
  return `while it was measured, request ${index}: ${reason ?? 'its data differ from those of our gateway'}`;
}

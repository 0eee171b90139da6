/** What a client is told when an agency does not answer, or answers something that cannot be used. */
export function describeUnavailable(agency: string): string {
  return `The agency "${agency}" does not answer at present, so that its part of this answer is missing. Ask again later.`;
}

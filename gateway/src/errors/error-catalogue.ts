/** What a client is told when an agency reports more errors than are passed on. */
export function describeLeftOut(agency: string, count: number): string {
  return `The agency "${agency}" has ${count} more errors in this answer, which are left out.`;
}

/** What a client is told when an agency does not answer, or answers something that cannot be used. */
export function describeUnavailable(agency: string): string {
  return `The agency "${agency}" does not answer at present, so that its part of this answer is missing. Ask again later.`;
}

/** What a client is told when an agency was not asked, since others had used up the time of the request. */
export function describeNoTime(agency: string): string {
  return `No time was left to ask the agency "${agency}" within the deadline of the request, so that its part of this answer is missing. Allow more time, or ask again later.`;
}

/** What a client is told when an agency does not answer, or answers something that cannot be used. */
export function describeUnavailable(agency: string): string {
  return `The agency "${agency}" does not answer at present, so that its part of this answer is missing. Ask again later.`;
}

/** What a client is told when something failed that is none of its business; null where no request id is known. */
export function describeInternal(requestId: string | null): string {
  const quote = requestId === null ? 'the x-request-id header of this response' : `request id ${requestId}`;
  return `Something failed on our side, and it is not about your request. Quote ${quote} when you report it.`;
}

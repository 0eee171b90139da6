/** What a client is told when something failed that is none of its business; null where no request id is known. */
export function describeInternal(requestId: string | null): string {
  const quote = requestId === null ? 'the x-request-id header of this response' : `request id ${requestId}`;
  return `Something failed on our side, and it is not about your request. Quote ${quote} when you report it.`;
}

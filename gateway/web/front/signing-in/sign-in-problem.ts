import { AuthorizationResponseError, OperationProcessingError, ResponseBodyError } from 'oauth4webapi';

/** Why nobody was signed in, as a sentence for whoever tried. */
export class SignInProblem extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SignInProblem';
  }
}

/** What went wrong between page and issuer, in a sentence. An issuer's own sentences are not repeated: anybody may have written them into an address. */
export function describeFailure(error: unknown, name: string): string {
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied'
      ? `${name} has not signed you in: it was cancelled, or refused.`
      : `${name} has not signed you in, and calls the reason “${codeOf(error.error)}”.`;
  if (error instanceof ResponseBodyError)
    return `${name} gave no token, and calls the reason “${codeOf(error.error)}”.`;
  if (error instanceof OperationProcessingError)
    return `What ${name} has answered is not what it was asked for, so that nobody was signed in.`;
  return `${name} cannot be reached from this page. It may be down, or not let this site ask it.`;
}

function codeOf(text: string): string {
  return /^[\w.-]{1,60}$/.test(text) ? text : 'a reason without a name';
}

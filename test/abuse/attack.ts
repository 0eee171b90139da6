import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';

/** Which servers an attack is for. */
export type Target = 'gateway' | 'agencies' | 'all';

/** What is sent: a request as HTTP has it, or bytes that may be none. */
export type Sent =
  | {
      readonly kind: 'http';
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array | string | null;
    }
  | { readonly kind: 'raw'; readonly bytes: string };

/**
 * How a server may take an attack: it refuses it, answers it like any other request, or one of the two, as long as it names what is too
 * much.
 */
export type Outcome = { readonly status: number; readonly code: ErrorCode } | 'answered' | 'bounded';

/** One request that is meant to hurt, and how it is taken. */
export interface Attack {
  readonly name: string;
  readonly target: Target;
  readonly sent: Sent;
  readonly outcome: Outcome;
}

interface Options {
  readonly target?: Target;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const json = { 'content-type': 'application/json' };

/** An operation that is refused with 400 and a code, or answered. */
export function operation(
  name: string,
  query: string,
  options: Options & { readonly outcome: ErrorCode | 'answered' | 'bounded' },
): Attack {
  const { target = 'all', variables, outcome } = options;
  const body = JSON.stringify({ query, variables });
  return {
    name,
    target,
    sent: { kind: 'http', method: 'POST', path: '/graphql', headers: json, body },
    outcome: outcome === 'answered' || outcome === 'bounded' ? outcome : { status: 400, code: outcome },
  };
}

/** A request that is refused whatever operation it has. */
export function request(
  name: string,
  refused: { readonly status: number; readonly code?: ErrorCode },
  sent: Partial<Omit<Extract<Sent, { kind: 'http' }>, 'kind'>>,
): Attack {
  const { status, code = 'BAD_REQUEST' } = refused;
  const body = '{"query":"{ __typename }"}';
  const whole = { kind: 'http', method: 'POST', path: '/graphql', headers: json, body, ...sent } as const;
  return { name, target: 'all', sent: whole, outcome: { status, code } };
}

/** Bytes that are no request, or none that comes to its end. */
export function raw(name: string, status: number, bytes: string): Attack {
  return { name, target: 'all', sent: { kind: 'raw', bytes }, outcome: { status, code: 'BAD_REQUEST' } };
}

/** `count` texts with a space between them. */
export function repeat(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(' ');
}

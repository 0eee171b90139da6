import { isDeepStrictEqual } from 'node:util';

/** What came back for one request: a status and a text, or nothing, since the connection was refused or broke. */
export type Came =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  | { readonly kind: 'nothing'; readonly cause: string };

/** What is true of the moment at which something was asked. */
export interface Circumstances {
  /** The agencies that may be missing, since something was done to them, or to their database. */
  readonly suspects: ReadonlySet<string>;
  /** Whether the gateway itself may be away. */
  readonly isGatewayAway: boolean;
}

/** What came of a request: all of it; what the other agencies had; a refusal that says why; nothing, from a gateway that is away; or what must not be. */
export type Verdict =
  { readonly kind: 'complete' | 'partial' | 'refused' | 'away' } | { readonly kind: 'wrong'; readonly why: string };

type Path = readonly (string | number)[];

interface ToldError {
  readonly message: string;
  readonly path?: Path;
  readonly extensions?: { readonly code?: string; readonly agency?: string; readonly paths?: readonly Path[] };
}

/** What must never reach a client: addresses, ports, statements, stacks, tables. */
const internals = /127\.0\.0\.1|localhost|:\d{4,5}\b|select |from "|\.ts:|ECONN|relation |release_number|postgres/i;

/** How an error begins of an agency that was not asked, since another one had used up the time. */
const noTime = 'No time was left to ask';

/** The codes by which a gateway refuses for now what it would answer later. */
const refusals: ReadonlySet<string> = new Set([
  'GATEWAY_BUSY',
  'AGENCY_BUSY',
  'AGENCY_UNAVAILABLE',
  'OPERATION_TOO_LARGE',
]);

/**
 * What came of a request, by the answer that it had while all was well. An answer that lacks a part is right where each null in the place of
 * something lies where an error says that it is lost, the error names an agency that may be missing, and all else is as it was.
 */
export function judge(came: Came, whole: unknown, { suspects, isGatewayAway }: Circumstances): Verdict {
  if (came.kind === 'nothing') return isGatewayAway ? { kind: 'away' } : wrong(`no answer: ${came.cause}`);
  const answer = parse(came.text);
  if (answer === null) return wrong(`${came.status} and no JSON: ${came.text.slice(0, 200)}`);
  const { data = null, errors = [] } = answer;
  const leak = errors.find((error) => internals.test(JSON.stringify(error)));
  if (leak !== undefined) return wrong(`an error tells what is inside: ${leak.message}`);
  if (errors.length === 0 && data === null)
    return wrong(`${came.status} and neither data nor errors: ${came.text.slice(0, 200)}`);
  if (errors.length === 0)
    return isDeepStrictEqual(data, whole) ? { kind: 'complete' } : wrong('an answer without an error differs');
  return judgePartial({ data, errors }, whole, suspects);
}

function judgePartial({ data, errors }: Answer, whole: unknown, suspects: ReadonlySet<string>): Verdict {
  for (const { message, extensions } of errors) {
    if (!refusals.has(extensions?.code ?? '')) return wrong(`${String(extensions?.code)}: ${message}`);
    const { agency } = extensions ?? {};
    const isNamed = agency === undefined || suspects.has(agency) || (suspects.size > 0 && message.startsWith(noTime));
    if (!isNamed) return wrong(`${agency} is named, and nothing was done to it`);
  }
  if (data === null) return { kind: 'refused' };
  const lost = errors.flatMap(({ path, extensions }) => extensions?.paths ?? (path === undefined ? [] : [path]));
  const difference = findDifference({ part: data, whole, path: [] }, lost);
  return difference === null ? { kind: 'partial' } : wrong(`differs at ${difference.join('.')}, which no error names`);
}

interface Answer {
  readonly data: unknown;
  readonly errors: readonly ToldError[];
}

function parse(text: string): Partial<Answer> | null {
  try {
    // What a gateway has written: what of it is wrong is found by comparing.
    return JSON.parse(text) as Partial<Answer>;
  } catch {
    return null;
  }
}

interface Pair {
  readonly part: unknown;
  readonly whole: unknown;
  readonly path: Path;
}

/** Where a part differs from the whole though no error says that something is lost there; null where nowhere. */
function findDifference({ part, whole, path }: Pair, lost: readonly Path[]): Path | null {
  if (lost.some((place) => isAlong(place, path)) && isNothing(part)) return null;
  if (!isContainer(part) || !isContainer(whole)) return isDeepStrictEqual(part, whole) ? null : path;
  const keys = new Set([...Object.keys(part), ...Object.keys(whole)]);
  for (const key of keys) {
    const step = Array.isArray(whole) ? Number(key) : key;
    const found = findDifference({ part: part[key], whole: whole[key], path: [...path, step] }, lost);
    if (found !== null) return found;
  }
  return null;
}

/** Whether one of two places leads to the other. */
function isAlong(one: Path, other: Path): boolean {
  const steps = Math.min(one.length, other.length);
  return isDeepStrictEqual(one.slice(0, steps), other.slice(0, steps));
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const wrong = (why: string): Verdict => ({ kind: 'wrong', why });

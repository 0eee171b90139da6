/** A GraphQL request as a client sends it. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Days, both included. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Which request the client sends next: one of the workload's kinds, and the days that stand in it. */
export interface Choice {
  /** Place in `kinds`. */
  readonly kind: number;
  /** Null where the kind asks for no days. */
  readonly window: Window | null;
}

/** What clients ask a gateway for. */
export interface Workload {
  readonly name: string;
  /** What it stands for, to complete a sentence. */
  readonly description: string;
  /** The requests, but for their days: where they ask for days, they ask for those of `anyWindow`. */
  readonly kinds: readonly GraphQLRequest[];
  /** The request at a place of the endless sequence that clients send; the same for every subject. */
  readonly choose: (index: number) => Choice;
  /** How many different requests there are; a sequence without releases has sent all before the first comes again. */
  readonly distinct: number;
  /** Whether new releases are loaded meanwhile, so that two answers to one request may rightly differ. */
  readonly hasReleases: boolean;
}

/** Stands for the days of a request in texts that are made once; no figure, release or request has one of these days. */
export const anyWindow: Window = { from: '1901-02-03', to: '2098-07-06' };

/** A text with the days of a choice in the place of `anyWindow`. */
export function fillWindow(text: string, window: Window | null): string {
  if (window === null) return text;
  return text.replaceAll(anyWindow.from, window.from).replaceAll(anyWindow.to, window.to);
}

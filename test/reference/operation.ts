/** A request as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether an operation gives a value, which is written in JSON. */
export function mentions({ query, variables }: Operation, value: string): boolean {
  return `${query} ${JSON.stringify(variables)}`.includes(value);
}

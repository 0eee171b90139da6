/** How the cell of a column is read from the thing of its list. */
export type Reading =
  /** What stands at the end of `keys`; several values are joined. */
  | { readonly kind: 'value'; readonly keys: readonly string[] }
  /** The element at the row's own position of the list at the end of `keys`. */
  | { readonly kind: 'element'; readonly keys: readonly string[] }
  /** What a status and flags say, the places of both from the thing of the list; `flags` is null for columns, which have none. */
  | { readonly kind: 'marker'; readonly status: readonly string[]; readonly flags: readonly string[] | null }
  /** The ids of the datasets of which the whole answer has made-up figures. */
  | { readonly kind: 'synthetic' };

/** What the cells of a column are, by the names of CSVW. */
export type CellType = 'string' | 'double' | 'integer' | 'boolean' | 'date' | 'dateTime';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  /** How many lists its value stands inside: one of 0 is the same in all rows. */
  readonly level: number;
  readonly reading: Reading;
  readonly type: CellType;
  /** Whether a cell may hold several values, with `|` between. */
  readonly isJoined: boolean;
  /** What the schema says of it. */
  readonly description: string;
}

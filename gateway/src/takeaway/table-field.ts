import type { GraphQLLeafType } from 'graphql';
import type { PagedList } from './paged-list.ts';

/** One value of a thing: a cell. */
export interface LeafField {
  readonly kind: 'leaf';
  /** Its name in the answer. */
  readonly key: string;
  /** The names that lead to it from the root of the answer. */
  readonly path: readonly string[];
  /** The field of the schema that it is. */
  readonly field: string;
  /** What the schema says of it. */
  readonly description: string;
  readonly type: GraphQLLeafType;
  /** Whether it has several values, which share a cell. */
  readonly isList: boolean;
  /** The arguments with which it is asked for, as text. */
  readonly given: string;
}

/** A thing within another. */
export interface ObjectField {
  readonly kind: 'object';
  readonly key: string;
  readonly path: readonly string[];
  /** The type of the thing. */
  readonly typeName: string;
  /** The list of which it is a page, where all pages are taken; else null. */
  readonly pages: PagedList | null;
  readonly children: readonly TableField[];
}

/** Several things: rows, where they are what is asked for. */
export interface ListField {
  readonly kind: 'list';
  readonly key: string;
  readonly path: readonly string[];
  readonly typeName: string;
  /** What the schema says of it. */
  readonly description: string;
  readonly children: readonly TableField[];
}

/** The columns of a series, whose elements at one position belong together: rows, too. */
export interface ColumnsField {
  readonly kind: 'columns';
  readonly key: string;
  readonly path: readonly string[];
  readonly children: readonly LeafField[];
}

/** What may be rows. */
export type RowsField = ListField | ColumnsField;

/** A field of an operation, as a table sees it. */
export type TableField = LeafField | ObjectField | RowsField;

/** The fields inside a field. */
export function childrenOf(field: TableField): readonly TableField[] {
  return field.kind === 'leaf' ? [] : field.children;
}

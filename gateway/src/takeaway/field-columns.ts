import { attributedDataset } from './complete-operation.ts';
import { markerDescription } from './observation-marker.ts';
import { describingTypes, seriesColumns } from './series-columns.ts';
import { pageMarks } from './paged-list.ts';
import type { CellType, TableColumn } from './table-column.ts';
import type { ColumnsField, LeafField, ObjectField, TableField } from './table-field.ts';

/** Some fields at one level of a table: the thing of their list stands at the first `base` names of their paths. */
interface LevelFields {
  readonly fields: readonly TableField[];
  readonly level: number;
  readonly base: number;
  /** The lists that are rows, and so no columns. */
  readonly rows: readonly TableField[];
}

/**
 * The columns of fields at one level: one for each value, one for the marker of each observation, and one for each value of what only
 * describes a thing. A list whose rows they are is given alone; other lists inside are other tables, and have none.
 */
export function columnsOf({ fields, ...place }: LevelFields): readonly TableColumn[] {
  const [only] = fields;
  if (place.level > 0 && only?.kind === 'columns') return columnsOfSeries(only, place);
  if (place.level > 0 && only?.kind === 'list') return columnsOfThing(only.children, only, place);
  return fields.flatMap((field) => columnsInside(field, place));
}

/** Where a column stands. */
type Place = Omit<LevelFields, 'fields'>;

function columnsInside(field: TableField, place: Place): readonly TableColumn[] {
  switch (field.kind) {
    case 'leaf':
      return [columnOf(field, place)];
    case 'object':
      return field.key === attributedDataset ? [] : columnsOfThing(childrenAsWhole(field), field, place);
    case 'list':
      return place.rows.includes(field) || !describingTypes.has(field.typeName)
        ? []
        : field.children.flatMap((child) => joinedColumn(child, place));
    case 'columns':
      return [];
  }
}

/** What is inside a thing; of a page whose list is taken whole, without what says that there is another page. */
function childrenAsWhole({ children, pages }: ObjectField): readonly TableField[] {
  return pages === null ? children : children.filter((child) => child.kind !== 'leaf' || !pageMarks.has(child.field));
}

function columnsOfThing(
  children: readonly TableField[],
  { typeName, path }: { readonly typeName: string; readonly path: readonly string[] },
  place: Place,
): readonly TableColumn[] {
  const columns = children.flatMap((child) => columnsInside(child, place));
  const keyOf = (name: string) => children.find((child) => child.kind === 'leaf' && child.field === name)?.key;
  const [status, flags] = [keyOf('status'), keyOf('flags')];
  if (typeName !== 'Observation' || status === undefined || flags === undefined) return columns;
  const within = path.slice(place.base);
  const reading = { kind: 'marker', status: [...within, status], flags: [...within, flags] } as const;
  return [...columns, markerColumn([...within, 'marker'].join('_'), { reading, level: place.level })];
}

function columnsOfSeries({ children }: ColumnsField, place: Place): readonly TableColumn[] {
  const columns = children.map((field) => {
    const keys = field.path.slice(place.base);
    const name = field.key === field.field ? (seriesColumns.get(field.field) ?? field.key) : field.key;
    const reading = { kind: 'element', keys } as const;
    return { ...columnOf(field, place), name, reading, type: cellTypeOf(field), isJoined: false };
  });
  const status = children.find(({ field }) => field === 'statuses')?.path.slice(place.base);
  if (status === undefined) return columns;
  const reading = { kind: 'marker', status, flags: null } as const;
  return [...columns, markerColumn('marker', { reading, level: place.level })];
}

function columnOf(leaf: LeafField, { level, base }: Pick<Place, 'level' | 'base'>): TableColumn {
  const keys = leaf.path.slice(base);
  return {
    name: keys.join('_'),
    level,
    reading: { kind: 'value', keys },
    type: leaf.isList ? 'string' : cellTypeOf(leaf),
    isJoined: leaf.isList,
    description: leaf.description,
  };
}

function joinedColumn(field: TableField, place: Place): readonly TableColumn[] {
  return field.kind === 'leaf' ? [{ ...columnOf(field, place), isJoined: true, type: 'string' }] : [];
}

const cellTypes: Readonly<Record<string, CellType>> = {
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'dateTime',
  Float: 'double',
  Int: 'integer',
};

function cellTypeOf({ type }: LeafField): CellType {
  return cellTypes[type.name] ?? 'string';
}

function markerColumn(name: string, of: Pick<TableColumn, 'reading' | 'level'>): TableColumn {
  return { ...of, name, type: 'string', isJoined: false, description: markerDescription };
}

/** The last column of every table. */
export const syntheticColumn: TableColumn = {
  name: 'synthetic',
  level: 0,
  reading: { kind: 'synthetic' },
  type: 'string',
  isJoined: true,
  description:
    'SYNTHETIC: ids of the datasets of which this answer has made-up figures, the same in each row. Empty where it has none.',
};

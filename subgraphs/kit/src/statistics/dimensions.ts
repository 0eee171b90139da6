import { remembering } from './remembering.ts';

/** A value that a dimension can take. `value` is kebab-case and never changes; `label` is for people. */
export interface DimensionChoice {
  readonly value: string;
  readonly label: string;
  /** The value of the dimension before it within which this one lies: burglary for a kind of burglary. */
  readonly within?: string;
}

/** One way in which an indicator is broken down. */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly DimensionChoice[];
  /** True where a value alone says what is counted, as an offence does; an outcome or an ethnicity does not. @default false */
  readonly standsAlone?: boolean;
}

/** The value of each dimension that a series is narrowed to; one that is absent is not narrowed. */
export type Dimensions = Readonly<Record<string, string>>;

/** Kebab-case of a publisher's label: lower case, each run of other characters one hyphen. Never throws. */
export const slug = remembering((label) =>
  label
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, ''),
);

/** A dimension whose values are the slugs of its labels. */
export function dimension(id: string, label: string, labels: readonly string[]): Dimension {
  return { id, label, choices: labels.map((text) => ({ value: slug(text), label: text })) };
}

/** The text by which the store finds a series: `dimension=value`, in the order of the ids; empty where nothing is narrowed. */
export function dimensionKey(dimensions: Dimensions): string {
  const ids = Object.keys(dimensions);
  const [first] = ids;
  if (first === undefined) return '';
  // Of nearly all, and keys are made by the million.
  if (ids.length === 1) return `${first}=${dimensions[first] ?? ''}`;
  return ids
    .sort()
    .map((id) => `${id}=${dimensions[id] ?? ''}`)
    .join(';');
}

/** The dimensions that a stored key names. Never throws. */
export const dimensionsOf = remembering((key): Dimensions => {
  if (key === '') return {};
  return Object.fromEntries(
    key.split(';').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
});

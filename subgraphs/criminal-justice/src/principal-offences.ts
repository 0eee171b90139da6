import type { ColumnDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { type Dimension, dimension, slug } from '@boroughgraph/kit/statistics/dimensions.ts';

/** A category of principal offence, by the kebab-case of the publisher's label. */
export type Category = string;

/** The categories of principal offence: the label, then other spellings of it. Source: Crown Prosecution Service, case outcomes. */
const offences: readonly (readonly [label: string, ...others: string[]])[] = [
  ['Homicide'],
  ['Offences against the person'],
  ['Sexual offences'],
  ['Burglary'],
  ['Robbery'],
  ['Theft and handling'],
  ['Fraud and forgery'],
  ['Criminal damage'],
  ['Drugs offences', 'Drug offences'],
  ['Public order offences'],
  ['All other offences (excluding motoring)', 'All other offences excluding motoring'],
  ['Motoring offences'],
];

/** Ends without a finding, and so never in a conviction. */
const administrative = ['Admin finalised', 'Administratively finalised', 'Administrative finalised'] as const;

/** The categories under which defendants are convicted. */
export const convictionCategories: Dimension = dimension(
  'category',
  'Principal offence',
  offences.map(([label]) => label),
);

/** The categories of all outcomes. */
export const allCategories: Dimension = dimension('category', 'Principal offence', [
  ...offences.map(([label]) => label),
  administrative[0],
]);

type Outcome = 'convictions' | 'unsuccessful';
type Measure = 'number' | 'percentage';

/** The name of the column of a category, outcome and measure. */
export function columnOf(category: Category, outcome: Outcome, measure: Measure): string {
  return `${category} ${outcome} ${measure}`;
}

const outcomeWords: Readonly<Record<Outcome, readonly string[]>> = {
  convictions: ['Convictions'],
  unsuccessful: ['Unsuccessful', 'Unsuccessful Outcomes'],
};
const measureWords: Readonly<Record<Measure, readonly string[]>> = {
  number: ['Number of'],
  percentage: ['Percentage of', 'Percent of', '% of'],
};

/** Every column of every category, none of which a file need have. */
export const outcomeColumns: Readonly<Record<string, ColumnDefinition>> = Object.fromEntries([
  ...offences.flatMap((labels) => [...columnsOf(labels, 'convictions'), ...columnsOf(labels, 'unsuccessful')]),
  ...columnsOf(administrative, 'unsuccessful'),
]);

function columnsOf(
  labels: readonly [string, ...string[]],
  outcome: Outcome,
): readonly (readonly [string, ColumnDefinition])[] {
  const category = slug(labels[0]);
  return (['number', 'percentage'] as const).map((measure) => {
    const spellings = measureWords[measure].flatMap((before) =>
      labels.flatMap((label) => outcomeWords[outcome].map((after) => `${before} ${label} ${after}`)),
    );
    // A slip of the publisher, in every file at hand: the last column is the percentage of what was finalised administratively.
    const slips =
      labels === administrative && measure === 'percentage' ? ['Percentage of L Motoring Offences Unsuccessful'] : [];
    return [columnOf(category, outcome, measure), { headings: [...spellings, ...slips], isOptional: true }];
  });
}

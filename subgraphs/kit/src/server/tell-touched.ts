import { touchedExtension, type TouchedDataset } from '@boroughgraph/schema/wire/touched.ts';
import type { TouchedData } from '../store/reading/touched-data.ts';
import type { Teller } from './tell-extensions.ts';

/**
 * Tells the gateway in `extensions.touched` what an answer has touched that is not for everybody: the gateway writes it down, and answers
 * nobody who is named without it. For agencies that a gateway asks; without one there is nothing that is not for everybody.
 */
export const tellTouched: Teller = ({ viewer, touched }) =>
  viewer.kind === 'anonymous' && touched.length === 0 ? null : { [touchedExtension]: byDataset(touched) };

function byDataset(touched: readonly TouchedData[]): readonly TouchedDataset[] {
  return [...Map.groupBy(touched, ({ dataset }) => dataset)].map(([dataset, parts]) => ({
    dataset,
    releases: [...new Set(parts.flatMap(({ releases }) => releases))].toSorted(),
    areas: [...new Set(parts.flatMap(({ place }) => place ?? []))].toSorted(),
    indicators: [...new Set(parts.flatMap(({ indicator }) => indicator ?? []))].toSorted(),
    cuts: [...new Set(parts.flatMap(({ cut }) => cut ?? []))].toSorted(),
    shown: parts.reduce((sum, { shown }) => sum + shown, 0),
    withheld: parts.reduce((sum, { withheld }) => sum + withheld, 0),
  }));
}

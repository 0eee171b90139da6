import { type Comparison } from '../address.ts';
import { writeLines } from '../csv.ts';
import { type ComparedBoroughs } from './compared.ts';

const columns = [
  'indicator',
  'narrowed_to',
  'area',
  'name',
  'period',
  'value',
  'status',
  'lower_95',
  'upper_95',
  'numerator',
  'denominator',
  'beside_london',
  'reason',
  'release',
];

/** The newest figure of each borough as CSV, by name; a value is empty unless the status is PUBLISHED. */
export function writeCompareCsv({ all }: ComparedBoroughs, { indicator, narrowing }: Comparison): string {
  const narrowed = narrowing.map(({ dimension, value }) => `${dimension}=${value}`).join(' ');
  const lines = all.map(({ borough, series, latest, outcome, reason }) => {
    const figure = latest ?? series?.observations.at(-1);
    return [
      indicator,
      narrowed,
      borough.code,
      borough.name,
      figure?.period.id,
      figure?.value,
      figure?.status,
      figure?.lower,
      figure?.upper,
      figure?.numerator,
      figure?.denominator,
      outcome,
      reason,
      figure?.release?.id,
    ];
  });
  return writeLines([columns, ...lines]);
}

import { type Comparison } from '../address.ts';
import { type ComparedIndicator } from './answer.ts';

/** What is compared, as far as the graph has said how it is called: `Recorded crime: Burglary`. */
export function nameChosen({ indicator: id, narrowing }: Comparison, indicator: ComparedIndicator | null): string {
  const labelOf = ({ dimension, value }: Comparison['narrowing'][number]) =>
    indicator?.dimensions.find((each) => each.id === dimension)?.values.find((each) => each.value === value)?.label;
  return [indicator?.name ?? id, ...narrowing.map((each) => labelOf(each) ?? each.value)].join(': ');
}

import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { displayValueOf, type Reading } from '../statistics/observation.ts';
import { periodAt } from '../statistics/periods.ts';
import { figureText } from './statement-figures.ts';

/** A figure, and the first one that was published of its period. */
export interface MovedFigure {
  readonly ordinal: number;
  readonly first: Reading;
  readonly served: Reading;
}

/**
 * How far a series moved between the editions held, as sentences for people: how many figures an earlier edition has as well, how
 * many of them were changed since, and the greatest change. Never throws.
 */
export function movementText(indicator: IndicatorDefinition, replacements: readonly MovedFigure[]): string {
  if (replacements.length === 0)
    return 'No figure of it stands in editions of two days, so that nothing tells how far it moves when it is revised.';
  const compared = `Figures that an earlier edition has as well: ${replacements.length}.`;
  const changed = replacements.filter((one) => sizeOf(one) > 0).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const [most] = changed;
  if (most === undefined) return `${compared} Changed since: none.`;
  return `${compared} Changed since: ${changed.length}; most of all ${changeText(indicator, most)}.`;
}

function changeText(indicator: IndicatorDefinition, { ordinal, first, served }: MovedFigure): string {
  const period = periodAt(indicator.grid, ordinal);
  const [before, after] = [first, served].map((reading) => inWords(indicator, reading));
  const change = before === after ? 'by less than is shown' : `from ${before} to ${after}`;
  return `that ${period.type === 'SNAPSHOT' ? 'of' : 'for'} ${period.label}, ${change}`;
}

function inWords(indicator: IndicatorDefinition, { value, flags = [] }: Reading): string {
  const displayValue = displayValueOf({ value, status: 'PUBLISHED' }, indicator.decimals);
  return figureText(indicator, { value, displayValue, flags: flags.filter((flag) => flag !== 'ROUNDS_TO_ZERO') });
}

const sizeOf = ({ first, served }: MovedFigure) => Math.abs((served.value ?? 0) - (first.value ?? 0));

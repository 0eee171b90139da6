import { type Funnel } from '../compare/funnel.ts';

/** How a funnel plot is read, and which boroughs lie beyond its outer lines. */
export function describeFunnel(funnel: Funnel): string {
  return `Across: of how many the figure is. The line is London; between the inner lines lie 95% of what chance alone gives, between the outer ones 99.8%. Diamonds: beyond that. ${describeBeyond(funnel)}`;
}

/** Which boroughs lie beyond the outer lines, by name. */
function describeBeyond({ points, centre }: Funnel): string {
  const beyond = points.filter(({ isBeyond }) => isBeyond).toSorted((one, other) => one.name.localeCompare(other.name));
  const name = (those: readonly { readonly name: string }[]) => those.map((each) => each.name).join(', ');
  const [above, below] = [beyond.filter(({ value }) => value > centre), beyond.filter(({ value }) => value < centre)];
  if (beyond.length === 0) return 'No borough is.';
  return [above.length > 0 ? `Above: ${name(above)}.` : '', below.length > 0 ? `Below: ${name(below)}.` : ''].join(' ');
}

import { useEffect, useRef } from 'react';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type NoFunnel } from '../compare/funnel.ts';
import { nameUnit } from '../words.ts';
import { drawFunnel } from './draw-funnel.ts';
import { drawIntervals } from './draw-intervals.ts';

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly funnel: Funnel | NoFunnel;
  readonly title: string;
}

/** A funnel where there can be one, else each figure with its interval, by name. For a screen reader, one picture; the table is before it. */
export function CompareChart({ compared, funnel, title }: Shown) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === 0) return;
      const drawing = funnel.kind === 'funnel' ? drawFunnel(funnel, compared, width) : drawIntervals(compared, width);
      element.replaceChildren(drawing);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [compared, funnel]);
  const kind = funnel.kind === 'funnel' ? 'Funnel plot' : 'Figures with their intervals';
  return (
    <>
      {funnel.kind === 'funnel' && (
        <p>
          Across: of how many the figure is. The line is London; between the inner lines lie 95% of what chance alone
          gives, between the outer ones 99.8%. Diamonds: beyond that. {describeBeyond(funnel)}
        </p>
      )}
      <div
        className="chart"
        role="img"
        aria-label={`${kind}: ${title}, ${nameUnit(compared.indicator.unit)}. The figures are in the table before it.`}
      >
        <div ref={holder} aria-hidden="true" />
      </div>
    </>
  );
}

/** Which boroughs lie beyond the outer lines, by name. */
function describeBeyond({ points, centre }: Funnel): string {
  const beyond = points.filter(({ isBeyond }) => isBeyond).toSorted((one, other) => one.name.localeCompare(other.name));
  const name = (those: readonly { readonly name: string }[]) => those.map((each) => each.name).join(', ');
  const [above, below] = [beyond.filter(({ value }) => value > centre), beyond.filter(({ value }) => value < centre)];
  if (beyond.length === 0) return 'No borough is.';
  return [above.length > 0 ? `Above: ${name(above)}.` : '', below.length > 0 ? `Below: ${name(below)}.` : ''].join(' ');
}

import { useEffect, useRef } from 'react';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type NoFunnel } from '../compare/funnel.ts';
import { nameUnit } from '../words.ts';
import { drawCompared } from './draw-compared.ts';
import { describeFunnel } from './funnel-words.ts';

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
      element.replaceChildren(drawCompared(funnel, compared, { width }));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [compared, funnel]);
  const kind = funnel.kind === 'funnel' ? 'Funnel plot' : 'Figures with their intervals';
  return (
    <>
      {funnel.kind === 'funnel' && <p>{describeFunnel(funnel)}</p>}
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

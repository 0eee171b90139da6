import { lazy, Suspense } from 'react';
import { type Comparison } from '../address.ts';
import { Notice } from '../notice.tsx';
import { TakeAwayCompared } from '../take-away/take-away-compared.tsx';
import { AboutCompared } from './about-compared.tsx';
import { ComparedFigures } from './compare-table.tsx';
import { CompareMap } from './compare-map.tsx';
import { type ComparedBoroughs } from './compared.ts';
import { makeFunnel } from './funnel.ts';
import { SmallMultiples } from './small-multiples.tsx';

// The library that draws charts is several times the rest of the page.
const CompareChart = lazy(async () => ({ default: (await import('../charts/compare-chart.tsx')).CompareChart }));

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
  readonly title: string;
}

/** All boroughs beside London as far as they may be compared, and each beside its own past. */
export function ComparedView({ compared, chosen, title }: Shown) {
  const { refusals, elsewhere, all } = compared;
  const { held } = compared.indicator;
  if (elsewhere !== null)
    return (
      <Notice kind="elsewhere">
        Nobody publishes this for boroughs: it is measured for {elsewhere} and the like, and says nothing of how
        boroughs differ.
      </Notice>
    );
  if (!all.some(({ latest }) => latest !== null))
    return <Notice kind="nothing">{held.absence?.text ?? 'No borough has a published figure of this.'}</Notice>;
  return (
    <div className="stacked">
      <div className="tools">
        <ComparedFigures compared={compared} title={title} />
        <TakeAwayCompared compared={compared} chosen={chosen} title={title} />
      </div>
      {refusals.length > 0 ? <Refusal refusals={refusals} /> : <BesideLondon compared={compared} title={title} />}
      <SmallMultiples compared={compared} chosen={chosen} />
      <AboutCompared compared={compared} />
    </div>
  );
}

function Refusal({ refusals }: { readonly refusals: readonly string[] }) {
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">No map and no ranking of this</h2>
      {refusals.map((reason) => (
        <Notice key={reason} kind="refused">
          {reason}
        </Notice>
      ))}
    </section>
  );
}

function BesideLondon({ compared, title }: Pick<Shown, 'compared' | 'title'>) {
  const funnel = makeFunnel(compared);
  return (
    <>
      <CompareMap compared={compared} />
      <section className="panel" aria-labelledby="beside-london">
        <h2 id="beside-london">{funnel.kind === 'funnel' ? 'How much of it is chance' : 'How sure each figure is'}</h2>
        {funnel.kind === 'none' && <p className="quiet">No funnel plot. {funnel.reason}</p>}
        <Suspense fallback={<div className="chart-waits" />}>
          <CompareChart compared={compared} funnel={funnel} title={title} />
        </Suspense>
      </section>
    </>
  );
}

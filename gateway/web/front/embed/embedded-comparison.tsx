import { type Comparison, writeCompareAddress } from '../address.ts';
import { describeView } from '../charts/compare-picture.ts';
import { AboutCompared } from '../compare/about-compared.tsx';
import { CompareMap } from '../compare/compare-map.tsx';
import { ComparedFigures } from '../compare/compare-table.tsx';
import { type CompareView, viewWords } from '../compare/compare-view.ts';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { SmallMultiples } from '../compare/small-multiples.tsx';
import { SiteProvider } from '../site.tsx';
import { SyntheticBanner } from '../synthetic-banner.tsx';
import { nameUnit } from '../words.ts';
import { Drawings } from './drawings.tsx';
import { EmbeddedFoot } from './embedded-foot.tsx';

interface Shown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
  readonly title: string;
  readonly view: CompareView;
  /** The chart as SVG, for a wide frame and for a narrow one; null where another view is shown. */
  readonly drawings: { readonly wide: string; readonly narrow: string } | null;
  /** The way to the top of the site. */
  readonly top: string;
  readonly release: { readonly publishedAt: string } | null;
  readonly live: string;
}

/** A picture of a comparison within the page of somebody else, with all that must stand beside it. It runs nothing. */
export function EmbeddedComparison(shown: Shown) {
  const { compared, chosen, title, top, release, live } = shown;
  const { indicator, all, period } = compared;
  const isSynthetic = all.some(({ series }) => series?.isSynthetic === true);
  return (
    <SiteProvider value={{ top, endpoint: '', target: '_blank' }}>
      <main className="embedded embedded-comparison">
        <SyntheticBanner datasets={isSynthetic ? [indicator.dataset.id] : []} />
        <header>
          <h1>{title}, London boroughs</h1>
          <p className="quiet">
            {nameUnit(indicator.unit)}, {period}
          </p>
        </header>
        <View {...shown} />
        <ComparedFigures compared={compared} title={title} />
        <AboutCompared compared={compared} />
        <EmbeddedFoot release={release} live={live} home={top + writeCompareAddress(chosen)} />
      </main>
    </SiteProvider>
  );
}

function View({ compared, chosen, title, view, drawings }: Shown) {
  switch (view) {
    case 'map':
      return <CompareMap compared={compared} />;
    case 'multiples':
      return <SmallMultiples compared={compared} chosen={chosen} />;
    case 'chart':
      return (
        <section aria-labelledby="beside-london">
          <h2 id="beside-london">{viewWords.chart}</h2>
          <p>{describeView(compared, view).join(' ')}</p>
          <div
            className="chart"
            role="img"
            aria-label={`${viewWords.chart}: ${title}. The figures are in the table after it.`}
          >
            {drawings !== null && <Drawings {...drawings} />}
          </div>
        </section>
      );
    default:
      return view satisfies never;
  }
}

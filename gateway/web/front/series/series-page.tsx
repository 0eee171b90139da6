import query from '@boroughgraph/web/operations/series-page.graphql?raw';
import { type AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { type Comparison, writeBoroughAddress, writeCompareAddress } from '../address.ts';
import { type MonthSeries } from '../answer.ts';
import { AskedContent } from '../asked-content.tsx';
import { type Borough } from '../boroughs.ts';
import { nameSeries } from '../charts/series-words.ts';
import { Notice } from '../notice.tsx';
import { SeriesPanel } from '../panels/series-panel.tsx';
import { useSite } from '../site.tsx';
import { useGraph } from '../use-graph.ts';

/** The answer to `series-page.graphql`. */
interface SeriesAnswer {
  readonly indicator: {
    readonly name: string;
    readonly areaTypes: readonly AreaType[];
    readonly seriesAbsence: { readonly text: string } | null;
    readonly series: MonthSeries | null;
  } | null;
}

/** How many of the newest periods are shown: ten years of months. */
const months = 120;

interface Shown {
  readonly borough: Borough;
  readonly chosen: Comparison;
}

/** One indicator of one borough, with all that belongs to it. */
export function SeriesPage({ borough, chosen: { indicator: id, narrowing } }: Shown) {
  const dimensions = narrowing.length > 0 ? narrowing : null;
  const question = { query, variables: { id, area: borough.code, dimensions, months } };
  const asked = useGraph<SeriesAnswer>(question);
  const found = asked.outcome.kind === 'answered' ? asked.outcome.data.indicator : null;
  const title = found === null ? id : found.series === null ? found.name : nameSeries(found.series);
  return (
    <>
      <title>{`${title}, ${borough.name}`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={borough.name}
        head={<Head title={title} borough={borough} />}
        nobodyKnows={`No agency measures anything called “${id}”.`}
      >
        {({ indicator }) =>
          indicator && (
            <div className="stacked">
              <h2 className="visually-hidden">What is published</h2>
              {indicator.series === null ? (
                <Notice kind="nothing">{indicator.seriesAbsence?.text ?? 'Nothing of this is held.'}</Notice>
              ) : (
                <SeriesPanel title={title} series={indicator.series} borough={borough.name} />
              )}
              <Elsewhere chosen={{ indicator: id, narrowing }} areaTypes={indicator.areaTypes} />
            </div>
          )
        }
      </AskedContent>
    </>
  );
}

function Head({ title, borough }: { readonly title: string; readonly borough: Borough }) {
  const { top } = useSite();
  return (
    <div className="place-head">
      <h1>{title}</h1>
      <p className="lead">
        <a href={top + writeBoroughAddress(borough)}>{borough.name}</a>
      </p>
    </div>
  );
}

interface ElsewhereShown {
  readonly chosen: Comparison;
  readonly areaTypes: readonly AreaType[];
}

function Elsewhere({ chosen, areaTypes }: ElsewhereShown) {
  const { top } = useSite();
  return (
    <p>
      <a href={`${top}catalogue/${encodeURIComponent(chosen.indicator)}`}>What this measures, and where it is held</a>
      {areaTypes.includes('BOROUGH') && (
        <>
          {' · '}
          <a href={top + writeCompareAddress(chosen)}>All boroughs by it</a>
        </>
      )}
    </p>
  );
}

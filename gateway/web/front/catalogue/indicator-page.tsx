import { AskedContent } from '../asked-content.tsx';
import { Notice } from '../notice.tsx';
import fields from '../operations/dataset-fields.graphql?raw';
import query from '../operations/indicator-page.graphql?raw';
import { useSite } from '../site.tsx';
import { useGraph } from '../use-graph.ts';
import { type IndicatorAnswer, type WholeIndicator } from './answer.ts';
import { Coverage } from './coverage.tsx';
import { DatasetDetails } from './dataset-details.tsx';
import { IndicatorFacts } from './indicator-facts.tsx';
import { SampleQuery } from './sample-query.tsx';
import { Way } from './way.tsx';

/** All that there is to know of one indicator. */
export function IndicatorPage({ id }: { readonly id: string }) {
  const question = { query: `${query}\n${fields}`, variables: { id } };
  const asked = useGraph<IndicatorAnswer>(question);
  const { outcome } = asked;
  const name = outcome.kind === 'answered' ? (outcome.data.indicator?.name ?? id) : id;
  return (
    <>
      <title>{`${name}: catalogue of London figures`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={`the indicator ${id}`}
        head={
          <div className="place-head">
            <Way />
            <h1>{name}</h1>
          </div>
        }
        nobodyKnows={`No agency measures anything called “${id}”.`}
      >
        {({ indicator }) => (indicator === null ? null : <Content indicator={indicator} />)}
      </AskedContent>
    </>
  );
}

function Content({ indicator }: { readonly indicator: WholeIndicator }) {
  const { top } = useSite();
  const { held, areaTypes } = indicator;
  return (
    <div className="stacked">
      <p className="lead">{indicator.definition}</p>
      {held.absence !== null && (
        <Notice kind={held.absence.reason === 'RESTRICTED' ? 'access' : 'nothing'}>{held.absence.text}</Notice>
      )}
      {held.isHeld && areaTypes.includes('BOROUGH') && (
        <p>
          <a className="main-button" href={`${top}compare/${indicator.id}`}>
            Compare the boroughs
          </a>
        </p>
      )}
      <IndicatorFacts indicator={indicator} />
      {held.isHeld && <Coverage indicator={indicator} />}
      <DatasetDetails dataset={indicator.dataset} indicator={indicator.id} />
      <SampleQuery indicator={indicator} />
    </div>
  );
}

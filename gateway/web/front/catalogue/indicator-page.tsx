import { AskedContent } from '../asked-content.tsx';
import { Notice } from '../notice.tsx';
import fields from '@boroughgraph/web/operations/dataset-fields.graphql?raw';
import query from '@boroughgraph/web/operations/indicator-page.graphql?raw';
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
        {({ indicator, catalogue }) =>
          indicator === null ? null : <Content indicator={indicator} agency={findAgency(catalogue)} />
        }
      </AskedContent>
    </>
  );
}

/** The agency that measures it; empty where it is down. */
function findAgency(catalogue: IndicatorAnswer['catalogue']): string {
  return catalogue?.find(({ agency }) => agency?.indicator != null)?.id ?? '';
}

function Content({ indicator, agency }: { readonly indicator: WholeIndicator; readonly agency: string }) {
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
      {held.isHeld && <Coverage indicator={{ ...indicator, agency }} />}
      <DatasetDetails dataset={indicator.dataset} indicator={indicator.id} />
      <SampleQuery indicator={indicator} />
    </div>
  );
}

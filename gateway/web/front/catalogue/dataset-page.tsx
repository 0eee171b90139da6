import { AskedContent } from '../asked-content.tsx';
import fields from '@boroughgraph/web/operations/dataset-fields.graphql?raw';
import query from '@boroughgraph/web/operations/dataset-page.graphql?raw';
import { useGraph } from '../use-graph.ts';
import { type DatasetAnswer } from './answer.ts';
import { DatasetDetails } from './dataset-details.tsx';
import { Way } from './way.tsx';

/** All that there is to know of one dataset: whose it is, for whom, what protects people in it, and each release of it. */
export function DatasetPage({ id }: { readonly id: string }) {
  const question = { query: `${query}\n${fields}`, variables: { id } };
  const asked = useGraph<DatasetAnswer>(question);
  const { outcome } = asked;
  const title = outcome.kind === 'answered' ? (outcome.data.dataset?.title ?? id) : id;
  return (
    <>
      <title>{`${title}: catalogue of London figures`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={`the dataset ${id}`}
        head={
          <div className="place-head">
            <Way />
            <h1>{title}</h1>
          </div>
        }
        nobodyKnows={`No agency has a dataset called “${id}”.`}
      >
        {({ dataset }) =>
          dataset === null ? null : (
            <div className="stacked">
              <DatasetDetails dataset={dataset} indicator={null} />
            </div>
          )
        }
      </AskedContent>
    </>
  );
}

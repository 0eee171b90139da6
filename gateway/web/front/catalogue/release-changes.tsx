import { Notice } from '../notice.tsx';
import query from '@boroughgraph/web/operations/release-changes.graphql?raw';
import { useGraph } from '../use-graph.ts';
import { writeDay } from '../words.ts';
import { type ChangesAnswer, type IndicatorChanges } from './answer.ts';
import { periodWords } from './catalogue-words.ts';

interface Shown {
  readonly dataset: string;
  /** Days of publication: the first is that of the release before. */
  readonly between: { readonly from: string; readonly to: string };
  readonly indicator: string | null;
}

/** What a release changed, as a table of indicators; asked for when it is first shown. */
export function ReleaseChanges({ dataset, between, indicator }: Shown) {
  const indicators = indicator === null ? null : [indicator];
  const { outcome } = useGraph<ChangesAnswer>({ query, variables: { dataset, ...between, indicators } });
  if (outcome.kind === 'loading') return <p role="status">Comparing the two …</p>;
  const changes = outcome.kind === 'answered' ? outcome.data.dataset?.changes : null;
  if (changes == null) return <Notice kind="down">The comparison could not be had.</Notice>;
  return <ChangesTable changes={changes.indicators} since={between.from} />;
}

function ChangesTable({ changes, since }: { readonly changes: readonly IndicatorChanges[]; readonly since: string }) {
  return (
    <div className="scrolled" tabIndex={0} role="region" aria-label="What changed">
      <table>
        <caption>
          Figures by what became of them since {writeDay(since)}. Withheld: all that the newer withholds, newly or not.
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            {columns.map((each) => (
              <th key={each} scope="col" className="figure">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((each) => (
            <tr key={`${each.indicator.id} ${each.periodType}`}>
              <th scope="row">
                {each.indicator.name}, {periodWords[each.periodType].toLowerCase()}
              </th>
              {columns.map((column) => (
                <td key={column} className="figure">
                  {each[column].toLocaleString('en-GB')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columns = ['new', 'same', 'changed', 'gone', 'withheld'] as const;

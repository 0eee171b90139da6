import { CopyButton } from '../copy-button.tsx';
import { writePlaygroundAddress } from '../playground-address.ts';
import { useSite } from '../site.tsx';
import { type WholeIndicator } from './answer.ts';

/** An operation that asks for figures of an indicator, to copy or to open in the playground. */
export function SampleQuery({ indicator }: { readonly indicator: WholeIndicator }) {
  const { top } = useSite();
  const question = { query: writeSample(indicator), variables: { area: sampleArea(indicator) } };
  return (
    <section className="panel" aria-labelledby="sample">
      <h2 id="sample">Ask for it</h2>
      <div className="tools">
        <a className="quiet-button" href={top + writePlaygroundAddress(question)}>
          Open in the playground
        </a>
        <CopyButton label="Copy the query" write={() => question.query} />
      </div>
      <pre tabIndex={0} aria-label="Query">
        {question.query}
      </pre>
      <p className="quiet">
        With <code>{JSON.stringify(question.variables)}</code> as its variables.
      </p>
    </section>
  );
}

/** Hackney where boroughs are measured; else London, which stands for itself or is what lies around. */
function sampleArea({ areaTypes }: WholeIndicator): string {
  return areaTypes.includes('BOROUGH') || areaTypes.includes('COMPOSITE') ? 'E09000012' : 'E12000007';
}

function writeSample({ id }: WholeIndicator): string {
  return `query Figures($area: ID!) {
  indicator(id: ${JSON.stringify(id)}) {
    ... on AnyIndicator {
      name
      unit
      series(area: $area) {
        area { name }
        observations(last: 12) {
          period { id label }
          value
          displayValue
          status
          flags
          lower
          upper
          release { id publishedAt }
        }
        caveats { severity text }
        dataset { title publisher licence attribution }
      }
      seriesAbsence(area: $area) { text }
    }
  }
}
`;
}

import { AskedContent } from '../asked-content.tsx';
import query from '@boroughgraph/web/operations/compare-choices.graphql?raw';
import { useSite } from '../site.tsx';
import { useGraph } from '../use-graph.ts';
import { nameUnit } from '../words.ts';
import { type ChoicesAnswer } from './answer.ts';

type Agency = NonNullable<NonNullable<ChoicesAnswer['catalogue']>[number]['agency']>;
type Choice = Agency['indicators'][number];

const question = { query, variables: {} };

/** The indicators of which boroughs have figures: first those by which boroughs may be compared, then counts. */
export function CompareChoices() {
  const asked = useGraph<ChoicesAnswer>(question);
  return (
    <>
      <title>Compare: London boroughs in figures</title>
      <AskedContent
        asked={asked}
        question={question}
        subject="what can be compared"
        head={
          <div className="place-head">
            <h1>Compare the boroughs</h1>
            <p className="lead">
              Each borough beside London, and by no rank: a difference counts where it is larger than chance explains.
              Rates and shares can be compared; counts grow with the number of residents, and show how each borough
              itself has changed.
            </p>
          </div>
        }
        nobodyKnows="No agency answers."
      >
        {({ catalogue }) =>
          catalogue?.map(({ id, agency }) =>
            agency === null ? null : <AgencyChoices key={id} id={id} agency={agency} />,
          )
        }
      </AskedContent>
    </>
  );
}

function AgencyChoices({ id, agency }: { readonly id: string; readonly agency: Agency }) {
  const shown = agency.indicators.filter(
    ({ areaTypes, held }) => areaTypes.includes('BOROUGH') && (held.isHeld || held.absence?.reason === 'WORKED_OUT'),
  );
  const counts = shown.filter(({ valueType }) => valueType === 'COUNT');
  const rates = shown.filter(({ valueType }) => valueType !== 'COUNT');
  return (
    <section className="subject" aria-labelledby={`choices-${id}`}>
      <h2 id={`choices-${id}`}>{agency.name}</h2>
      <div className="panel choices">
        <Choices title="Rates and shares" choices={rates} />
        <Choices title="Counts" choices={counts} />
      </div>
    </section>
  );
}

function Choices({ title, choices }: { readonly title: string; readonly choices: readonly Choice[] }) {
  const { top } = useSite();
  return (
    <div>
      <h3>{title}</h3>
      {choices.length === 0 && <p className="quiet">None is held for boroughs.</p>}
      <ul className="plain indicator-lines">
        {choices.map((each) => (
          <li key={each.id}>
            <a href={`${top}compare/${each.id}`}>{each.name}</a>{' '}
            <span className="quiet">
              {nameUnit(each.unit)}
              {each.held.isSynthetic && ' · made-up sample'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

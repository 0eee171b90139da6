import { type Comparison } from '../address.ts';
import { AskedContent } from '../asked-content.tsx';
import { useGraph } from '../use-graph.ts';
import { nameUnit } from '../words.ts';
import { type CompareAnswer } from './answer.ts';
import { CompareChoices } from './compare-choices.tsx';
import { ComparedView } from './compared-view.tsx';
import { writeCompareQuestion } from './compare-question.ts';
import { readCompared } from './compared.ts';
import { nameChosen } from './name-chosen.ts';
import { NarrowingChoice } from './narrowing-choice.tsx';

/** One indicator over all boroughs, or the choice of one. */
export function ComparePage({ chosen }: { readonly chosen: Comparison | null }) {
  return chosen === null ? <CompareChoices /> : <Compared chosen={chosen} />;
}

function Compared({ chosen }: { readonly chosen: Comparison }) {
  const question = writeCompareQuestion(chosen);
  const asked = useGraph<CompareAnswer>(question);
  const { outcome } = asked;
  const indicator = outcome.kind === 'answered' ? outcome.data.indicator : null;
  const title = nameChosen(chosen, indicator);
  return (
    <>
      <title>{`${title}: London boroughs compared`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject="all boroughs"
        head={
          <div className="place-head">
            <h1>{title}</h1>
            {indicator !== null && <p className="quiet">{`London boroughs, ${nameUnit(indicator.unit)}`}</p>}
          </div>
        }
        nobodyKnows={`No agency measures anything called “${chosen.indicator}”.`}
      >
        {(data) => {
          const compared = readCompared(data);
          if (compared === null) return null;
          return (
            <div className="stacked">
              <p className="plainly">{compared.indicator.definition}</p>
              <NarrowingChoice chosen={chosen} dimensions={compared.indicator.dimensions} />
              <ComparedView compared={compared} chosen={chosen} title={title} />
            </div>
          );
        }}
      </AskedContent>
    </>
  );
}

import { type Problem } from '../ask.ts';
import { AskedContent } from '../asked-content.tsx';
import { type Borough } from '../boroughs.ts';
import { Notice } from '../notice.tsx';
import query from '@boroughgraph/web/operations/framework-page.graphql?raw';
import { useGraph } from '../use-graph.ts';
import { writeDay } from '../words.ts';
import { type Framework, type FrameworkAnswer } from './answer.ts';
import { EvidenceBar } from './evidence-bar.tsx';
import { FrameworkChoice } from './framework-choice.tsx';
import { MeasureCard } from './measure-card.tsx';

/** Of London, whose plans these are. */
const london = { code: 'E12000007', name: 'London' };

interface Chosen {
  /** Null for London as a whole. */
  readonly borough: Borough | null;
  readonly framework: string;
}

/** A plan theme by theme: what it said it would measure, and what is known of it for one area. */
export function FrameworkPage({ borough, framework }: Chosen) {
  const place = borough ?? london;
  const question = { query, variables: { id: framework, area: place.code } };
  const asked = useGraph<FrameworkAnswer>(question);
  const { outcome } = asked;
  const title = outcome.kind === 'answered' ? (outcome.data.framework?.title ?? framework) : 'Plans and their measures';
  return (
    <>
      <title>{`${title}: ${place.name}`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject={`the plan for ${place.name}`}
        head={<FrameworkHead title={title} place={place.name} />}
        nobodyKnows={`There is no plan called “${framework}”.`}
      >
        {(data, problems) =>
          data.framework === null ? null : (
            <div className="stacked">
              <FrameworkChoice frameworks={data.frameworks ?? []} chosen={{ borough, framework }} />
              <Missing problems={problems} />
              <Themes framework={data.framework} place={place.name} />
            </div>
          )
        }
      </AskedContent>
    </>
  );
}

function FrameworkHead({ title, place }: { readonly title: string; readonly place: string }) {
  return (
    <div className="place-head">
      <h1>{title}</h1>
      <p className="lead">What it said it would measure, and what is known of it for {place}.</p>
    </div>
  );
}

function Missing({ problems }: { readonly problems: readonly Problem[] }) {
  return [...new Set(problems.map(({ message }) => message))].map((message) => (
    <Notice key={message} kind="down">
      {message}
    </Notice>
  ));
}

function Themes({ framework, place }: { readonly framework: Framework; readonly place: string }) {
  const { themes, measures, validFrom, validTo, hasNumericTargets, source } = framework;
  return (
    <>
      <p className="quiet">
        From {writeDay(validFrom)}
        {validTo !== null && ` to ${writeDay(validTo)}`}. {!hasNumericTargets && 'It set no targets in numbers. '}
        Source: {source}
      </p>
      <EvidenceBar measures={measures} />
      {themes.map((theme, index) => (
        <section key={theme} className="subject" aria-labelledby={`theme-${index}`}>
          <h2 id={`theme-${index}`}>{theme.charAt(0).toUpperCase() + theme.slice(1)}</h2>
          <ul className="plain measures-of-theme">
            {measures
              .filter((each) => each.theme === theme)
              .map((each) => (
                <MeasureCard key={each.id} measure={each} place={place} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

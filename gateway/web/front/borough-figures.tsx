import { type BoroughFigures } from './answer.ts';
import { type Months } from './address.ts';
import { type Problem } from './ask.ts';
import { AtAGlance } from './panels/at-a-glance.tsx';
import { type Borough } from './boroughs.ts';
import { CourtDelayPanels } from './panels/court-delay.tsx';
import { CrimePanels } from './panels/crime.tsx';
import { HealthPanels, SafeguardingPanels } from './panels/health-and-safeguarding.tsx';
import { MonthsChoice } from './months-choice.tsx';
import { PriorityPanel } from './panels/priorities.tsx';
import { ResidentsPanel } from './panels/residents.tsx';
import { Section } from './section.tsx';

const sections = [
  { id: 'crime', title: 'Recorded crime', fields: ['crime', 'crimeRate'] },
  { id: 'courts', title: 'Court delay', fields: ['courtDelay'] },
  { id: 'health', title: 'Health', fields: ['health'] },
  { id: 'safeguarding', title: 'Safeguarding children', fields: ['safeguarding'] },
  { id: 'residents', title: 'Residents', fields: ['populationEstimates'] },
  { id: 'priorities', title: 'Local priorities', fields: ['localPriorities'] },
] as const;

interface Shown {
  readonly figures: BoroughFigures;
  readonly problems: readonly Problem[];
  readonly chosen: { readonly borough: Borough; readonly months: Months };
  readonly askAgain: () => void;
}

/** All figures of a borough: the newest of each kind at a glance, then each kind with all that belongs to it. */
export function BoroughFiguresView({ figures, problems, chosen, askAgain }: Shown) {
  return (
    <>
      {figures.note !== null && <p className="lead">{figures.note}</p>}
      <AtAGlance figures={figures} />
      <div className="page-tools">
        <nav aria-label="On this page" className="contents">
          <ul className="plain">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <MonthsChoice {...chosen} />
      </div>
      {sections.map(({ id, title, fields }) => (
        <Section
          key={id}
          id={id}
          title={title}
          askAgain={askAgain}
          problems={problems.filter(({ path }) => fields.some((each) => each === path[1]))}
        >
          {contentOf(id, figures)}
        </Section>
      ))}
    </>
  );
}

function contentOf(id: (typeof sections)[number]['id'], figures: BoroughFigures) {
  switch (id) {
    case 'crime':
      return <CrimePanels figures={figures} />;
    case 'courts':
      return <CourtDelayPanels figures={figures} />;
    case 'health':
      return <HealthPanels figures={figures} />;
    case 'safeguarding':
      return <SafeguardingPanels figures={figures} />;
    case 'residents':
      return <ResidentsPanel figures={figures} />;
    case 'priorities':
      return <PriorityPanel figures={figures} />;
    default:
      return id satisfies never;
  }
}

import { type BoroughFigures, type LocalPriority } from '../answer.ts';
import { NothingHeld } from '../section.tsx';
import { describeCell, nameUnit, writeDay } from '../words.ts';

/** What the borough and the Met chose to act on, each with what measures it. */
export function PriorityPanel({ figures: { name, localPriorities } }: { readonly figures: BoroughFigures }) {
  const priorities = localPriorities ?? [];
  if (priorities.length === 0) return <NothingHeld>No local priorities of {name} are held for today.</NothingHeld>;
  const sources = [...new Set(priorities.map(({ source }) => source))];
  return (
    <article className="panel">
      <ul className="priorities">
        {priorities.map((each) => (
          <Priority key={each.title} priority={each} />
        ))}
      </ul>
      <p className="quiet">Source: {sources.join('; ')}.</p>
    </article>
  );
}

function Priority({ priority }: { readonly priority: LocalPriority }) {
  const { title, isMandatory, validFrom, validTo, rationale, measuredBy } = priority;
  return (
    <li>
      <h3>{title}</h3>
      <p className="quiet">
        {isMandatory ? 'In every borough' : 'Chosen by the borough'}, since {writeDay(validFrom)}
        {validTo !== null && ` until ${writeDay(validTo)}`}
        {rationale !== null && `. ${rationale}`}
        {priority.isSynthetic && (
          <>
            . <strong>Made up.</strong>
          </>
        )}
      </p>
      {measuredBy === null && <p>What measures it is missing: an agency does not answer at present.</p>}
      {measuredBy?.length === 0 && <p>Nothing in the graph measures it.</p>}
      <ul className="plain measures">
        {measuredBy?.map(({ id, name, unit, series }) => (
          <li key={id + (series?.dimensions.map(({ value }) => value).join() ?? '')}>
            <span>{[name, ...(series?.dimensions.slice(-1).map(({ label }) => label) ?? [])].join(': ')}</span>{' '}
            {series?.latest == null ? (
              <span className="quiet">No figure</span>
            ) : (
              <>
                <strong className="figure">{describeCell(series.latest)}</strong>{' '}
                <span className="quiet">
                  {nameUnit(unit)}, {series.latest.period.label}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

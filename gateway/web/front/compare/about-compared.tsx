import { designationWords, severityWords, writeDay } from '../words.ts';
import { type ComparedBoroughs } from './compared.ts';

/** What must stand beside a comparison: caveats, and whose figures they are. */
export function AboutCompared({ compared: { all, indicator } }: { readonly compared: ComparedBoroughs }) {
  const caveats = new Map(all.flatMap(({ series }) => series?.caveats ?? []).map((each) => [each.text, each]));
  const release = all.find(({ latest }) => latest?.release != null)?.latest?.release;
  const { dataset } = indicator;
  return (
    <footer className="about">
      {[...caveats.values()].map(({ severity, text }) => (
        <p key={text} className={`caveat caveat-${severity.toLowerCase()}`}>
          <strong>{severityWords[severity]}:</strong> {text}
        </p>
      ))}
      <p className="quiet">
        Source: {dataset.publisher}, {dataset.title}
        {release != null && `, published ${writeDay(release.publishedAt)}`} ({designationWords[dataset.designation]}).{' '}
        {dataset.attribution}
      </p>
    </footer>
  );
}

import { type Measure } from './answer.ts';
import { evidenceWords, findEvidence } from './evidence.ts';

/** How many measures there are of which how much is known: in words, and as a bar. */
export function EvidenceBar({ measures }: { readonly measures: readonly Measure[] }) {
  const counts = Map.groupBy(measures, findEvidence);
  const parts = evidenceWords.map((each) => ({ ...each, count: counts.get(each.kind)?.length ?? 0 }));
  return (
    <section className="panel" aria-labelledby="evidence">
      <h2 id="evidence">
        {measures.length} {measures.length === 1 ? 'measure' : 'measures'}
      </h2>
      <div className="evidence-bar" aria-hidden="true">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <span key={kind} className={`evidence-${kind}`} style={{ flexGrow: count }}>
              {count}
            </span>
          ))}
      </div>
      <ul className="plain evidence-list">
        {parts.map(({ kind, count, words }) => (
          <li key={kind}>
            <span className={`evidence-mark evidence-${kind}`} aria-hidden="true" /> <strong>{count}</strong> {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

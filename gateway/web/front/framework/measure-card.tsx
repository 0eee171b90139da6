import { Notice } from '../notice.tsx';
import { polarityWords } from '../catalogue/catalogue-words.ts';
import { describeTrend } from '../trend-words.ts';
import { useSite } from '../site.tsx';
import { describeCell, describeRelation, flagWords, nameUnit, writeDay } from '../words.ts';
import { type Measure, type MeasuringIndicator, type Statement } from './answer.ts';
import { evidenceWords, findEvidence } from './evidence.ts';

/** One measure: its wording, what it begins from and aims at, and what is known of it. */
export function MeasureCard({ measure, place }: { readonly measure: Measure; readonly place: string }) {
  const { wording, kind, polarity, baselines, targets, due, lead, measuredBy } = measure;
  const evidence = findEvidence(measure);
  return (
    <li className={`panel measure measure-${evidence}`}>
      <div>
        <h3>{wording}</h3>
        <p className="quiet">
          {kind.charAt(0) + kind.slice(1).toLowerCase()}
          {polarity !== null && ` · ${polarityWords[polarity]}`}
          {lead !== null && ` · led by ${lead}`}
          {due !== null && ` · due ${writeDay(due)}`}
        </p>
        <Statements name="Baseline" none={kind === 'MEASURE' ? 'None was named.' : null} statements={baselines} />
        <Statements name="Target" none={null} statements={targets} />
      </div>
      <div className="measure-evidence">
        <p className="evidence-word">
          <span className={`evidence-mark evidence-${evidence}`} aria-hidden="true" />{' '}
          {evidenceWords.find((each) => each.kind === evidence)?.short}
        </p>
        <Known evidence={evidence} indicators={measuredBy ?? []} place={place} />
      </div>
    </li>
  );
}

interface KnownShown {
  readonly evidence: ReturnType<typeof findEvidence>;
  readonly indicators: readonly MeasuringIndicator[];
  readonly place: string;
}

function Known({ evidence, indicators, place }: KnownShown) {
  if (indicators.length === 0)
    return evidence === 'uncollected' ? (
      <Notice kind="nothing">The plan names this, and no body collects it.</Notice>
    ) : (
      <Notice kind="nothing">No published figure is known that measures this.</Notice>
    );
  return (
    <ul className="plain indicator-lines">
      {indicators.map((each, index) => (
        <li key={index}>
          <Indicator indicator={each} place={place} />
        </li>
      ))}
    </ul>
  );
}

function Indicator({ indicator, place }: { readonly indicator: MeasuringIndicator; readonly place: string }) {
  const { top } = useSite();
  const { id, name, unit, narrowedTo, series, seriesAbsence } = indicator;
  const latest = series?.latest ?? null;
  const relation = series === null ? null : describeRelation(series, place);
  return (
    <>
      <p>
        <a href={`${top}catalogue/${id}`}>{[name, ...narrowedTo.map(({ label }) => label)].join(': ')}</a>
      </p>
      {latest === null ? (
        <p className="quiet">{seriesAbsence?.text ?? 'No figure is published that everybody may see.'}</p>
      ) : (
        <p>
          <strong className="measure-figure">{describeCell(latest)}</strong> {nameUnit(unit)}, {latest.period.label}
          {latest.flags.length > 0 && ` (${latest.flags.map((flag) => flagWords[flag]).join(', ')})`}
        </p>
      )}
      {series !== null && latest !== null && <p>{describeTrend(series.trend)}</p>}
      {relation !== null && latest !== null && <p className="quiet">{relation}</p>}
    </>
  );
}

interface StatementsShown {
  readonly name: string;
  /** Said where there is none; null says nothing. */
  readonly none: string | null;
  readonly statements: readonly Statement[];
}

function Statements({ name, none, statements }: StatementsShown) {
  if (statements.length === 0) return none === null ? null : <p className="quiet">{`${name}: ${none}`}</p>;
  return statements.map(({ text, source }) => (
    <p key={text}>
      {name}: “{text}” <span className="quiet">({source})</span>
    </p>
  ));
}

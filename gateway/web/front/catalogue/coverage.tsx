import { type ObservationStatus } from '@boroughgraph/schema/vocabulary/core.ts';
import { FoldedTable } from '../folded-table.tsx';
import { useGraph } from '../use-graph.ts';
import { writeDay } from '../words.ts';
import { periodWords } from './catalogue-words.ts';
import {
  type CoverageAnswer,
  type CoveredIndicator,
  type CoveredSeries,
  hasMorePlaces,
  readCoverage,
  writeCoverageQuestion,
} from './coverage-query.ts';

/** Which places have figures for which periods: as a table, and as a picture. */
export function Coverage({ indicator }: { readonly indicator: CoveredIndicator }) {
  const { outcome } = useGraph<CoverageAnswer>(writeCoverageQuestion(indicator));
  const covered = outcome.kind === 'answered' ? readCoverage(outcome.data) : [];
  const hasMore = outcome.kind === 'answered' && hasMorePlaces(outcome.data);
  return (
    <section className="panel" aria-labelledby="coverage">
      <h2 id="coverage">Where and when</h2>
      {outcome.kind === 'loading' && <p role="status">Looking at every place …</p>}
      {outcome.kind !== 'loading' && covered.length === 0 && <p>What there is could not be had.</p>}
      {covered.length > 0 && <Picture covered={covered} hasMore={hasMore} />}
    </section>
  );
}

function Picture({ covered, hasMore }: { readonly covered: readonly CoveredSeries[]; readonly hasMore: boolean }) {
  const periods = [...new Set(covered.flatMap(({ periodIds }) => periodIds))].toSorted();
  const kind = covered[0] === undefined ? '' : periodWords[covered[0].periodType];
  return (
    <>
      <CoverageTable covered={covered} />
      <p className="quiet">
        {kind}, {namePeriod(periods[0])} to {namePeriod(periods.at(-1))}.
        {hasMore && ' The first places alone: there are more.'}
      </p>
      <div className="coverage" role="img" aria-label="Places by periods; the table before says the same">
        {covered.map((each, index) => (
          <div key={index} className="coverage-row" aria-hidden="true">
            <span>{namePlace(each)}</span>
            <Runs covered={each} periods={periods} />
          </div>
        ))}
      </div>
      <p className="quiet coverage-key" aria-hidden="true">
        <span>
          <i className="key-published" /> Published
        </span>
        <span>
          <i className="key-withheld" /> Withheld
        </span>
        <span>
          <i className="key-missing" /> No figure, with a reason
        </span>
      </p>
    </>
  );
}

/** A period by its id, and a day as people write it. */
function namePeriod(id = ''): string {
  const [, day] = /^S(\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
  return day === undefined ? id : writeDay(day);
}

/** One place as a bar: full where figures are published, half where they are withheld, a line where there is none for a reason. */
function Runs({ covered, periods }: { readonly covered: CoveredSeries; readonly periods: readonly string[] }) {
  return (
    <svg viewBox={`0 0 ${periods.length} 10`} preserveAspectRatio="none">
      {findRuns(covered, periods).map(({ kind, start, length }) => (
        <rect key={start} className={`run-${kind}`} x={start} width={length} {...heights[kind]} />
      ))}
    </svg>
  );
}

type Kind = 'published' | 'withheld' | 'missing';

const heights: Readonly<Record<Kind, { readonly y: number; readonly height: number }>> = {
  published: { y: 0, height: 10 },
  withheld: { y: 5, height: 5 },
  missing: { y: 8, height: 2 },
};

interface Run {
  readonly kind: Kind;
  readonly start: number;
  readonly length: number;
}

/** Periods beside each other of which the same is to be said. */
function findRuns({ periodIds, statuses }: CoveredSeries, periods: readonly string[]): readonly Run[] {
  const statusOf = new Map(periodIds.map((id, index) => [id, statuses[index]]));
  const runs: Run[] = [];
  for (const [index, period] of periods.entries()) {
    const status = statusOf.get(period);
    if (status === undefined) continue;
    const kind = kindOf(status);
    const last = runs.at(-1);
    if (last?.kind === kind && last.start + last.length === index)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ kind, start: index, length: 1 });
  }
  return runs;
}

function kindOf(status: ObservationStatus): Kind {
  if (status === 'PUBLISHED') return 'published';
  return status === 'CONFIDENTIAL' || status === 'WITHHELD_BY_TIER' || status === 'LOW_BASE' ? 'withheld' : 'missing';
}

function CoverageTable({ covered }: { readonly covered: readonly CoveredSeries[] }) {
  const columns = [
    ...['Place', 'First', 'Last'].map((name) => ({ name })),
    ...['Published', 'Withheld', 'No figure'].map((name) => ({ name, isFigure: true })),
  ];
  return (
    <FoldedTable summary="Coverage as a table" caption="For how many periods each place has a figure" columns={columns}>
      {covered.map((each, index) => (
        <CoverageLine key={index} covered={each} />
      ))}
    </FoldedTable>
  );
}

function CoverageLine({ covered }: { readonly covered: CoveredSeries }) {
  const { periodIds, statuses } = covered;
  const kinds = statuses.map(kindOf);
  return (
    <tr>
      <th scope="row">{namePlace(covered)}</th>
      <td>{periodIds[0]}</td>
      <td>{periodIds.at(-1)}</td>
      {(['published', 'withheld', 'missing'] as const).map((kind) => (
        <td key={kind} className="figure">
          {kinds.filter((each) => each === kind).length}
        </td>
      ))}
    </tr>
  );
}

function namePlace({ area, site }: CoveredSeries): string {
  return site?.name ?? area?.name ?? 'A place without a name';
}

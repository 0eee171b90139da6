import { type Comparison, writeSeriesAddress } from '../address.ts';
import { useSite } from '../site.tsx';
import { describeCell, describeSpan } from '../words.ts';
import { type ComparedBorough, type ComparedBoroughs } from './compared.ts';
import { drawSpark, type SparkRange } from './spark.ts';

interface MultiplesShown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
}

/** A small chart of each borough, by name: all on one scale where they may be compared, else each on its own. */
export function SmallMultiples({ compared, chosen }: MultiplesShown) {
  const { all, refusals, london } = compared;
  const shown = all.filter(({ series }) => series !== null && series.observations.length > 1);
  if (shown.length === 0) return null;
  const isShared = refusals.length === 0;
  const outlier = isShared ? findOutlier(shown) : undefined;
  const range = rangeOf([...shown.filter((each) => each !== outlier).map(({ series }) => series), london]);
  const longest = shown.toSorted(
    (one, other) => (other.series?.observations.length ?? 0) - (one.series?.observations.length ?? 0),
  )[0];
  return (
    <section className="panel" aria-labelledby="multiples">
      <h2 id="multiples">Each borough over time</h2>
      <p className="quiet">
        {describeSpan(longest?.series?.observations ?? [])}.{' '}
        {isShared
          ? 'All on one scale, which begins at nought. Shaded: 95% intervals, where they are published. Dashed: London.'
          : 'Each on its own scale, which begins at nought: read along a line, not from one to another.'}
        {outlier !== undefined && ` ${outlier.borough.name} reaches far beyond the others and has its own scale.`}
      </p>
      <ul className="multiples">
        {shown.map((each) => (
          <Multiple
            key={each.borough.code}
            compared={each}
            chosen={chosen}
            range={isShared && each !== outlier ? range : rangeOf([each.series])}
            london={isShared && each !== outlier ? (london?.latest?.value ?? null) : null}
          />
        ))}
      </ul>
    </section>
  );
}

interface Shown {
  readonly compared: ComparedBorough;
  readonly chosen: Comparison;
  readonly range: SparkRange;
  readonly london: number | null;
}

function Multiple({ compared: { borough, series, latest }, chosen, range, london }: Shown) {
  const { top } = useSite();
  if (series === null) return null;
  const { line, band, missing } = drawSpark(series.observations, range);
  const level = london === null ? null : 100 - (100 * (london - range.lowest)) / (range.highest - range.lowest);
  return (
    <li>
      <a href={top + writeSeriesAddress(borough, chosen)}>{borough.name}</a>
      <span className="multiple-figure">{latest === null ? 'No figure' : describeCell(latest)}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {level !== null && <path className="spark-london" d={`M0 ${level}H100`} />}
        <path className="spark-band" d={band} />
        <path className="spark-missing" d={missing} />
        <path className="spark-line" d={line} />
      </svg>
    </li>
  );
}

/** The one whose largest figure is more than twice that of any other: on one scale, all others would be flat. */
function findOutlier(shown: readonly ComparedBorough[]): ComparedBorough | undefined {
  const largest = ({ series }: ComparedBorough) =>
    Math.max(0, ...(series?.observations.map(({ value }) => value ?? 0) ?? []));
  const [first, second] = shown.toSorted((one, other) => largest(other) - largest(one));
  return first !== undefined && second !== undefined && largest(first) > 2 * largest(second) ? first : undefined;
}

/** From nought, or what is below it, to the largest figure or limit. */
function rangeOf(all: readonly (ComparedBorough['series'] | undefined)[]): SparkRange {
  const values = all.flatMap((series) => series?.observations.map(({ value, upper }) => upper ?? value ?? 0) ?? []);
  return { lowest: Math.min(0, ...values), highest: Math.max(0, ...values) * 1.1 || 1 };
}

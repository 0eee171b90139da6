import { type Comparison, writeSeriesAddress } from '../address.ts';
import { useSite } from '../site.tsx';
import { describeCell } from '../words.ts';
import { type ComparedBoroughs } from './compared.ts';
import { describeMultiples, layOutMultiples, type Multiple } from './lay-out-multiples.ts';

interface MultiplesShown {
  readonly compared: ComparedBoroughs;
  readonly chosen: Comparison;
}

/** A small chart of each borough, by name: all on one scale where they may be compared, else each on its own. */
export function SmallMultiples({ compared, chosen }: MultiplesShown) {
  const laidOut = layOutMultiples(compared);
  if (laidOut.multiples.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="multiples">
      <h2 id="multiples">Each borough over time</h2>
      <p className="quiet">{describeMultiples(laidOut).join(' ')}</p>
      <ul className="multiples">
        {laidOut.multiples.map((each) => (
          <MultipleChart key={each.compared.borough.code} multiple={each} chosen={chosen} />
        ))}
      </ul>
    </section>
  );
}

function MultipleChart({ multiple, chosen }: { readonly multiple: Multiple; readonly chosen: Comparison }) {
  const { top, target } = useSite();
  const { compared, spark, level } = multiple;
  const { borough, latest } = compared;
  return (
    <li>
      <a href={top + writeSeriesAddress(borough, chosen)} target={target}>
        {borough.name}
      </a>
      <span className="multiple-figure">{latest === null ? 'No figure' : describeCell(latest)}</span>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {level !== null && <path className="spark-london" d={`M0 ${level}H100`} />}
        <path className="spark-band" d={spark.band} />
        <path className="spark-missing" d={spark.missing} />
        <path className="spark-line" d={spark.line} />
      </svg>
    </li>
  );
}

import { type WholeSeries } from '../answer.ts';
import { describeTrend } from '../trend-words.ts';
import { describeCertainty, flagWords, nameUnit } from '../words.ts';

/** The newest figure that is published, how sure it is, and which way the series went; in words where there is none. */
export function LatestFigure({ series }: { readonly series: WholeSeries }) {
  const { latest, indicator } = series;
  if (latest === null) return <p className="no-figure">No figure is published that everybody may see.</p>;
  const flags = latest.flags.map((flag) => flagWords[flag]);
  return (
    <>
      <p className="latest">
        <span className="number">{latest.displayValue}</span> <span className="unit">{nameUnit(indicator.unit)}</span>
      </p>
      <p className="when">
        {latest.period.label}
        {flags.length > 0 && <span className="flags"> ({flags.join(', ')})</span>}
      </p>
      <p className="quiet">
        {describeCertainty(latest, indicator.decimals) ?? 'No margin of error is published for it.'}
      </p>
      <p>{describeTrend(series.trend)}</p>
    </>
  );
}

import { nameUnit, writeDay } from '../words.ts';
import { type WholeIndicator } from './answer.ts';
import {
  additivityWords,
  basisWords,
  nameAreas,
  periodWords,
  polarityWords,
  valueTypeWords,
} from './catalogue-words.ts';
import { Fact } from './dataset-details.tsx';

/** What a value of an indicator is, what may be done with it, and what there is of it. */
export function IndicatorFacts({ indicator }: { readonly indicator: WholeIndicator }) {
  const { held } = indicator;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">What it says</h2>
      <dl className="facts">
        <Fact name="A value is">
          {valueTypeWords[indicator.valueType]}, in {nameUnit(indicator.unit)}
        </Fact>
        <Fact name="Which way is good">{polarityWords[indicator.polarity]}</Fact>
        <Fact name="Adding up">{additivityWords[indicator.additivity]}</Fact>
        <Fact name="Belongs to a place by">{basisWords[indicator.attributionBasis]}</Fact>
        <Fact name="Held for">{describePlaces(held)}</Fact>
        <Fact name="Held of">{describePeriods(held)}</Fact>
        {held.nextDue !== null && <Fact name="Next edition due">{writeDay(held.nextDue)}</Fact>}
        <Fact name="Named">
          <code>{indicator.id}</code>
        </Fact>
      </dl>
      {indicator.dimensions.map((dimension) => (
        <details key={dimension.id}>
          <summary>
            {dimension.label}: {dimension.values.length} values
          </summary>
          <ul className="columns">
            {dimension.values.map(({ value, label, firstPeriod, lastPeriod }) => (
              <li key={value}>
                {label} <span className="quiet">{describeLife(firstPeriod, lastPeriod)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function describePlaces({ areas, sites }: WholeIndicator['held']): string {
  const places = areas.map(({ areaType, count }) => `${count.toLocaleString('en-GB')} ${nameAreas(areaType, count)}`);
  return [...places, ...(sites > 0 ? [`${sites} ${sites === 1 ? 'site' : 'sites'}`] : [])].join(', ') || 'Nowhere';
}

function describePeriods({ periods }: WholeIndicator['held']): string {
  const spans = periods.map(
    ({ periodType, firstPeriod, lastPeriod }) =>
      `${periodWords[periodType]}, ${firstPeriod?.label ?? '?'} – ${lastPeriod?.label ?? '?'}`,
  );
  return spans.join('; ') || 'Nothing';
}

/** From when to when a value of a dimension was used; empty where nothing is told. */
function describeLife(first: { readonly label: string } | null, last: { readonly label: string } | null): string {
  if (first === null || last === null) return '';
  return `(${first.label} – ${last.label})`;
}

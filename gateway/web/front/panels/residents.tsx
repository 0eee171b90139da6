import { type BoroughFigures, type PopulationEstimate } from '../answer.ts';
import { NothingHeld } from '../section.tsx';

/** How many people live in the borough, by year, and how many of them are children. */
export function ResidentsPanel({ figures: { name, populationEstimates } }: { readonly figures: BoroughFigures }) {
  const estimates = populationEstimates ?? [];
  if (estimates.length === 0) return <NothingHeld>No estimate of the residents of {name} is held.</NothingHeld>;
  const years = [...new Set(estimates.map(({ year }) => year))].toSorted((one, other) => other - one);
  return (
    <article className="panel">
      <table className="places wide">
        <caption>Residents of {name} at 30 June of each year, estimated</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="figure">
              All ages
            </th>
            <th scope="col" className="figure">
              Under 18
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="figure">{findPersons(estimates, year, 'ALL_AGES')}</td>
              <td className="figure">{findPersons(estimates, year, 'AGED_0_TO_17')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">Source: {nameSources(estimates)}.</p>
    </article>
  );
}

function findPersons(
  estimates: readonly PopulationEstimate[],
  year: number,
  ageBand: PopulationEstimate['ageBand'],
): string {
  const found = estimates.find((each) => each.year === year && each.ageBand === ageBand);
  return found?.persons.toLocaleString('en-GB') ?? 'Not held';
}

/** Each source once, and of what differs by its year alone the first and the last: `ONS mid-year population estimate 2001 to 2024`. */
function nameSources(estimates: readonly PopulationEstimate[]): string {
  const byName = Map.groupBy(estimates, ({ source, year }) => source.replace(new RegExp(` ${year}$`), ''));
  return [...byName]
    .map(([name, those]) => {
      const years = those.filter(({ source }) => source !== name).map(({ year }) => year);
      if (years.length === 0) return name;
      const [first, last] = [Math.min(...years), Math.max(...years)];
      return first === last ? `${name} ${first}` : `${name} ${first} to ${last}`;
    })
    .join('; ');
}

import { BoroughMap } from './borough-map.tsx';
import { BoroughSearch } from './borough-search.tsx';

/** What an address shows that leads nowhere: what was asked for, and every borough. */
export function UnknownPage({ name, isBorough }: { readonly name: string; readonly isBorough: boolean }) {
  return (
    <>
      <title>
        {isBorough ? 'No such borough: London boroughs in figures' : 'No such page: London boroughs in figures'}
      </title>
      <h1>{isBorough ? `There is no borough called “${name}”` : `There is no page at “${name}”`}</h1>
      <p className="lead">The 32 London boroughs and the City of London are all there is here.</p>
      <BoroughSearch label="Which borough?" />
      <BoroughMap />
    </>
  );
}

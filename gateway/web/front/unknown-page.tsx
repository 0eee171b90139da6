import { BoroughMap } from './borough-map.tsx';
import { BoroughSearch } from './borough-search.tsx';

/** What an address shows that leads nowhere: what was asked for, and every borough. */
export function UnknownPage({ name }: { readonly name: string }) {
  return (
    <>
      <title>No such borough: London boroughs in figures</title>
      <h1>There is no borough called “{name}”</h1>
      <p className="lead">The 32 London boroughs and the City of London are all there is here.</p>
      <BoroughSearch label="Which borough?" />
      <BoroughMap />
    </>
  );
}

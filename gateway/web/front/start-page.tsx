import { BoroughMap } from './borough-map.tsx';
import { BoroughSearch } from './borough-search.tsx';

/** Where somebody begins: the search, and the boroughs as a map of squares. */
export function StartPage() {
  return (
    <>
      <title>London boroughs in figures</title>
      <div className="start">
        <div>
          <h1>One borough, four agencies, one page</h1>
          <p className="lead">
            What the police, the courts, the health service and the council publish about a London borough: recorded
            crime, how long the courts take, emergency and violence-related health, safeguarding, and what the borough
            chose to act on.
          </p>
          <BoroughSearch label="Which borough?" />
          <p className="quiet">Each figure says who measured it, when, and how sure it is. Nothing is ranked.</p>
        </div>
        <BoroughMap />
      </div>
    </>
  );
}

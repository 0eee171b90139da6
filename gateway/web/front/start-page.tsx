import { BoroughMap } from './borough-map.tsx';
import { BoroughSearch } from './borough-search.tsx';
import { CatalogueSearch } from './catalogue/catalogue-search.tsx';
import { useSite } from './site.tsx';

/** Where somebody begins: the search, and the boroughs as a map of squares. */
export function StartPage() {
  const { top } = useSite();
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
          <CatalogueSearch text="" />
          <ul className="plain begin">
            <li>
              <a href={`${top}catalogue`}>What is in the graph at all?</a>
            </li>
            <li>
              <a href={`${top}compare`}>All boroughs beside London</a>
            </li>
            <li>
              <a href={`${top}framework`}>Plans, and what nobody measures</a>
            </li>
          </ul>
          <p className="quiet">Each figure says who measured it, when, and how sure it is. Nothing is ranked.</p>
        </div>
        <BoroughMap />
      </div>
    </>
  );
}

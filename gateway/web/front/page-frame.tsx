import { type ReactNode } from 'react';
import { BoroughSearch } from './borough-search.tsx';
import { type Borough } from './boroughs.ts';
import { useSite } from './site.tsx';

/** What is around every page: the way to its content, its name, the search, and where the graph itself is. */
export function PageFrame({ borough, children }: { readonly borough: Borough | null; readonly children: ReactNode }) {
  const { top } = useSite();
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="site-header">
        <div className="width">
          <a className="brand" href={top}>
            <span aria-hidden="true" className="brand-mark" />
            London boroughs in figures
          </a>
          {borough !== null && <BoroughSearch />}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="width">
        {children}
      </main>
      <footer className="site-footer">
        <div className="width">
          <p>
            Every figure is its publisher’s, and says whose it is, how old it is and what not to conclude from it.
            Figures about a few people are withheld, and nothing here is ranked.
          </p>
          <ul className="plain">
            <li>
              <a href={`${top}playground`}>Ask the graph yourself</a>
            </li>
            <li>
              <a href={`${top}ready`}>Is every agency up?</a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}

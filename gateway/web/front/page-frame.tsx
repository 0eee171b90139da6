import { type ReactNode } from 'react';
import { type Place } from './address.ts';
import { BoroughSearch } from './borough-search.tsx';
import { SignedIn } from './signing-in/signed-in.tsx';
import { useSite } from './site.tsx';

const places = [
  { path: '', name: 'Boroughs', kinds: ['start', 'borough', 'series', 'wards'] },
  { path: 'compare', name: 'Compare', kinds: ['compare'] },
  { path: 'framework', name: 'Plans', kinds: ['framework'] },
  { path: 'catalogue', name: 'Catalogue', kinds: ['catalogue', 'indicator', 'dataset'] },
  { path: 'playground', name: 'Playground', kinds: [] },
] as const;

/** What is around every page: the way to its content, its name, the other places, the search, and where the graph itself is. */
export function PageFrame({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
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
          <Places kind={place.kind} />
          {place.kind === 'borough' && <BoroughSearch />}
        </div>
      </header>
      <SignedIn />
      <main id="content" tabIndex={-1} className="width">
        {children}
      </main>
      <Footer />
    </>
  );
}

function Places({ kind }: { readonly kind: Place['kind'] }) {
  const { top } = useSite();
  return (
    <nav aria-label="Places" className="site-places">
      <ul className="plain">
        {places.map(({ path, name, kinds }) => (
          <li key={path}>
            <a href={top + path} aria-current={kinds.some((each) => each === kind) ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Footer() {
  const { top } = useSite();
  return (
    <footer className="site-footer">
      <div className="width">
        <p>
          Every figure is its publisher’s, and says whose it is, how old it is and what not to conclude from it. Figures
          about a few people are withheld, and nothing here is ranked.
        </p>
        <ul className="plain">
          <li>
            <a href={`${top}playground`}>Ask the graph yourself</a>
          </li>
          <li>
            <a href={`${top}status`}>Is every agency up?</a>
          </li>
          <li>
            <a href={`${top}sign-in`}>Sign in</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

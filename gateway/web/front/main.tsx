import { createRoot } from 'react-dom/client';
import { readPlace } from './address.ts';
import { BoroughPage } from './borough-page.tsx';
import { PageFrame } from './page-frame.tsx';
import { SiteProvider } from './site.tsx';
import { StartPage } from './start-page.tsx';
import { UnknownPage } from './unknown-page.tsx';

const root = document.querySelector<HTMLElement>('#root');
if (root === null) throw new Error('The page has no element #root to be shown in');

// The server says how to reach the top from the page, so that the page works below any path that a proxy puts before it.
const top = new URL(root.dataset['root'] ?? './', location.href);
const place = readPlace(location.pathname.slice(top.pathname.length), location.search);

createRoot(root).render(
  <SiteProvider value={{ top: top.href, endpoint: new URL('graphql', top).href }}>
    <PageFrame borough={place.kind === 'borough' ? place.borough : null}>
      {place.kind === 'borough' && <BoroughPage borough={place.borough} months={place.months} />}
      {place.kind === 'start' && <StartPage />}
      {place.kind === 'unknown' && <UnknownPage name={place.name} />}
    </PageFrame>
  </SiteProvider>,
);

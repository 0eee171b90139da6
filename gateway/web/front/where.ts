import { type Place, readPlace } from './address.ts';
import { type Site } from './site.tsx';

const found = document.querySelector<HTMLElement>('#root');
if (found === null) throw new Error('The page has no element #root to be shown in');

/** Where the page is shown. */
export const root: HTMLElement = found;

// The server says how to reach the top from the page, so that the page works below any path that a proxy puts before it.
const top = new URL(root.dataset['root'] ?? './', location.href);

/** Where the page is served. */
export const site: Site = { top: top.href, endpoint: new URL('graphql', top).href };

const { pathname, search } = location;
const { pathname: pathOfTop } = top;

/** What its address names. */
export const place: Place = readPlace(pathname.slice(pathOfTop.length), search);

import { createContext, useContext } from 'react';

/** Where the page is served, and where the graph that it asks. */
export interface Site {
  /** Address of the front page, with a slash at its end. */
  readonly top: string;
  /** Address of the graph. */
  readonly endpoint: string;
  /** Where its links open, where that is not the window itself: a page within a frame leads out of it. */
  readonly target?: '_blank';
}

const SiteContext = createContext<Site>({ top: './', endpoint: 'graphql' });

/** Tells what is within it where the page is served. */
export const SiteProvider = SiteContext;

/** Where the page is served. */
export function useSite(): Site {
  return useContext(SiteContext);
}

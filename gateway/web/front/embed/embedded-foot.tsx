import { writeDay } from '../words.ts';

interface Shown {
  /** As of which release; null for the newest figures, whatever they are. */
  readonly release: { readonly publishedAt: string } | null;
  /** The address of the newest figures. */
  readonly live: string;
  /** The address of the page that has more of this. */
  readonly home: string;
}

/** Of which day what is embedded is, and where there is more. */
export function EmbeddedFoot({ release, live, home }: Shown) {
  return (
    <p className="quiet">
      {release === null ? (
        'The newest figures. '
      ) : (
        <>
          As published on {writeDay(release.publishedAt)}. <OutLink href={live}>The newest figures</OutLink>.{' '}
        </>
      )}
      <OutLink href={home}>London boroughs in figures</OutLink>
    </p>
  );
}

/** Out of the frame: nothing of another page is shown within it. */
function OutLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

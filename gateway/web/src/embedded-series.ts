import { readFrontPage } from './built-page.ts';
import { pageHeaders } from './page-headers.ts';

/** Where the pages are built, with what draws them where no script does. */
const distFolder = new URL('../dist/', import.meta.url);

/** A series for other pages to embed. */
export interface EmbeddedSeries {
  /** As `embedded-series.graphql` answers it. */
  readonly series: object;
  /** The way to the top from the address at which it is shown. */
  readonly top: string;
  /** As of which release; null for the newest figures, whatever they are. */
  readonly release: { readonly id: string; readonly publishedAt: string } | null;
  /** The address of the newest figures. */
  readonly live: string;
}

/** A picture of a comparison for other pages to embed. */
export interface EmbeddedComparison extends Pick<EmbeddedSeries, 'top' | 'release' | 'live'> {
  /** As `compare-page.graphql` answers it. */
  readonly answer: object;
  readonly chosen: {
    readonly indicator: string;
    readonly narrowing: readonly { readonly dimension: string; readonly value: string }[];
  };
  readonly view: 'map' | 'chart' | 'multiples';
}

/** What the build makes of `front/embed/render.tsx`. */
interface Renderer {
  readonly renderPage: (embedded: EmbeddedSeries) => { readonly title: string; readonly body: string };
  readonly renderPicture: (embedded: EmbeddedSeries) => string;
  readonly renderComparisonPage: (
    embedded: EmbeddedComparison,
  ) => { readonly kind: 'drawn'; readonly title: string; readonly body: string } | Refused;
  readonly renderComparisonPicture: (
    embedded: EmbeddedComparison,
  ) => { readonly kind: 'drawn'; readonly picture: string } | Refused;
}

/** Why a comparison may not be shown so. */
interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** The headers of a page that others may frame: it runs nothing, and reaches nothing but its own style sheet. */
export const embeddedPageHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders({ styles: "'self' 'unsafe-inline'", scripts: "'none'", framers: '*' }),
  'content-type': 'text/html; charset=utf-8',
};

/** The headers of a picture, which runs nothing wherever it is opened. */
export const embeddedPictureHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-type': 'image/svg+xml; charset=utf-8',
};

/** A series as a page, without a script; null where the pages are not built. */
export async function renderEmbeddedPage(embedded: EmbeddedSeries): Promise<string | null> {
  const renderer = await loadRenderer();
  if (renderer === null) return null;
  const { title, body } = renderer.renderPage(embedded);
  return fillPage(title, body, embedded.top);
}

/** A sentence in the place of a series, as a page; null where the pages are not built. */
export function renderEmbeddedSentence(sentence: string, top: string): Promise<string | null> {
  return fillPage(
    'No figures',
    `<main class="embedded"><p class="notice notice-nothing">${escape(sentence)}</p></main>`,
    top,
  );
}

/** A series as a picture, an SVG file; null where the pages are not built. */
export async function renderEmbeddedPicture(embedded: EmbeddedSeries): Promise<string | null> {
  return (await loadRenderer())?.renderPicture(embedded) ?? null;
}

/** A picture of a comparison as a page, without a script, or why it may not be shown; null where the pages are not built. */
export async function renderComparisonPage(
  embedded: EmbeddedComparison,
): Promise<{ readonly kind: 'drawn'; readonly text: string } | Refused | null> {
  const drawn = (await loadRenderer())?.renderComparisonPage(embedded) ?? null;
  if (drawn === null || drawn.kind === 'refused') return drawn;
  const text = await fillPage(drawn.title, drawn.body, embedded.top);
  return text === null ? null : { kind: 'drawn', text };
}

/** The same as a picture, an SVG file. */
export async function renderComparisonPicture(
  embedded: EmbeddedComparison,
): Promise<{ readonly kind: 'drawn'; readonly text: string } | Refused | null> {
  const drawn = (await loadRenderer())?.renderComparisonPicture(embedded) ?? null;
  return drawn?.kind === 'drawn' ? { kind: 'drawn', text: drawn.picture } : drawn;
}

/** The front page with something else in it, and without what it runs. */
async function fillPage(title: string, body: string, top: string): Promise<string | null> {
  const page = await readFrontPage(new URL('front/', distFolder), top);
  return (
    page
      ?.replaceAll(/<script\b[^>]*><\/script>|<noscript\b.*?<\/noscript\s*>|<link rel="modulepreload"[^>]*>/gs, '')
      .replace(/<title>.*?<\/title>/s, () => `<title>${escape(title)}</title>`)
      .replace(/<div id="root"[^>]*><\/div>/, () => body) ?? null
  );
}

let loading: Promise<Renderer | null> | undefined;

/** What draws takes some milliseconds and megabytes to load: nobody pays for it who embeds nothing. */
function loadRenderer(): Promise<Renderer | null> {
  // The build makes it, from what is typed as this is.
  return (loading ??= import(new URL('embed/render.js', distFolder).href).then(
    (module: unknown) => module as Renderer,
    (error: unknown) => {
      loading = undefined;
      if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
      throw error;
    },
  ));
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

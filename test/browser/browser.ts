import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';

/** Debian's browser, or the one that `CHROMIUM` names; null where there is none, so that what needs it is skipped. */
export const browserPath =
  [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path)) ??
  null;

/** Starts the browser. As root it runs without the sandbox, which it otherwise refuses to do. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
}

/** What somebody sees with. */
export interface Viewing {
  /** In pixels. @default 1280 */
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page that was opened, with what it asked for and what went wrong in it. */
export interface OpenedPage extends AsyncDisposable {
  readonly page: Page;
  /** Every request, `METHOD address`. */
  readonly requests: readonly string[];
  /** Scripts and styles, as they came over the wire, in bytes by address. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

/** Opens an address in a window of its own, and waits until the page has what it asks for. */
export async function openPage(browser: Browser, url: string, viewing: Viewing = {}): Promise<OpenedPage> {
  const { width = 1280, colorScheme = 'light' } = viewing;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests: string[] = [];
  const sizes = new Map<string, number>();
  const problems: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  page.on('response', (response) => {
    const length = response.headers()['content-length'];
    if (length !== undefined) sizes.set(response.url(), Number(length));
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto(url);
  await waitUntilThere(page);
  return { page, requests, sizes, problems, [Symbol.asyncDispose]: () => context.close() };
}

/** A playground in a browser. */
export interface OpenedPlayground extends AsyncDisposable {
  /** Asks as GraphiQL does, by the page's own fetch; gives the text of the banner that is there then, empty where there is none. */
  readonly ask: (query: string) => Promise<string>;
}

/** Opens a playground in a window of its own. Its scripts have run then; its editor may still be on its way. */
export async function openPlayground(browser: Browser, url: string): Promise<OpenedPlayground> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const banner = page.locator('#synthetic-banner');
  return {
    ask: async (query) => {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      };
      await page.evaluate(`fetch('/graphql', ${JSON.stringify(request)}).then((answer) => answer.json())`);
      return (await banner.count()) === 0 ? '' : await banner.innerText();
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Waits until the page does not say any more that it is asking. */
export async function waitUntilThere(page: Page): Promise<void> {
  await page.locator('h1').waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
}

const violationsSchema = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe-core finds against WCAG 2.2 AA and its own best practices: the rule, and where it is broken. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = violationsSchema.parse(await page.evaluate('axe.run().then(({ violations }) => violations)'));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** By how many pixels the page is wider than its window. */
export async function findOverflow(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
}

const tilesSchema = z.array(z.tuple([z.string(), z.string(), z.number(), z.number()]));

/** The squares of the map: name, part of London, column and row as they are drawn. */
export async function findTiles(page: Page): Promise<z.infer<typeof tilesSchema>> {
  const script = `[...document.querySelectorAll('.map li')].map((item) => {
    const { gridColumnStart, gridRowStart } = getComputedStyle(item);
    return [item.textContent, item.dataset.part, Number(gridColumnStart), Number(gridRowStart)];
  })`;
  return tilesSchema.parse(await page.evaluate(script));
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow } from '../browser.ts';
import type { SharedBrowser } from '../shared-browser.ts';

const lookedAfter = '/embed/looked-after-children-at-31-march/E09000012/total';

/** What is taken away from a chart: pictures, figures, and what shows it in other pages. */
export function testEmbed(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('a chart that is taken away, in a browser', () => {
    it('is copied as PNG, SVG and CSV, as a link, as a query, and as what shows it elsewhere', async () => {
      const context = await shared.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      await page.goto(`${shared.system.url}/borough/hackney`);
      const panel = page.getByRole('article', { name: 'Children looked after' });
      await panel.locator('.chart svg').waitFor();
      await panel.getByText('Copy or embed').click();
      const copy = async (name: string) => {
        await panel.getByRole('button', { name }).click();
        await panel
          .locator('.copy', { hasText: name })
          .getByText(/^Copied$/)
          .waitFor();
        return String(await page.evaluate('navigator.clipboard.readText()'));
      };
      expect(await copy('Copy as SVG')).toMatch(
        /^<svg xmlns=.*>Children looked after, Hackney<.*>\[c\]<.*<\/svg>\s*$/s,
      );
      expect(await copy('Copy as CSV')).toContain(',2022-03-31,0,PUBLISHED,');
      expect(await copy('Copy link')).toMatch(/\/borough\/hackney#looked-after-children-at-31-march-E09000012$/);
      const { data } = await shared.system.ask(await copy('Copy query'));
      expect(JSON.stringify(data)).toContain('"status":"CONFIDENTIAL"');
      const pinned = await copy('Copy code of a frame');
      expect(pinned).toMatch(
        /^<iframe src="http[^"]*\/total\/children-looked-after@2026-02-02[^"]*\?by=snapshot&amp;last=3"/,
      );
      await panel.getByLabel('The newest figures, whenever somebody looks').check();
      expect(await copy('Copy code of a picture')).toMatch(/<img src="http[^"]*\/total\.svg\?by=snapshot&amp;last=3"/);
      await panel.getByRole('button', { name: 'Copy as PNG' }).click();
      await panel
        .locator('.copy', { hasText: 'Copy as PNG' })
        .getByText(/^Copied$/)
        .waitFor();
      const types = await page.evaluate('navigator.clipboard.read().then(([item]) => item.types)');
      expect(types).toEqual(['image/png']);
      await context.close();
    });

    it('is shown within the page of another, as a page and as a picture, where no script runs', async () => {
      const context = await shared.browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: 360, height: 800 },
      });
      const page = await context.newPage();
      const address = shared.system.url + lookedAfter;
      const body = `<iframe src="${address}?by=snapshot" width="340"></iframe><img src="${address}.svg" alt="none">`;
      await using council = await servePage(body);
      await page.goto(council.url);
      const frame = page.frameLocator('iframe');
      await frame.locator('.in-narrow svg').waitFor();
      await frame.getByText('Figures as a table').click();
      const cells = await frame.locator('tbody tr').allInnerTexts();
      expect(cells.map((cell) => cell.trim().split('\t').slice(0, 2))).toEqual([
        ['31 March 2023', 'Withheld to protect people'],
        ['31 March 2022', '0'],
        ['31 March 2021', '410'],
      ]);
      expect((await page.locator('img').boundingBox())?.width).toBe(680);
      await context.close();
      await using opened = await shared.open(`${lookedAfter}?by=snapshot`, { width: 320, colorScheme: 'dark' });
      expect(await findOverflow(opened.page)).toBeLessThanOrEqual(0);
      expect(await findBarriers(opened.page)).toEqual([]);
    });

    it('is a comparison, too, of one release or of the newest figures, where boroughs may be compared', async () => {
      const compared = '/embed/compare/looked-after-children-at-31-march-rate/total';
      const counts = '/embed/compare/children-in-need-at-31-march/total';
      const [first = '', second = ''] = await findReleases(shared);
      const read = async (path: string) => {
        const response = await fetch(shared.system.url + path);
        return { status: response.status, text: await response.text() };
      };
      for (const show of ['map', 'chart', 'multiples']) {
        const page = await read(`${compared}/${second}?show=${show}`);
        expect(page).toEqual({ status: 200, text: sentence(/As published on 2 February 2026/) });
        expect(page.text).not.toMatch(/<script/);
        const picture = await read(`${compared}.svg?show=${show}`);
        expect(picture).toEqual({ status: 200, text: sentence(/^<svg .*London boroughs<.*Camden/s) });
        expect(picture.text).not.toMatch(/var\(|currentColor|<style|<script|href/);
      }
      const refused: readonly (readonly [string, RegExp])[] = [
        [`${counts}?show=map`, /The figure to compare with, for 31 March 2024, is not available\./],
        [`${counts}.svg?show=chart`, /The figure to compare with, for 31 March 2024, is not available\./],
        // The first release had no rates.
        [`${compared}/${first}`, /No borough|Nothing/],
        [`${compared}?show=ranking`, /Expected \/embed\/compare\//],
        ['/embed/compare/recorded-crime-rate/total/crime@2025-01-01.aa', /There is no release|of no one release/],
      ];
      for (const [path, reason] of refused)
        expect([path, await read(path)]).toEqual([path, { status: 404, text: sentence(reason) }]);
      await using opened = await shared.open(`${compared}?show=map`, { width: 320 });
      expect((await opened.page.locator('.tile', { hasText: 'Camden' }).innerText()).trim()).toMatch(/▲ 71/);
      expect(await findOverflow(opened.page)).toBeLessThanOrEqual(0);
      expect(await findBarriers(opened.page)).toEqual([]);
    });

    it('shows its release for as long as that stands, and then why it does not', async () => {
      const rate = '/embed/looked-after-children-at-31-march-rate/E09000012/total';
      const releases = await findReleases(shared);
      const [first = '', second = ''] = releases;
      const text = async (path: string) => {
        const response = await fetch(shared.system.url + path);
        return [response.status, await response.text()] as const;
      };
      expect(await text(`${rate}/${second}`)).toEqual([
        200,
        expect.stringContaining('As published on 2 February 2026'),
      ]);
      // The first release had no rates.
      expect((await text(`${rate}/${first}`))[0]).toBe(404);
      expect(await text(`${lookedAfter}/${first}`)).toEqual([200, expect.stringContaining('Release</dt>')]);
      expect((await text(`${lookedAfter}/children-looked-after@1999-01-01.aa`))[0]).toBe(404);
      const authorities = shared.system.agencies.get('local-authority');
      if (authorities === undefined) throw new Error('the local authorities do not run');
      await recallRelease(authorities.store, first, 'Counted twice.');
      const [status, page] = await text(`${lookedAfter}/${first}`);
      expect([status, /was recalled on .*: Counted twice\./.test(page), page.includes('410')]).toEqual([
        410,
        true,
        false,
      ]);
    });
  });
}

/** A text that has something in it. */
const sentence = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** The releases of the counts of children, the oldest first. */
async function findReleases({ system }: SharedBrowser): Promise<readonly string[]> {
  const { data } = await system.ask(
    '{ dataset(id: "children-looked-after") { ... on AnyDataset { releases(last: 9) { id } } } }',
  );
  const { releases } = data?.['dataset'] as { releases: { id: string }[] };
  return releases.map(({ id }) => id).toSorted();
}

/** The page of somebody else, at an origin of its own. */
async function servePage(body: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
    },
  };
}

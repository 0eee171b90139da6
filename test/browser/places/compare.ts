import { startGateway } from '@boroughgraph/gateway/server.ts';
import { readPageOperations } from '@boroughgraph/gateway/supergraph/page-operations.ts';
import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow, openPage } from '../browser.ts';
import type { SharedBrowser } from '../shared-browser.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** The comparison of boroughs: what is compared, and what is refused. */
export function testCompare(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('the comparison of boroughs, in a browser', () => {
    it('sets each borough beside London as the graph does, by name, with a funnel in the place of a ranking', async () => {
      await using opened = await shared.open('/compare/looked-after-children-at-31-march-rate');
      const { page } = opened;
      const tiles = await page.locator('.tile').allInnerTexts();
      expect(tiles).toHaveLength(33);
      // 355 and 255 of 50,000, beside 51 per 10,000 in London.
      const worded = tiles.map((tile) => tile.replaceAll(/\s+/g, ' ').trim());
      // Its count of the same day is withheld, which would follow from the rate.
      expect(worded.filter((tile) => tile.startsWith('Hackney'))).toEqual([
        expect.stringMatching(/^Hackney 51 .*31 March 2022$/),
      ]);
      expect(worded.filter((tile) => tile.startsWith('City'))).toEqual(['City of London no figure not compared']);
      expect(worded.filter((tile) => tile.startsWith('Camden'))).toEqual(['Camden ▲ 71 higher']);
      expect(
        worded.filter((tile) => !/^(?:Camden|City|Hackney)/.test(tile)).every((tile) => /51 no difference/.test(tile)),
      ).toBe(true);
      await page.locator('.chart svg').waitFor();
      expect(await page.locator('#beside-london ~ p').first().innerText()).toMatch(/Above: Camden\.$/);
      await page.getByText('Figures as a table').click();
      const names = await page.locator('.series-table tbody th').allInnerTexts();
      expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other)));
      expect(opened.problems).toEqual([]);
      await page.getByText('Copy or embed').click();
      await page.getByLabel('Which picture').selectOption('Each borough over time');
      expect(await page.getByRole('link', { name: 'See how it looks' }).getAttribute('href')).toMatch(
        /\/embed\/compare\/looked-after-children-at-31-march-rate\/total\/children-looked-after@2026-02-02[^?]*\?show=multiples$/,
      );
      expect(await findBarriers(page)).toEqual([]);
    });

    it('refuses what the graph does not compare, says why, and shows each borough by itself', async () => {
      await using opened = await shared.open('/compare/children-in-need-at-31-march', {
        width: 360,
        colorScheme: 'dark',
      });
      const { page } = opened;
      expect(await page.locator('.notice-refused').innerText()).toMatch(
        /^Not compared\. The figure to compare with, for 31 March 2024, is not available\.$/,
      );
      expect(await page.locator('.tile, .chart').count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
    });

    it('is answered by a gateway that answers what is recorded, and nothing else', async () => {
      const { planned, onDemand } = await readPageOperations();
      await using gateway = await startGateway({
        urls: urlsOf(shared),
        port: 0,
        logLevel: 'silent',
        startPlanningThread: startKeptThread,
        safelist: [...planned, ...onDemand],
      });
      for (const path of ['/compare/looked-after-children-at-31-march-rate', '/compare/recorded-crime-rate']) {
        await using opened = await openPage(shared.browser, gateway.url + path);
        const told = opened.page.locator('main > [role=status]');
        expect(await told.innerText({ timeout: 5_000 })).toBe('What there is of all boroughs is here.');
        expect(opened.problems).toEqual([]);
      }
      const refused = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ boroughs { name } }' }),
      });
      expect(refused.status).toBe(403);
    });

    it('says of what no borough has figures where it is measured', async () => {
      await using opened = await shared.open('/compare/court-timeliness');
      expect(await opened.page.locator('.notice-elsewhere').innerText()).toMatch(/it is measured for London/);
    });
  });
}

/** Where each agency answers a gateway. */
function urlsOf({ system }: SharedBrowser): Readonly<Record<string, string>> {
  return Object.fromEntries([...system.agencies].map(([name, { url }]) => [name, `${url}/graphql`]));
}

import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow, waitUntilThere } from '../browser.ts';
import type { SharedBrowser } from '../shared-browser.ts';

/** The catalogue: what it lists, what is found by words, and what one entry says. */
export function testCatalogue(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('the catalogue, in a browser', () => {
    it('lists what the graph says is held, and what is not, with its reason', async () => {
      await using opened = await shared.open('/catalogue', { width: 360, colorScheme: 'dark' });
      const { page } = opened;
      const { data } = await shared.system.ask('{ catalogue { agency { indicators { name held { isHeld } } } } }');
      const catalogue = data?.['catalogue'] as {
        agency: { indicators: { name: string; held: { isHeld: boolean } }[] };
      }[];
      const all = catalogue.flatMap(({ agency }) => agency.indicators);
      const held = all.filter((each) => each.held.isHeld).map(({ name }) => name);
      const shown = await page.locator('.indicator-lines a').allTextContents();
      expect(shown.toSorted()).toEqual(held.toSorted());
      expect(await page.locator('.choice').innerText()).toContain(`All (${all.length})`);
      expect(await findBarriers(page)).toEqual([]);
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('link', { name: /^Without/ }).click();
      await waitUntilThere(page);
      expect(
        await page.locator('.indicator-lines li', { hasText: 'awaited from its publisher' }).count(),
      ).toBeGreaterThan(9);
      expect(opened.problems).toEqual([]);
    });

    it('finds by everyday words and by keyboard alone, and leads to all that is known of an indicator', async () => {
      await using opened = await shared.open('/catalogue');
      const { page } = opened;
      await page.getByRole('textbox').focus();
      await page.keyboard.type('children in care');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/catalogue?q=children%20in%20care');
      await waitUntilThere(page);
      await page.getByRole('link', { name: 'Looked-after children at 31 March', exact: true }).first().click();
      await page.waitForURL('**/catalogue/looked-after-children-at-31-march');
      await waitUntilThere(page);
      const { data } = await shared.system.ask('{ indicator(id: "looked-after-children-at-31-march") { definition } }');
      const indicator = data?.['indicator'] as { definition: string };
      expect(await page.locator('.lead').innerText()).toBe(indicator.definition);
      await page.getByText('Coverage as a table').click();
      const lines = await page.locator('.series-table tbody tr').allInnerTexts();
      expect(lines).toContain('Hackney\tS2021-03-31\tS2023-03-31\t2\t1\t0');
      expect(await findBarriers(page)).toEqual([]);
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
    });

    it('tells what a release changed, gives its files, and leads to the playground with a query', async () => {
      await using opened = await shared.open('/catalogue/looked-after-children-at-31-march-rate');
      const { page } = opened;
      const address = await page.getByRole('link', { name: 'CSV, compressed' }).first().getAttribute('href');
      expect((await fetch(address ?? '')).status).toBe(200);
      await page.getByRole('button', { name: /^What it changed since 2 January 2026/ }).click();
      const changes = page.getByRole('region', { name: 'What changed' });
      // 32 boroughs in two years, and London in one; of Hackney's the newest is withheld, as its count is.
      expect(await changes.locator('tbody').innerText()).toMatch(/single days\t64\t0\t0\t0\t1$/);
      const sample = await page.getByRole('link', { name: 'Open in the playground' }).first().getAttribute('href');
      expect(decodeURIComponent(sample ?? '')).toContain('indicator(id:+"looked-after-children-at-31-march-rate")');
    });

    it('says where there is nothing of a name', async () => {
      await using opened = await shared.open('/catalogue/no-such-thing');
      expect(await opened.page.locator('.notice').innerText()).toMatch(
        /^Nothing held\. "no-such-thing" is the id of no indicator/,
      );
    });
  });
}

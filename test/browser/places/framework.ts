import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow, waitUntilThere } from '../browser.ts';
import type { SharedBrowser } from '../shared-browser.ts';

/** Plans: what they said they would measure, and what is known of it. */
export function testFramework(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('a plan, in a browser', () => {
    it('shows every measure, whether anybody measures it or not', async () => {
      await using opened = await shared.open('/framework/hackney?plan=police-and-crime-plan-2017-21', { width: 360 });
      const { page } = opened;
      const { data } = await shared.system.ask(
        '{ framework(id: "police-and-crime-plan-2017-21") { measures { wording collection } } }',
      );
      const { measures } = data?.['framework'] as { measures: { wording: string; collection: string }[] };
      const shown = await page.locator('.measure h3').allTextContents();
      expect(shown.toSorted()).toEqual(measures.map(({ wording }) => wording).toSorted());
      const uncollected = measures.filter(({ collection }) => collection === 'NOT_COLLECTED');
      expect(uncollected.length).toBeGreaterThan(0);
      expect(await page.locator('.measure-uncollected').count()).toBe(uncollected.length);
      expect(await page.locator('.evidence-list').innerText()).toContain(`${uncollected.length} that nobody collects`);
      expect(await findBarriers(page)).toEqual([]);
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
      expect(opened.problems).toEqual([]);
    });

    it('is chosen with its place by two choices and a button', async () => {
      await using opened = await shared.open('/framework');
      const { page } = opened;
      await page.getByLabel('Place', { exact: true }).selectOption('Camden');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/framework/camden');
      await waitUntilThere(page);
      expect(await page.locator('.place-head .lead').innerText()).toMatch(/for Camden\.$/);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow, openPage } from '../browser.ts';
import { startProxy } from '../proxy.ts';
import { alike, type SharedBrowser } from '../shared-browser.ts';

/** An address of every place that has figures or the way to them. */
const places = [
  '/',
  '/borough/hackney',
  '/borough/hackney/looked-after-children-at-31-march',
  '/borough/hackney/wards',
  '/compare',
  '/compare/looked-after-children-at-31-march-rate',
  '/framework/hackney',
  '/catalogue?q=children',
  '/catalogue/looked-after-children-at-31-march',
  '/catalogue/dataset/children-looked-after',
  '/status',
  '/sign-in',
  '/embed/looked-after-children-at-31-march/E09000012/total?by=snapshot',
];

/** What holds of every place, whatever it shows. */
export function testEverywhere(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('every place, in a browser', () => {
    it('works below a path that a proxy takes away, and leads nowhere outside it', async () => {
      await using proxy = await startProxy(shared.system.url, '/statistics/london');
      for (const path of alike(places, 4)) {
        await using opened = await openPage(shared.browser, proxy.url + path);
        const outside = opened.requests.filter((each) => !each.includes(` ${proxy.url}/`));
        const links = await opened.page.locator('a[href]').evaluateAll((all) => all.map((each) => String(each)));
        const leading = links.filter(
          (each) => each.startsWith(new URL(proxy.url).origin) && !each.startsWith(proxy.url),
        );
        expect({ path, outside, leading, problems: opened.problems }).toEqual({
          path,
          outside: [],
          leading: [],
          problems: [],
        });
      }
    }, 120_000);

    it('has nothing wider than a phone, nor at 200% text, and no barrier there', async () => {
      // The others are looked at where they are tested.
      const tested = /^\/(?:$|embed|framework|compare\/|catalogue\?|catalogue\/look|borough\/hackney$)/;
      const found: unknown[] = [];
      const others = places.filter((each) => !tested.test(each));
      for (const path of alike(others, 2)) {
        await using opened = await shared.open(path, { width: 320 });
        found.push(...(await findBarriers(opened.page)).map((barrier) => ({ path, barrier })));
        await opened.page.addStyleTag({ content: 'html { font-size: 200% }' });
        const overflow = await findOverflow(opened.page);
        if (overflow > 0) found.push({ path, overflow });
      }
      expect(found).toEqual([]);
    }, 120_000);

    it('can be gone through by keyboard alone: all that can be clicked is reached, and shows that it is', async () => {
      await using opened = await shared.open('/borough/hackney/looked-after-children-at-31-march');
      const { page } = opened;
      await page.locator('.chart svg').waitFor();
      const expected = await page.locator('a[href]:visible, button:visible, summary:visible, input:visible').count();
      const reached: string[] = [];
      for (let presses = 0; presses < expected; presses++) {
        await page.keyboard.press('Tab');
        reached.push(
          String(
            await page.evaluate(
              "document.activeElement.textContent + ' ' + getComputedStyle(document.activeElement).outlineStyle",
            ),
          ),
        );
      }
      expect(reached.filter((each) => !each.endsWith(' solid'))).toEqual([]);
      expect(reached.join()).toMatch(
        /Skip to the content.*Boroughs.*Figures as a table.*Copy or embed.*Ask the graph yourself/s,
      );
      await page.getByText('Copy or embed').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Copy as PNG');
    });
  });
}

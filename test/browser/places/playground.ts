import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers, findOverflow } from '../browser.ts';
import { startProxy } from '../proxy.ts';
import { alike, isLong, type SharedBrowser } from '../shared-browser.ts';

const query =
  '{ indicator(id: "looked-after-children-at-31-march") { ... on AnyIndicator { series(area: "E09000012") { observations { period { label } value status } } } } }';

/** What stands above the editor of the playground. */
export function testPlayground(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('the playground, in a browser', () => {
    it('says what the operation of its address costs before it runs, and shows the answer as a table and a line', async () => {
      const context = await shared.browser.newContext();
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.headers()['x-boroughgraph-cost'] ?? 'run'));
      await page.goto(`${shared.system.url}/playground#${new URLSearchParams({ query }).toString()}`);
      await page.locator('.cost', { hasText: 'of the limit' }).waitFor();
      expect(asked).toContain('only');
      await page.locator('.graphiql-execute-button').click();
      await page.locator('#toolbar').getByText('Table and chart').click();
      await page.locator('.answer table').waitFor();
      expect(await page.locator('.answer tbody tr').allInnerTexts()).toEqual([
        '31 March 2021\t410\tPUBLISHED',
        '31 March 2022\t0\tPUBLISHED',
        '31 March 2023\t\tCONFIDENTIAL',
      ]);
      expect(await page.locator('.answer svg .line').count()).toBe(1);
      await page.locator('#toolbar').getByText('Plan', { exact: true }).click();
      const steps = await page.locator('.steps tbody tr').allInnerTexts();
      // The menu before may be closing yet.
      const box = await page.locator('.menu-content', { has: page.locator('.steps') }).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
      expect(
        steps.map((step) =>
          step
            .replaceAll(/\s+/g, ' ')
            .replace(/[\d,]+ ms/, 'some ms')
            .trim(),
        ),
      ).toContain('local-authority the root some ms');
      // The page has asked for them, and shows them there.
      expect(await page.locator('.result-window').innerText()).not.toContain('steps');
      await page.locator('#toolbar').getByText('Examples').click();
      expect(await page.locator('.examples a').first().innerText()).toMatch(/^The main job/);
      expect(await page.locator('.examples a').count()).toBeGreaterThan(40);
      await page.keyboard.press('Escape');
      expect(await page.locator('#toolbar details[open]').count()).toBe(0);
      await page.locator('#toolbar').getByText('History').click();
      expect(await page.locator('.history a').allInnerTexts()).toEqual([expect.stringMatching(/^\{ indicator\(id: /)]);
      await page.locator('.history a').click();
      await page.locator('.cost', { hasText: 'of the limit' }).waitFor();
      expect(new URLSearchParams(page.url().split('#')[1]).get('query')).toBe(query);
      await context.close();
    });

    it('finds descriptions, arguments and values of the schema by words of them', async () => {
      const context = await shared.browser.newContext();
      const page = await context.newPage();
      await page.goto(`${shared.system.url}/playground`);
      await page.locator('#toolbar').getByText('Search the schema').click();
      const find = async (text: string): Promise<readonly string[]> => {
        await page.getByLabel('Words in names, descriptions and values').fill(text);
        await page.locator('.schema-search [role=status]', { hasText: /found|first|Nothing/ }).waitFor();
        return page.locator('.found dt').allInnerTexts();
      };
      expect(await find('confidential')).toContain('ObservationStatus.CONFIDENTIAL value');
      expect((await find('as published on a day')).join()).toContain('asPublishedOn');
      expect(await page.locator('.found dd').first().innerText()).toMatch(/published/i);
      expect(await find('unicorns')).toEqual([]);
      await context.close();
    });

    it('fits a phone, works below a path that a proxy takes away, and has no barrier', async () => {
      await using proxy = await startProxy(shared.system.url, '/statistics/london');
      const context = await shared.browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      page.setDefaultTimeout(12_000);
      const asked: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${proxy.url}/playground#${new URLSearchParams({ query }).toString()}`);
      await page.locator('.cost', { hasText: 'of the limit' }).waitFor();
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.answer tbody tr', { hasText: 'CONFIDENTIAL' }).waitFor({ state: 'attached' });
      expect(asked.filter((each) => !each.startsWith(`${proxy.url}/`) && !each.startsWith('data:'))).toEqual([]);
      expect(problems).toEqual([]);
      for (const menu of alike(['Search the schema', 'Table and chart', 'Plan', 'Examples', 'Sign in'], 1)) {
        await page.locator('#toolbar').getByText(menu, { exact: true }).click();
        expect([menu, await findOverflow(page), await findBarriers(page)]).toEqual([menu, 0, []]);
        await page.keyboard.press('Escape');
      }
      await context.close();
    });

    it.runIf(isLong)('has no barrier within GraphiQL, in the light or the dark, whatever is open there', async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await shared.browser.newContext({ colorScheme });
        const page = await context.newPage();
        await page.goto(`${shared.system.url}/playground#${new URLSearchParams({ query }).toString()}`);
        await page.locator('.cost', { hasText: 'of the limit' }).waitFor();
        await page.locator('.graphiql-execute-button').click();
        await page.locator('.answer tbody tr', { hasText: 'CONFIDENTIAL' }).waitFor({ state: 'attached' });
        await page.locator('.graphiql-tab-add').click();
        const tabs = page.locator('.graphiql-tab-button');
        await tabs.nth(1).waitFor();
        await page.locator('.graphiql-tab-button[aria-current="true"]').waitFor();
        expect(await tabs.nth(0).getAttribute('aria-current')).toBe('false');
        expect(await tabs.nth(1).getAttribute('aria-current')).toBe('true');
        await tabs.first().click();
        for (const open of ['Documentation Explorer', 'GraphiQL Explorer']) {
          await page.getByRole('button', { name: `Show ${open}` }).click();
          await page.locator('.graphiql-plugin').waitFor();
          await page.locator('.graphiql-explorer-root, .graphiql-doc-explorer-title').waitFor();
          await page.mouse.move(640, 880);
          await page.locator('[role=tooltip]').waitFor({ state: 'detached' });
          expect([colorScheme, open, await findBarriers(page)]).toEqual([colorScheme, open, []]);
        }
        // It begins at its top, and nothing in it is selected.
        expect(await page.locator('.graphiql-explorer-root input').count()).toBeGreaterThan(1);
        expect(await page.evaluate('document.activeElement.className')).toMatch(/graphiql-explorer-root/);
        expect(await page.evaluate('document.querySelector(".graphiql-plugin").scrollTop')).toBe(0);
        await context.close();
      }
    });
  });
}

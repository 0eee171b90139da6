import { describe, expect, it } from 'vitest';
import { browserPath, findBarriers } from '../browser.ts';
import type { SharedBrowser } from '../shared-browser.ts';

/** What those see who run the graph, and who sign in. */
export function testStatus(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('the status, in a browser', () => {
    it('says which agency is down, and what the others have loaded', async () => {
      const courts = shared.system.agencies.get('criminal-justice');
      await courts?.stopServer();
      await using opened = await shared.open('/status');
      await courts?.startServer();
      const { page } = opened;
      await page.locator('.standing-silent').waitFor();
      expect(await page.locator('.standing-silent').innerText()).toMatch(/^Criminal justice\n/);
      expect(await page.locator('.standing-ready').count()).toBe(3);
      expect(await page.locator('.notice-down').allInnerTexts()).toEqual([
        expect.stringMatching(/criminal-justice does not say what it holds/),
      ]);
      expect(await page.getByRole('link', { name: 'Children looked after' }).count()).toBe(1);
      expect(await findBarriers(page)).toEqual([]);
    });
  });

  describe.skipIf(browserPath === null)('signing in, in a browser', () => {
    it('takes no token that the graph does not, says so wherever a kept one is not taken any more, and forgets it on signing out', async () => {
      await using opened = await shared.open('/sign-in');
      const { page } = opened;
      expect(await findBarriers(page)).toEqual([]);
      await page.getByLabel('Token').fill('not a token');
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch(/^This is not a token/);
      const claims = Buffer.from(JSON.stringify({ sub: 'ada', organisation: 'met-police' })).toString('base64url');
      await page.getByLabel('Token').fill(`a.${claims}.c`);
      await page.getByLabel('What are the figures for?').selectOption('Research');
      await page.getByRole('button', { name: 'Sign in' }).click();
      // Nobody vouches for callers here.
      await page.getByRole('alert').getByText('The issuer of the token is not one that is accepted here.').waitFor();
      const session = JSON.stringify({ token: `a.${claims}.c`, purpose: 'RESEARCH', issuer: null });
      await page.evaluate(`sessionStorage.setItem('boroughgraph:session', ${JSON.stringify(session)})`);
      const sent = page.waitForRequest('**/graphql');
      await page.goto(`${shared.system.url}/borough/hackney`);
      const headers = (await sent).headers();
      expect([headers['authorization']?.slice(0, 9), headers['x-purpose']]).toEqual(['Bearer a.', 'RESEARCH']);
      expect(await page.locator('.signed-in').innerText()).toMatch(/^Asking as ada of met-police, for research\./);
      expect(await page.locator('.notice-stranger').innerText()).toMatch(/^Not let in\. .*Sign in again/);
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.locator('.latest').first().waitFor();
      expect(await page.locator('.signed-in').count()).toBe(0);
    });
  });
}

import { addAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { describe, expect, it } from 'vitest';
import { addOwnOrganisation } from '@boroughgraph/kit/store/own-organisations.ts';
import { type NamedSystem, startNamedSystem } from '../../support/named-system.ts';
import type { Page } from 'playwright-core';
import { browserPath, findBarriers, findOverflow, openPage, waitUntilThere } from '../browser.ts';
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

    it('shows the figures of named users to somebody who has an agreement and says to others who may see them, and who has read them to the agency', async () => {
      await using system = await startNamedSystem(['health', 'local-authority']);
      await system.load(
        'health',
        'violence-attendances',
        'indicator,area,period,value\nviolence-attendances,Hackney,2025-11,40\n',
      );
      await addAgreement(system.agency('health').store.sql, {
        id: 'hackney-1',
        organisation: 'hackney-council',
        datasetIds: ['violence-attendances'],
        areas: null,
        purposes: ['SERIOUS_VIOLENCE_DUTY'],
        from: '2020-01-01',
        until: '2999-12-31',
        reference: null,
      });
      const { authorization } = await system.headersOf({ organisation: 'hackney-council' });
      await using opened = await openPage(shared.browser, `${system.url}/borough/hackney/violence-attendances`);
      const { page } = opened;
      expect(await page.locator('.notice-access').innerText()).toMatch(/^For named users\. .*agreement/);
      expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
      await page.goto(`${system.url}/sign-in`);
      await page.getByLabel('Token').fill(authorization ?? '');
      await page.getByLabel('What are the figures for?').selectOption('Serious violence duty');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${system.url}/`);
      await page.goto(`${system.url}/borough/hackney/violence-attendances`);
      await waitUntilThere(page);
      expect(await page.locator('.signed-in').innerText()).toMatch(
        /somebody of hackney-council, for serious violence duty/,
      );
      expect(await page.locator('.latest .number').innerText()).toBe('40');
      expect(await page.locator('.notice-access').count()).toBe(0);
      await lookAtOversight(page, system);
    });
  });
}

/** Sees what health shows its own people: signed in as somebody else, as one of them, and as nobody. */
async function lookAtOversight(page: Page, system: NamedSystem): Promise<void> {
  const own = { organisation: 'nhs-london', scopes: ['health:audit'], purpose: null };
  await addOwnOrganisation(system.agency('health').store.sql, own.organisation);
  const place = `${system.url}/status/health`;
  await page.goto(place);
  expect(await page.locator('.notice-access').innerText()).toMatch(/^For named users\. .*the scope health:audit/);
  expect(await page.locator('table').count()).toBe(0);
  await page.goto(`${system.url}/sign-in`);
  await page.getByLabel('Token').fill((await system.headersOf(own))['authorization'] ?? '');
  await page.getByLabel('What are the figures for?').selectOption('');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${system.url}/`);
  await page.goto(place);
  const newest = page.locator('.records tbody tr').first();
  expect(await newest.innerText()).toMatch(
    /hackney-council\s+somebody\s+Serious violence duty\s+.*violence-attendances\s+1\s+1\s+0\s+Answered$/s,
  );
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'What was loaded' }).click();
  await page.locator('.load').waitFor();
  expect(await page.locator('.counts').innerText()).toMatch(/^Rows read\s+1\s+Loaded\s+1/);
  expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
  await page.locator('.load summary').click();
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await findOverflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: 'Who has looked here' }).click();
  expect(await page.locator('.records tbody tr', { hasText: 'Refused' }).innerText()).toMatch(/hackney-council/);
  expect(await findOverflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('nobody is signed in').waitFor();
  expect(await findBarriers(page)).toEqual([]);
}

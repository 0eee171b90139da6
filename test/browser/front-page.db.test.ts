import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningAgency } from '../support/running-system.ts';
import {
  browserPath,
  findBarriers,
  findOverflow,
  findTiles,
  openPage,
  openPlayground,
  waitUntilThere,
} from './browser.ts';
import { testCatalogue } from './places/catalogue.ts';
import { testCompare } from './places/compare.ts';
import { testEmbed } from './places/embed.ts';
import { testEverywhere } from './places/everywhere.ts';
import { testFramework } from './places/framework.ts';
import { testPlayground } from './places/playground.ts';
import { testSignIn } from './places/sign-in.ts';
import { testTasks } from './places/tasks.ts';
import { testStatus } from './places/status.ts';
import { startProxy } from './proxy.ts';
import { SharedBrowser } from './shared-browser.ts';

const boroughPage = readFileSync(new URL('../../schema/operations/borough-page.graphql', import.meta.url), 'utf8');

/** Says of what is loaded of a dataset that it is made up, as the sample says it of itself. */
async function makeUp({ store: { sql } }: RunningAgency, dataset: string): Promise<void> {
  await sql`update release set is_synthetic = true where dataset_id = ${dataset}`;
  await sql`update catalogue_version set version = version + 1`;
}

const shared = new SharedBrowser();
beforeAll(() => shared.start(), 60_000);
afterAll(() => shared.close());

testCatalogue(shared);
testCompare(shared);
testFramework(shared);
testEmbed(shared);
testTasks(shared);
testEverywhere(shared);
testStatus(shared);
testSignIn(shared);
testPlayground(shared);

describe.skipIf(browserPath === null)('the front page, in a browser', () => {
  const open = (path: string, viewing = {}) => shared.open(path, viewing);

  it('shows what the graph says, by one request, asks nobody else, and loads less than 200 kB of script before the first chart', async () => {
    await using opened = await open('/borough/hackney');
    const { data } = await shared.system.ask(boroughPage, { code: 'E09000012', months: 48 });
    const borough = data?.['borough'] as Record<string, Record<string, unknown>>;
    const newest = (series: unknown) => (series as { latest: { displayValue: string } }).latest.displayValue;
    const shown = await opened.page.locator('.latest .number').allTextContents();
    const timeliness = borough['courtDelay']?.['timeliness'] as readonly unknown[];
    expect(shown).toEqual(
      [
        borough['crime']?.['recorded'],
        timeliness[0],
        borough['health']?.['emergencyAdmissions'],
        borough['health']?.['drugMisuseAdmissions'],
        borough['safeguarding']?.['childrenInNeed'],
        borough['safeguarding']?.['childProtectionPlans'],
        borough['safeguarding']?.['lookedAfterChildren'],
      ].map(newest),
    );
    expect(opened.requests.filter((each) => each.startsWith('POST'))).toEqual([`POST ${shared.system.url}/graphql`]);
    expect(opened.requests.filter((each) => !each.includes(` ${shared.system.url}/`))).toEqual([]);
    expect(opened.problems).toEqual([]);
    expect(await opened.page.locator('.synthetic').count()).toBe(0);
    expect(await opened.page.title()).toBe('Hackney in figures');
    const scripts = [...opened.sizes].filter(([url]) => url.endsWith('.js') && !url.includes('/series-chart-'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThan(200_000);
  });

  it('shows nought as nought, a withheld figure as withheld, and who may see what is for named users', async () => {
    await using opened = await open('/borough/hackney');
    const { page } = opened;
    const panel = page.getByRole('article', { name: 'Children looked after' });
    await panel.getByText('Figures as a table').click();
    const cells = await panel.locator('.series-table tbody tr').allInnerTexts();
    expect(cells.map((cell) => cell.trim().split('\t').slice(0, 2))).toEqual([
      ['31 March 2023', 'Withheld to protect people'],
      ['31 March 2022', '0'],
      ['31 March 2021', '410'],
    ]);
    await panel.locator('.chart svg').waitFor();
    expect(await panel.locator('.chart svg text', { hasText: '[c]' }).count()).toBe(1);
    const attendances = page.getByRole('article', { name: 'Emergency department attendances after violence' });
    expect(await attendances.innerText()).toMatch(/For named users\. .*an agreement/s);
    expect(await attendances.innerText()).not.toMatch(/\b40\b/);
  });

  it.each([
    ['a borough, on a wide screen', '/borough/hackney', { width: 1280 }],
    ['a borough, on a phone and in the dark', '/borough/hackney', { width: 360, colorScheme: 'dark' }],
    ['the start, on a phone and in the dark', '/', { width: 360, colorScheme: 'dark' }],
    ['a place that there is not', '/borough/atlantis', {}],
  ] as const)('has no barrier that axe-core knows, and nothing wider than its window: %s', async (_, path, viewing) => {
    await using opened = await open(path, viewing);
    if (path === '/borough/hackney') {
      await opened.page.locator('.chart svg').first().waitFor();
      await opened.page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    }
    expect(await findBarriers(opened.page)).toEqual([]);
    expect(await findOverflow(opened.page)).toBeLessThanOrEqual(0);
    await opened.page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await findOverflow(opened.page)).toBeLessThanOrEqual(0);
  });

  it('names the agency that is down, shows the others, and asks again', async () => {
    const courts = shared.system.agencies.get('criminal-justice');
    await courts?.stopServer();
    await using opened = await open('/borough/hackney');
    const section = opened.page.locator('#courts');
    expect(await section.locator('.notice-down').innerText()).toMatch(/"criminal-justice" does not answer/);
    expect(await section.locator('.notice-nothing').count()).toBe(0);
    expect(await opened.page.locator('#crime .latest .number').innerText()).toBe('300');
    await courts?.startServer();
    await section.getByRole('button', { name: 'Ask again' }).click();
    await waitUntilThere(opened.page);
    expect(await section.locator('.latest .number').innerText()).toBe('300');
    expect(await section.locator('.notice-down').count()).toBe(0);
  });

  it('leads from the start to a borough by keyboard alone, and says where there is no such borough', async () => {
    await using opened = await open('/');
    const { page } = opened;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Atlantis');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toMatch(/No London borough has this name/);
    await page.getByRole('combobox').fill('kensington & chelsea');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/borough/kensington-and-chelsea');
    await waitUntilThere(page);
    expect(await page.locator('h1').innerText()).toBe('Kensington and Chelsea');
  });

  it('knows the boroughs as the graph has them', async () => {
    await using opened = await open('/');
    const shown = await findTiles(opened.page);
    const { data } = await shared.system.ask('{ boroughs { name part tile { column row } } }');
    const boroughs = data?.['boroughs'] as { name: string; part: string; tile: { column: number; row: number } }[];
    const expected = boroughs.map(({ name, part, tile }) => [name, part, tile.column, tile.row]);
    expect(shown.toSorted()).toEqual(expected.toSorted());
  });

  it('works below a path that a proxy takes away, and a reload of a deep address shows the same', async () => {
    await using proxy = await startProxy(shared.system.url, '/statistics/london');
    await using opened = await openPage(shared.browser, `${proxy.url}/borough/hackney?months=24`);
    const { page } = opened;
    expect(opened.problems).toEqual([]);
    expect(await page.locator('.choice [aria-current]').innerText()).toBe('2 years');
    await page.reload();
    await waitUntilThere(page);
    expect(await page.locator('.choice [aria-current]').innerText()).toBe('2 years');
    await page.getByRole('link', { name: 'London boroughs in figures' }).click();
    await page.waitForURL(`${proxy.url}/`);
    expect(await page.locator('.map a').count()).toBe(33);
  });

  it('names the datasets of which it shows made-up figures, and none whose figures are hidden; so do all playgrounds', async () => {
    const health = shared.system.agencies.get('health');
    if (health === undefined) throw new Error('health does not run');
    await makeUp(health, 'emergency-admissions');
    await using opened = await open('/borough/hackney');
    const banner = opened.page.locator('.synthetic');
    expect(await banner.innerText()).toMatch(/^Made-up sample .*They are of this dataset: emergency-admissions\./s);
    await opened.page.getByRole('link', { name: 'London boroughs in figures' }).click();
    await opened.page.waitForURL(`${shared.system.url}/`);
    expect(await banner.count()).toBe(0);
    const asking = (text: string) => `{ health { series(${text}, first: 1) { nodes { values statuses } } } }`;
    for (const url of [shared.system.url, health.url]) {
      await using playground = await openPlayground(shared.browser, `${url}/playground`);
      expect(await playground.ask(asking('indicators: ["violence-attendances"], areas: ["E09000012"]'))).toBe('');
      expect(await playground.ask(asking('indicators: ["emergency-admissions"]'))).toMatch(
        /^SYNTHETIC sample data of emergency-admissions: /,
      );
      expect(await playground.ask(asking('indicators: ["drug-misuse-admissions"]'))).toBe('');
    }
  });

  it('is not what somebody gets who opens the graph in a browser: the playground is', async () => {
    const response = await fetch(`${shared.system.url}/graphql`, {
      headers: { accept: 'text/html' },
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([302, './playground']);
    const asked = await fetch(`${shared.system.url}/graphql?query={__typename}`, {
      headers: { accept: 'text/html', 'apollo-require-preflight': '1' },
      redirect: 'manual',
    });
    expect(asked.status).not.toBe(302);
  });
});

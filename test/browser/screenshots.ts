import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage, startBrowser } from './browser.ts';

/*
 * `npm run screenshots -- [ADDRESS] [FOLDER] [NAME…]`: pictures of every place of a running system, on a phone and on a wide screen, in
 * the light and in the dark, for a person to look at. With names, of these places alone.
 */

const places: Readonly<Record<string, string>> = {
  start: '/',
  borough: '/borough/hackney',
  series: '/borough/camden/recorded-crime?offence-group=burglary',
  wards: '/borough/newham/wards',
  embed: '/embed/recorded-crime/E09000012/total?by=month&last=48',
  'embed-map': '/embed/compare/looked-after-children-at-31-march-rate/total?show=map',
  'embed-funnel': '/embed/compare/section-47-enquiries-rate/total?show=chart',
  'embed-multiples': '/embed/compare/looked-after-children-at-31-march-rate/total?show=multiples',
  catalogue: '/catalogue',
  'catalogue-missing': '/catalogue?show=missing',
  search: '/catalogue?q=burglary',
  'search-nothing': '/catalogue?q=zzzz',
  indicator: '/catalogue/recorded-crime',
  'indicator-of-courts': '/catalogue/crown-court-open-cases',
  'indicator-awaited': '/catalogue/knife-crime',
  'indicator-restricted': '/catalogue/marac-cases',
  dataset: '/catalogue/dataset/mps-recorded-crime-borough',
  'compare-start': '/compare',
  'compare-rate': '/compare/looked-after-children-at-31-march-rate',
  'compare-funnel': '/compare/section-47-enquiries-rate',
  'compare-refused': '/compare/recorded-crime',
  'compare-nowhere': '/compare/court-timeliness',
  framework: '/framework/hackney?plan=police-and-crime-plan-2017-21',
  'framework-start': '/framework',
  status: '/status',
  'status-nobody': '/status/health',
  number: '/n/policing/recorded-crime/E09000012/total/2025-11',
  'sign-in': '/sign-in',
  unknown: '/nowhere',
  'unknown-borough': '/borough/atlantis',
  playground: '/playground',
};

const isOfGraph = (url: URL): boolean => url.pathname.endsWith('/graphql');

/** States that no address has, and how each comes about: as seen with figures that have not come, with none that come, and with a token that is not taken. */
const states: Readonly<Record<string, { readonly path: string; readonly prepare: (page: Page) => Promise<unknown> }>> =
  {
    'borough-loading': { path: '/borough/hackney', prepare: (page) => page.route(isOfGraph, () => undefined) },
    'borough-unreachable': {
      path: '/borough/hackney',
      prepare: (page) => page.route(isOfGraph, (route) => route.abort()),
    },
    'borough-not-let-in': {
      path: '/borough/hackney',
      prepare: (page) =>
        page.addInitScript(
          "sessionStorage.setItem('boroughgraph:session', JSON.stringify({ token: 'a.e30.c', purpose: '', issuer: null }))",
        ),
    },
  };

const [address = 'http://127.0.0.1:4000', folder = 'screenshots', ...names] = process.argv.slice(2);
const viewings = [
  { name: 'wide', width: 1280, colorScheme: 'light' },
  { name: 'phone', width: 360, colorScheme: 'light' },
  { name: 'phone-dark', width: 360, colorScheme: 'dark' },
  { name: 'wide-dark', width: 1280, colorScheme: 'dark' },
] as const;

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  for (const [name, path] of Object.entries(places)) if (isAsked(name)) await takePlace(name, path);
  for (const name of Object.keys(states)) if (isAsked(name)) await takeState(name);
} finally {
  await browser.close();
}

function isAsked(name: string): boolean {
  return names.length === 0 || names.includes(name);
}

async function takePlace(name: string, path: string): Promise<void> {
  for (const viewing of viewings) {
    await using opened = await openPage(browser, address + path, viewing);
    // Charts are loaded after the figures that they show.
    await opened.page.waitForLoadState('networkidle');
    await take(opened.page, `${name}-${viewing.name}`);
    for (const problem of opened.problems) console.error(`${name}, ${viewing.name}: ${problem}`);
  }
  console.log(name);
}

async function takeState(name: string): Promise<void> {
  const { path = '/', prepare } = states[name] ?? {};
  for (const { name: viewed, width, colorScheme } of viewings) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await prepare?.(page);
    await page.goto(address + path);
    await page.locator('.skeleton, .notice').first().waitFor();
    await take(page, `${name}-${viewed}`);
    await context.close();
  }
  console.log(name);
}

async function take(page: Page, name: string): Promise<void> {
  // The playground is as large as its window, and scrolls within.
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !name.startsWith('playground') });
}

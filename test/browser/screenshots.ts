import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
  'sign-in': '/sign-in',
  unknown: '/nowhere',
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
  for (const [name, path] of Object.entries(places)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const viewing of viewings) {
      await using opened = await openPage(browser, address + path, viewing);
      // Charts are loaded after the figures that they show.
      await opened.page.waitForLoadState('networkidle');
      await opened.page.screenshot({ path: join(folder, `${name}-${viewing.name}.png`), fullPage: true });
      for (const problem of opened.problems) console.error(`${name}, ${viewing.name}: ${problem}`);
    }
    console.log(name);
  }
} finally {
  await browser.close();
}

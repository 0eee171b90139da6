import { type Browser } from 'playwright-core';
import { z } from 'zod';
import { startBrowser } from './browser.ts';

/*
 * `npm run bench:first-view -- [ADDRESS]`: how long somebody waits who opens the page of a borough for the first time, with nothing in
 * the cache of his browser: until its figures are there, and until its first chart is; with what was loaded for it.
 */

/** How often the page is opened, each time by a browser that has kept nothing. */
const runs = 3;

const seen = z.object({
  figuresMs: z.number(),
  chartMs: z.number(),
  longestTaskMs: z.number(),
  requests: z.number(),
  scriptBytes: z.number(),
  bytes: z.number(),
});

const summary = `new Promise((resolve) => setTimeout(() => {
  const all = performance.getEntriesByType('resource');
  const sum = (those) => those.reduce((total, { transferSize }) => total + transferSize, 0);
  resolve({
    ...firstView,
    requests: all.length + 1,
    scriptBytes: sum(all.filter(({ name }) => name.endsWith('.js'))),
    bytes: sum(all),
  });
}, 200))`;

const [address = 'http://127.0.0.1:4000', place = '/borough/hackney'] = process.argv.slice(2);
const browser = await startBrowser();
try {
  // Whoever starts a browser waits for it; what is measured is the page.
  await look(browser, `${address}/status`, { figures: 'h1', chart: 'h1' });
  for (let run = 1; run <= runs; run++)
    console.log(
      `run ${run}:`,
      await look(browser, address + place, { figures: '.latest .number', chart: '.chart svg' }),
    );
} finally {
  await browser.close();
}

/** What is waited for: where the first figure stands, and the first chart. */
interface Parts {
  readonly figures: string;
  readonly chart: string;
}

/** Opens a page in a window that shares nothing with others. Times are from the moment of opening it. */
async function look(opened: Browser, url: string, { figures, chart }: Parts): Promise<z.infer<typeof seen>> {
  const context = await opened.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchFor({ figures, chart }));
  await page.goto(url);
  await page.locator(chart).first().waitFor();
  const told = seen.parse(await page.evaluate(summary));
  await context.close();
  return told;
}

/** Notes when each first stands in the page, and the longest task until then. */
function watchFor({ figures, chart }: Parts): string {
  return `
    globalThis.firstView = { figuresMs: 0, chartMs: 0, longestTaskMs: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        firstView.longestTaskMs = Math.max(firstView.longestTaskMs, Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
    const note = () => {
      for (const [name, selector] of [['figuresMs', ${JSON.stringify(figures)}], ['chartMs', ${JSON.stringify(chart)}]])
        if (firstView[name] === 0 && document.querySelector(selector) !== null)
          requestAnimationFrame(() => (firstView[name] ||= Math.round(performance.now())));
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });`;
}

import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { publishedFile } from '../support/published-files.ts';
import type { Checkout } from './checkouts/checkout.ts';
import { logStep, runCheckoutCommand } from './checkouts/command.ts';
import { Figures } from './checkouts/figures.ts';
import { holdFolder } from './checkouts/holding.ts';
import { startNpmScript } from './checkouts/npm-script.ts';
import { inTurn } from './checkouts/turns.ts';
import { readUse } from './cpu.ts';

/*
 * `npm run bench:load-manifests`: processor time, user and system, of `npm run load` with the published files into an empty
 * store: of npm, the loader and PostgreSQL together. This checkout loads the second manifest after the first, too.
 */

const command = { name: 'bench:load-manifests', needsOther: false, rounds: 3, shortRounds: 1 };
/** What a process uses between the last look and its end is not seen: less than this. */
const lookEveryMs = 20;
const [first, second] = [publishedFile('manifest.json'), publishedFile('manifest-more.json')];
if (first === null) throw new Error('the published files are not at hand: set BOROUGHGRAPH_FILES to their folder');

await runCheckoutCommand(command, async ({ checkouts, rounds, isShort, held }) => {
  const folder = await holdFolder(held);
  const figures = new Figures();
  const load = async (checkout: Checkout, data: string, manifest: string): Promise<number> => {
    const environment = { BOROUGHGRAPH_DATA: data };
    const script = startNpmScript({ checkout, arguments: ['run', 'load', '--', manifest], environment, held });
    const ending = script.ended.then(() => true);
    let cpuMs = 0;
    // Of what has just ended there may be less to see than before.
    do cpuMs = Math.max(cpuMs, readUse(script.pid)?.cpuMs ?? 0);
    while (!(await Promise.race([ending, delay(lookEveryMs, false)])));
    if ((await script.ended) !== 0)
      throw new Error(`${checkout.folder} does not load ${manifest}:\n${script.output()}`);
    return cpuMs / 1000;
  };
  for (let round = 0; round < rounds; round += 1)
    for (const checkout of inTurn(checkouts, round)) {
      const data = join(folder, `${checkout.name}-${round}`);
      const ofFirst = await load(checkout, data, first);
      figures.note('first manifest, processor time in s', checkout, ofFirst);
      logStep(checkout, `first manifest ${ofFirst.toFixed(2)} s`);
      if (checkout.name !== 'this' || second === null || isShort) continue;
      const ofBoth = ofFirst + (await load(checkout, data, second));
      logStep(checkout, `both manifests ${ofBoth.toFixed(2)} s, ${(ofBoth / ofFirst).toFixed(2)} times the first`);
    }
  console.log(`\n${figures.format(checkouts)}`);
});

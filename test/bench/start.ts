import { join } from 'node:path';
import { logStep, runCheckoutCommand } from './checkouts/command.ts';
import { Figures } from './checkouts/figures.ts';
import { holdFolder } from './checkouts/holding.ts';
import { startCheckout, type CheckoutPlace } from './checkouts/running-checkout.ts';
import { inTurn } from './checkouts/turns.ts';

/*
 * `npm run bench:start`: seconds and processor time from `npm start` to when the system says that it serves; cold, on an
 * empty data folder, which also holds no compiled code, and warm, the second time on the same folder.
 */

const command = { name: 'bench:start', needsOther: false, rounds: 5, shortRounds: 1 };

await runCheckoutCommand(command, async ({ checkouts, rounds, held }) => {
  const folder = await holdFolder(held);
  const figures = new Figures();
  const start = async (place: CheckoutPlace, kind: 'cold' | 'warm') => {
    await using running = await startCheckout(place);
    const { seconds, cpuSeconds } = running;
    figures.note(`${kind} start, processor time in s`, place.checkout, cpuSeconds);
    figures.note(`${kind} start, s to ready`, place.checkout, seconds);
    logStep(place.checkout, `${kind} ${seconds.toFixed(2)} s, processor time ${cpuSeconds.toFixed(2)} s`);
  };
  for (let round = 0; round < rounds; round += 1) {
    const places = inTurn(checkouts, round).map((checkout) => {
      return { checkout, data: join(folder, `${checkout.name}-${round}`), held };
    });
    for (const place of places) await start(place, 'cold');
    for (const place of places) await start(place, 'warm');
  }
  console.log(`\n${figures.format(checkouts)}`);
});

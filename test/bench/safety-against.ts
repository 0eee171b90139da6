import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logStep, runCheckoutCommand, type Measurement } from './checkouts/command.ts';
import { holdFolder } from './checkouts/holding.ts';
import { startNpmScript } from './checkouts/npm-script.ts';
import { type CheckoutPlace, type RunningCheckout, startCheckout } from './checkouts/running-checkout.ts';
import { inTurn } from './checkouts/turns.ts';
import { between, readParts } from './cpu-parts.ts';
import { askFor, pageOf, requireShown, safetyFile, seriesOf, type Way } from './safety-figures.ts';

/*
 * `npm run bench:safety-against -- PATH`: what safety costs, of this checkout over one from before there were callers, each whole as `npm start`
 * runs it, over the same made-up file. Processor time a request, of gateway, agencies and PostgreSQL together; all ways take turns.
 */

const command = { name: 'bench:safety-against', needsOther: true, rounds: 6, shortRounds: 2 };
const requestsEach = 80;
const warmUp = 150;
const purpose = 'SERIOUS_VIOLENCE_DUTY';
const organisation = 'met-police';
const [open, restricted] = ['knives-seized', 'weapon-arrests'] as const;

type MeasuredWay = Way & { readonly running: RunningCheckout };

await runCheckoutCommand(command, async (measurement) => {
  const ways = await startWays(measurement);
  for (const way of ways) await requireShown(way);
  for (const [what, query] of [
    ['a series', seriesOf],
    ['32 series of 24 months', pageOf],
  ] as const) {
    for (const way of ways) await askMany(way, query, warmUp);
    const spent = new Map<MeasuredWay, number[]>(ways.map((way) => [way, []]));
    for (let round = 0; round < measurement.rounds; round += 1)
      for (const way of inTurn(ways, round)) spent.get(way)?.push(await askMany(way, query, requestsEach));
    console.log(
      `${what}, ${measurement.rounds * requestsEach} requests each, milliseconds (median of rounds), over before:`,
    );
    for (const line of describe(spent)) console.log(line);
  }
});

/** Milliseconds of processor time a request. */
async function askMany(way: MeasuredWay, query: (indicator: string) => string, count: number): Promise<number> {
  const { parts } = way.running;
  const before = readParts(parts);
  for (let at = 0; at < count; at += 1) await askFor(way, query(way.indicator));
  const used = between(before, readParts(parts));
  if (used === null) throw new Error(`${way.name}: a process has ended`);
  return Object.values(used).reduce((sum, ms) => sum + ms, 0) / count;
}

function* describe(spent: ReadonlyMap<MeasuredWay, readonly number[]>): Generator<string> {
  const medians = [...spent].map(([{ name }, ms]) => [name, medianOf(ms)] as const);
  const first = medians[0]?.[1] ?? 0;
  for (const [name, ms] of medians)
    yield `  ${name.padEnd(28)} ${ms.toFixed(2).padStart(6)}  ${(ms / first).toFixed(2)}`;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The other checkout, which knows nobody, and then each way of this one. */
async function startWays({ checkouts, held }: Measurement): Promise<readonly MeasuredWay[]> {
  const folder = await holdFolder(held);
  const file = join(folder, 'made-up.csv');
  await writeFile(file, safetyFile());
  const started: { place: CheckoutPlace; running: RunningCheckout; url: string }[] = [];
  for (const checkout of checkouts) {
    const place = { checkout, data: join(folder, checkout.name), held };
    const running = await startCheckout(place);
    await runScript(place, ['load', '--', 'policing', 'operation-sceptre', file, '--published-at', '2024-06-01']);
    logStep(checkout, 'its data are loaded, and it serves');
    started.push({ place, running, url: running.url.replace(/\/graphql$/, '') });
  }
  const [own, other] = started;
  if (own === undefined || other === undefined) throw new Error('two checkouts are measured');
  const [token, key] = [await makeToken(own.place, folder), await makeKey(own.place)];
  const now = { url: own.url, running: own.running };
  return [
    { name: 'before', url: other.url, running: other.running, headers: {}, indicator: open },
    { name: 'now, anonymous, open', ...now, headers: {}, indicator: open },
    { name: 'now, with a token, open', ...now, headers: token, indicator: open },
    { name: 'now, with a token, restricted', ...now, headers: token, indicator: restricted },
    { name: 'now, with a key, restricted', ...now, headers: key, indicator: restricted },
  ];
}

async function makeToken(place: CheckoutPlace, folder: string): Promise<Readonly<Record<string, string>>> {
  const file = join(folder, 'agreement.json');
  const agreement = { id: 'bench', organisation, datasets: ['operation-sceptre'], areas: null, purposes: [purpose] };
  const days = { from: '2020-01-01', until: '2999-12-31', reference: null };
  await writeFile(file, JSON.stringify({ ...agreement, ...days }));
  await runScript(place, ['agreements', '--', 'policing', 'add', file]);
  const given = ['--scope', 'policing:restricted', '--purpose', purpose];
  const said = await runScript(place, ['token', '--', ...given, '--organisation', organisation]);
  const [token = ''] = /eyJ\S+/.exec(said) ?? [];
  return { authorization: `Bearer ${token}`, 'x-purpose': purpose };
}

async function makeKey(place: CheckoutPlace): Promise<Readonly<Record<string, string>>> {
  const given = ['--scope', 'policing:restricted', '--purpose', purpose];
  const said = await runScript(place, ['keys', '--', organisation, 'add', ...given]);
  const [key = ''] = /bgk_\S+/.exec(said) ?? [];
  return { 'x-api-key': key, 'x-purpose': purpose };
}

/** What it wrote. */
async function runScript({ checkout, data, held }: CheckoutPlace, given: readonly string[]): Promise<string> {
  const environment = { BOROUGHGRAPH_DATA: data };
  const script = startNpmScript({ checkout, arguments: ['run', '-s', ...given], environment, held });
  if ((await script.ended) !== 0) throw new Error(`npm run ${given.join(' ')} failed:\n${script.output()}`);
  return script.output();
}

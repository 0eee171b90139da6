import { globSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type RotatingIssuer, rotatingCaller } from '../chaos/rotating-issuer.ts';
import type { Pair } from './pair.ts';

/** Something about which all must agree: null where they do, or how they do not. */
export interface Agreement {
  readonly about: string;
  readonly look: (pair: Pair, issuer: RotatingIssuer) => Promise<string | null>;
}

/** How often each gateway is asked: both servers of an agency have been asked by then, and what is remembered has been found. */
const times = 20;

type Headers = Readonly<Record<string, string>>;

async function ask(port: number, query: string, headers: Headers = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { text: await response.text(), headers: response.headers };
}

/** Asks every gateway several times, and says which first answered otherwise than it should. */
async function lookEverywhere(
  { gateways }: Pair,
  query: string,
  isRight: (text: string) => boolean,
): Promise<string | null> {
  for (let time = 1; time <= times; time += 1)
    for (const { name, port } of gateways) {
      const { text } = await ask(port, query);
      if (!isRight(text)) return `${name}, asked for the ${time}. time: ${text.slice(0, 300)}`;
    }
  return null;
}

const dataset = 'police-estate';
const latest = `{ policing { dataset(id: "${dataset}") { latestRelease { id } } } }`;

interface CounterFile {
  readonly publishedAt: string;
  readonly counters: number;
  /** What the command is told beside. @default nothing */
  readonly options?: readonly string[];
}

/** Loads a file that counts the front counters of one borough, and gives its release. */
async function load(pair: Pair, { publishedAt, counters, options = [] }: CounterFile): Promise<string> {
  const file = join(pair.folder, `${publishedAt}.csv`);
  await writeFile(
    file,
    `indicator,area,period,opening,value,flags\nfront-counters,Hackney,S2024-03-31,,${counters},\n`,
  );
  const command = ['load', 'policing', dataset, file, '--published-at', publishedAt, '--confirm-revision', ...options];
  const said = await pair.run(...command);
  const [release] = new RegExp(`${dataset}@${publishedAt}\\.\\w+`).exec(said) ?? [];
  if (release === undefined) throw new Error(`nothing was loaded: ${said}`);
  return release;
}

/** Whether an answer says that a release is the newest. */
const isNewest = (release: string) => (text: string) =>
  text.trimEnd() === JSON.stringify({ data: { policing: { dataset: { latestRelease: { id: release } } } } });

async function lookAtRecalls(pair: Pair): Promise<string | null> {
  const first = await load(pair, { publishedAt: '2024-04-30', counters: 2 });
  const second = await load(pair, { publishedAt: '2025-04-30', counters: 3 });
  const afterLoad = await lookEverywhere(pair, latest, isNewest(second));
  if (afterLoad !== null) return `after a load: ${afterLoad}`;
  await pair.run('recall', 'policing', second, '--reason', 'It counted doors.');
  const afterRecall = await lookEverywhere(pair, latest, isNewest(first));
  return afterRecall === null ? null : `after a recall: ${afterRecall}`;
}

/** Enough for a load to be done, and for everybody to be asked before it is over. */
const embargoMs = 15_000;

async function lookAtEmbargoes(pair: Pair): Promise<string | null> {
  const before = await load(pair, { publishedAt: '2025-05-31', counters: 4 });
  const until = new Date(Math.ceil((Date.now() + embargoMs) / 1_000) * 1_000);
  const hidden = await load(pair, {
    publishedAt: '2025-06-30',
    counters: 5,
    options: ['--embargo-until', until.toISOString().replace('.000Z', 'Z')],
  });
  const early = await lookEverywhere(pair, latest, isNewest(before));
  if (Date.now() >= until.getTime()) return 'the embargo was over before everybody had been asked';
  if (early !== null) return `before an embargo ends: ${early}`;
  await delay(until.getTime() - Date.now());
  const late = await lookEverywhere(pair, latest, isNewest(hidden));
  return late === null ? null : `after an embargo has ended: ${late}`;
}

async function lookAtRemembered(pair: Pair): Promise<string | null> {
  await lookEverywhere(pair, latest, () => true);
  for (const { name, port } of pair.gateways) {
    const { headers } = await ask(port, latest);
    const status = headers.get('cache-status') ?? '';
    if (!/;\s*hit/.test(status)) return `${name} has not remembered what it was asked ${times} times: "${status}"`;
  }
  return null;
}

/** What is left of a budget, as an answer says it. */
const leftOf = (headers: globalThis.Headers): number => Number(/;r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

async function lookAtBudgets({ gateways }: Pair): Promise<string | null> {
  const left: number[] = [];
  for (let time = 0; time < times / 2; time += 1)
    for (const { port } of gateways) left.push(leftOf((await ask(port, latest)).headers));
  const spent = left.slice(1).map((each, index) => (left[index] ?? NaN) - each);
  // A minute may begin in between, with the whole budget.
  const [first = NaN] = spent;
  const isTogether = first > 0 && spent.filter((each) => each !== first).length <= 1;
  return isTogether ? null : `what is left is ${left.join(', ')} from one to the other`;
}

async function lookAtAudit(pair: Pair, issuer: RotatingIssuer): Promise<string | null> {
  const { organisation, subject } = rotatingCaller;
  await pair.run('administrators', organisation, 'add', subject, '--scope', 'health:restricted');
  const ids = pair.gateways.map((_, index) => `scale-of-gateway-${index + 1}`);
  for (const [index, { port }] of pair.gateways.entries())
    await ask(port, latest, { authorization: `Bearer ${await issuer.sign()}`, 'x-request-id': ids[index] ?? '' });
  const said = await pair.run('audit-verify');
  const [, writers = '0'] = /records of (\d+) writers/.exec(said) ?? [];
  const written = globSync('**/*', { cwd: pair.auditFolder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  const missing = ids.filter((id) => !written.includes(id));
  if (missing.length > 0) return `nothing is written down of ${missing.join(', ')}`;
  return Number(writers) >= pair.gateways.length ? null : `the audit knows ${writers} writers: ${said}`;
}

/** Everything about which both gateways and all servers must agree, in an order that leaves the system as the next needs it. */
export const agreements: readonly Agreement[] = [
  { about: 'loads and recalls', look: lookAtRecalls },
  { about: 'embargoes', look: lookAtEmbargoes },
  { about: 'what is remembered', look: lookAtRemembered },
  { about: 'budgets', look: lookAtBudgets },
  { about: 'the audit', look: lookAtAudit },
];

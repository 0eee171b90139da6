import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../reference/random.ts';
import { type RememberingSystem, startRememberingSystem } from '../support/remembering-system.ts';
import type { RunningAgency } from '../support/running-system.ts';
import { Changes } from './changes.ts';
import { type Answered, History } from './history.ts';

/** The long form is `npm run test:stale`; the short one takes some seconds. */
const wanted = Number(process.env['STALE_ANSWERS'] ?? 2_000);
/** Who asks each gateway at once. */
const askers = 3;
/** Changes between two disturbances. */
const changesBetween = 4;
const query = `query Officers($area: ID!) {
  policing { indicator(id: "police-officers") { series(area: $area) { observations { value } } } } }`;
const both = `query Both($area: ID!) {
  policing { indicator(id: "police-officers") { series(area: $area) { observations { value } } } }
  health { datasets { id latestRelease { id } } } }`;
const random = createRandom('stale', 22);

let system: RememberingSystem;
let policing: RunningAgency;
beforeAll(async () => {
  system = await startRememberingSystem({ gateways: 2, prepare: () => Promise.resolve() });
  const found = system.agencies.get('policing');
  if (found === undefined) throw new Error('policing does not run');
  policing = found;
}, 60_000);
afterAll(() => system[Symbol.asyncDispose]());

interface Answer {
  readonly data?: {
    readonly policing: {
      readonly indicator: {
        readonly series: { readonly observations: readonly { readonly value: number }[] } | null;
      } | null;
    } | null;
  };
  readonly errors?: readonly unknown[];
}

/** Null where the answer says that something has failed, so that it says nothing of a figure. */
async function ask(url: string, text: string): Promise<Answered | null> {
  const askedAt = Date.now();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables: { area: 'E09000012' } }),
  });
  // A GraphQL server answers in this form.
  const { data, errors } = (await response.json()) as Answer;
  if (errors !== undefined || data === undefined) return null;
  const figure = data.policing?.indicator?.series?.observations[0]?.value ?? null;
  return { by: url, askedAt, answeredAt: Date.now(), figure };
}

/** Cuts off all that hear of changes of the agency. */
async function cutListeners(): Promise<void> {
  await policing.store.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'boroughgraph-state' and datname = current_database()`;
}

async function restart(): Promise<void> {
  await policing.stopServer();
  await policing.startServer();
}

it('Whatever is loaded, recalled and cut off, no answer is older than its request', async () => {
  const history = new History(null);
  const changes = new Changes(policing, history);
  await changes.make(0.7);
  const answers: Answered[] = [];
  let failed = 0;
  const isDone = () => answers.length >= wanted;
  const asking = system.gateways.flatMap(({ url }) =>
    Array.from({ length: askers }, async (_, index) => {
      while (!isDone()) {
        const answer = await ask(url, index === 0 ? both : query);
        if (answer === null) failed += 1;
        else answers.push(answer);
      }
    }),
  );
  const changing = (async () => {
    for (let made = 1; !isDone(); made += 1) {
      await changes.make(random.whole(1_000) / 1_000);
      if (made % changesBetween === 0) await (random.chance(0.7) ? cutListeners() : restart());
    }
  })();
  await Promise.all([...asking, changing]);
  const faults = answers.flatMap((answer) => history.findFault(answer) ?? []);
  const { remembered, made } = countMade();
  // In the long form somebody waits for it.
  if (wanted > 100_000)
    console.log(
      `${answers.length} answers in ${history.length} states, ${failed} said that they failed; the agency made ${made} of them, ${remembered} were remembered`,
    );
  expect(faults.slice(0, 5)).toEqual([]);
  expect(history.length).toBeGreaterThan(5);
  expect(new Set(answers.map(({ figure }) => figure)).size).toBeGreaterThan(4);

  function countMade() {
    const asked = policing.requests.filter((path) => path === '/graphql').length;
    return { made: asked, remembered: answers.length + failed - asked };
  }
}, 3_600_000);

import { expect, it } from 'vitest';
import { ask, startTestGateway, type TestGateway } from '../../testing/gateway-for-test.ts';

const place = { host: '127.0.0.1', port: 0 };
const query = 'query Borough { borough(code: "E09000012") { name crime { recorded } health { admissions } } }';
const namedOperations = [{ name: 'Borough', text: query }];

/** The samples that a gateway tells Prometheus, by name and labels, without what Node says of itself. */
async function read({ log }: TestGateway): Promise<Readonly<Record<string, number>>> {
  const line = log.find(({ msg }) => msg === 'metrics can be read');
  const response = await fetch(`http://127.0.0.1:${String(line?.['port'])}/metrics`);
  const lines = (await response.text()).split('\n').filter((each) => each.startsWith('boroughgraph_'));
  return Object.fromEntries(
    lines.map((each) => {
      const [sample = '', value] = each.split(/ (?=\S+$)/);
      return [
        sample
          .replace(/,?process="gateway"/, '')
          .replace('{,', '{')
          .replace('boroughgraph_', ''),
        Number(value),
      ];
    }),
  );
}

it('What is asked, what came of it and what agencies were asked is counted', async () => {
  await using test = await startTestGateway({ metrics: place, namedOperations });
  await test.ask(query);
  await test.ask(query);
  await test.agencies.health.stop();
  await test.ask(query);
  await ask(test.gateway.url, { query: '{ no }' });
  expect(await read(test)).toMatchObject({
    'requests_total{operation="Borough",outcome="complete"}': 2,
    'requests_total{operation="Borough",outcome="partial"}': 1,
    'requests_total{operation="other",outcome="refused"}': 1,
    'request_duration_seconds_count{operation="Borough"}': 3,
    'errors_total{code="AGENCY_UNAVAILABLE"}': 1,
    'errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    'http_responses_total{route="/graphql",status="200"}': 3,
    'http_responses_total{route="/graphql",status="400"}': 1,
    'agency_requests_total{agency="policing",end="answered"}': 3,
    'agency_requests_total{agency="health",end="answered"}': 2,
    'agency_requests_total{agency="health",end="unanswered"}': 1,
    'agency_circuit_open{agency="health"}': 0,
    'agency_requests_running{agency="policing"}': 0,
    'cache_hits{cache="plans"}': 2,
    'cache_misses{cache="plans"}': 1,
  });
});

it('A client makes no label of its own, by whatever name, path or method', async () => {
  await using test = await startTestGateway({ metrics: place, namedOperations });
  const before = Object.keys(await read(test)).length;
  await test.ask(query.replace('Borough', 'SomethingElse'));
  const after = Object.keys(await read(test));
  for (const name of ['A', 'B', 'C']) await test.ask(query.replace('Borough', name));
  await Promise.all(['/x1', '/x2', '/x3'].map((path) => fetch(test.gateway.url + path)));
  await Promise.all(['/x4', '/x5'].map((path) => fetch(test.gateway.url + path)));
  const all = Object.keys(await read(test)).filter((each) => !after.includes(each));
  expect(before).toBeLessThan(after.length);
  expect(all).toEqual(['http_responses_total{route="other",status="404"}']);
});

it('Only the door has them, and nothing else', async () => {
  await using test = await startTestGateway({ metrics: place, namedOperations });
  const line = test.log.find(({ msg }) => msg === 'metrics can be read');
  const statuses = await Promise.all(
    [`${test.gateway.url}/metrics`, `http://127.0.0.1:${String(line?.['port'])}/health`].map(async (url) => {
      const { status } = await fetch(url);
      return status;
    }),
  );
  expect(statuses).toEqual([404, 404]);
});

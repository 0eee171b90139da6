import { expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { startTestGateway } from '../../testing/gateway-for-test.ts';

/** An agency that answers right, and says this of what is made up. */
const saying =
  (data: object, synthetic: unknown): Misbehaviour =>
  (response) =>
    void response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ data: { _entities: [data] }, extensions: { synthetic } }));

const query = '{ borough(code: "E09000012") { name crime { recorded } health { admissions } } }';

it('an answer names the datasets of which it has made-up figures, of all agencies', async () => {
  await using test = await startTestGateway({
    misbehaviour: {
      policing: saying({ crime: { recorded: 100 } }, ['recorded-crime']),
      health: saying({ health: { admissions: 7 } }, ['emergency-admissions', 'recorded-crime']),
    },
  });
  const { data, extensions } = await test.ask(query);
  expect(data).toMatchObject({ borough: { crime: { recorded: 100 }, health: { admissions: 7 } } });
  expect(extensions).toEqual({ synthetic: ['emergency-admissions', 'recorded-crime'] });
  expect((await test.ask('{ borough(code: "E09000012") { name } }')).extensions).toBeUndefined();
});

it('what is no list of ids says nothing', async () => {
  await using test = await startTestGateway({
    misbehaviour: { policing: saying({ crime: { recorded: 100 } }, [7, { id: 'x' }, 'y'.repeat(1000)]) },
  });
  expect((await test.ask(query)).extensions).toBeUndefined();
});

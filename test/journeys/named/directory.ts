import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addKey, listKeys, revokeKey } from '@boroughgraph/gateway/directory/api-keys.ts';
import { addAdministrator, confirmColleague, endColleague } from '@boroughgraph/gateway/directory/colleagues.ts';
import { addAgreement, type Agreement, endAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller, NamedSystem } from '../../support/named-system.ts';

const [hackney, camden] = ['E09000012', 'E09000007'];
const restricted = 'health:restricted';
const query = (area: string) =>
  `{ health { indicator(id: "violence-attendances") { series(area: "${area}") { observations { value status } } } } }`;

/**
 * Keys and colleagues of a council, in a system in which violence was loaded, 90 in Hackney and 70 in Camden, and `agreement` lets the council
 * read the one.
 */
export function testDirectory(start: () => NamedSystem, agreement: Agreement): void {
  let system: NamedSystem;
  beforeAll(() => {
    system = start();
  });

  type Headers = Readonly<Record<string, string>>;

  /** The status of a request, and what is seen of an area: its figure, why it is withheld, or the code of the refusal. */
  async function seen(headers: Headers, area = hackney): Promise<readonly [number, unknown]> {
    const response = await fetch(`${system.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: query(area) }),
    });
    const answer = (await response.json()) as {
      readonly data?: {
        readonly health: {
          readonly indicator: {
            readonly series: { readonly observations: readonly { value: number | null; status: string }[] };
          };
        };
      };
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    const [observation] = answer.data?.health.indicator.series.observations ?? [];
    return [response.status, observation?.value ?? observation?.status ?? answer.errors?.[0]?.extensions.code];
  }

  const withheld = [200, 'WITHHELD_BY_TIER'];
  const purpose = { 'x-purpose': 'SERIOUS_VIOLENCE_DUTY' };

  describe('A key of a machine', () => {
    const rights = {
      organisation: 'hackney-council',
      role: 'dashboard',
      scopes: [restricted],
      purposes: ['SERIOUS_VIOLENCE_DUTY'] as const,
    };
    const make = (more: Partial<Parameters<typeof addKey>[1]> = {}, days = 30) =>
      addKey(system.sql, { ...rights, ...more }, days);

    it('lets it read what its organisation has agreed, for a purpose that it allows, and nothing else', async () => {
      const { key } = await make();
      expect([
        await seen({ 'x-api-key': key, ...purpose }),
        await seen({ 'x-api-key': key, ...purpose }, camden),
        await seen({ 'x-api-key': key }),
        await seen({ 'x-api-key': key, 'x-purpose': 'RESEARCH' }),
      ]).toEqual([[200, 90], withheld, withheld, [403, 'FORBIDDEN']]);
    });

    it('without the scope or the agreement reads what everybody does', async () => {
      const [unscoped, stranger] = [
        await make({ scopes: ['policing:restricted'] }),
        await make({ organisation: 'a-newspaper' }),
      ];
      for (const { key } of [unscoped, stranger])
        expect(await seen({ 'x-api-key': key, ...purpose })).toEqual(withheld);
    });

    it('that was revoked lets nobody in from the next request on, and one that has expired as little', async () => {
      const [revoked, expired] = [await make(), await make()];
      expect(await revokeKey(system.sql, 'camden-council', revoked.id)).toBe(false);
      expect(await seen({ 'x-api-key': revoked.key, ...purpose })).toEqual([200, 90]);
      expect(await revokeKey(system.sql, 'hackney-council', revoked.id)).toBe(true);
      await system.sql`update directory.api_key set made_at = made_at - interval '31 days', expires_at = now() where id = ${expired.id}`;
      for (const { key } of [revoked, expired])
        expect(await seen({ 'x-api-key': key, ...purpose })).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('that is revoked, and an agreement that is ended, while a request runs, hold for that one alone', async () => {
      const { id, key } = await make();
      const other = await make();
      const { sql } = system.agency('health').store;
      const [locked, done] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      const holding = sql.begin(async (transaction) => {
        await transaction`lock table series in access exclusive mode`;
        locked.resolve(undefined);
        await done.promise;
      });
      await locked.promise;
      const running = seen({ 'x-api-key': key, ...purpose });
      const isWaiting = () => sql<object[]>`select from pg_locks where relation = 'series'::regclass and not granted`;
      while ((await isWaiting()).length === 0);
      expect([
        await revokeKey(system.sql, 'hackney-council', id),
        await endAgreement(sql, agreement.id),
        await seen({ 'x-api-key': key, ...purpose }),
      ]).toEqual([true, true, [401, 'UNAUTHENTICATED']]);
      done.resolve(undefined);
      await holding;
      expect([await running, await seen({ 'x-api-key': other.key, ...purpose })]).toEqual([[200, 90], withheld]);
      await addAgreement(sql, { ...agreement, id: 'hackney-again' });
      expect(await seen({ 'x-api-key': other.key, ...purpose })).toEqual([200, 90]);
    });

    it('is one to the letter, alone, and is good for a year at most', async () => {
      const { id, key } = await make();
      const other = await make();
      const wrong = [
        '',
        id,
        `bgk_${id}`,
        `${key}A`,
        key.slice(0, -1),
        key.toUpperCase(),
        `bgk_${other.id}_${key.slice(17)}`,
        `${key}, ${key}`,
        "bgk_000000000000_' or true",
      ];
      for (const text of wrong)
        expect([text, await seen({ 'x-api-key': text, ...purpose })]).toEqual([text, [401, 'UNAUTHENTICATED']]);
      const token = await system.headersOf({ organisation: 'hackney-council' });
      expect(await seen({ ...token, 'x-api-key': key })).toEqual([401, 'UNAUTHENTICATED']);
      await expect(make({}, 367)).rejects.toThrow('api_key_is_good_for_a_year_at_most');
    });

    it('is kept as a hash, listed without it, and named in the audit by its id', async () => {
      const { id, key } = await make();
      await seen({ 'x-api-key': key, ...purpose });
      const kept = await system.sql`select * from directory.api_key where id = ${id}`;
      const files = readdirSync(system.auditFolder).map((name) => readFileSync(join(system.auditFolder, name), 'utf8'));
      const listed = await listKeys(system.sql, 'hackney-council');
      for (const text of [kept, files, listed].map((each) => JSON.stringify(each)))
        expect(text).not.toContain(key.slice(17));
      expect(JSON.stringify(listed)).not.toContain('hash');
      const { records } = await system.readAudit();
      expect(records.at(-1)?.content).toMatchObject({
        organisation: 'hackney-council',
        subject: `key:${id}`,
        purpose: 'SERIOUS_VIOLENCE_DUTY',
      });
    });

    it('makes an answer that is for no cache, as a token does', async () => {
      const { key } = await make();
      for (const path of [
        '/graphql?query={__typename}',
        '/data/courts.json',
        '/openapi.json',
        '/feeds/releases.atom',
      ]) {
        const headers = { 'x-api-key': key, 'apollo-require-preflight': 'yes' };
        const response = await fetch(system.url + path, { headers });
        expect([path, response.headers.get('cache-control'), response.headers.get('etag')]).toEqual([
          path,
          expect.stringContaining('no-store') as string,
          null,
        ]);
      }
    });
  });

  describe('A site of a restricted dataset', () => {
    const made = ['made-up-north', 'made-up-south', 'made-up-nowhere'].map((name) => `custody-suite:${name}`);
    const page = (sites: string) =>
      `{ health { series(indicators: ["custody-healthcare-cover"]${sites}, first: 100) { unanswered hasNextPage nodes { area { code } site { id name } dimensions { value } observations { period { id } value status release { id } } latest { value } values statement } } }
      catalogueOf: health { indicator(id: "custody-healthcare-cover") { held { sites firstPeriod { id } areas { count } } } } }`;

    it('is withheld like all others, and nothing tells an outsider which sites the file has', async () => {
      const ask = async (sites: readonly string[]) => {
        const named = sites.length === 0 ? '' : `, sites: ${JSON.stringify(sites)}`;
        // What a site is called by whoever asks is no answer.
        return JSON.stringify(await system.askAs(null, page(named))).replaceAll(/custody-suite:[\w-]+/g, 'site');
      };
      await system.load(
        'health',
        'custody-healthcare',
        `indicator,area,site,site_name,period,profession,value\ncustody-healthcare-cover,,${made[0] ?? ''},Made up north,2024-Q2,,411\ncustody-healthcare-cover,,${made[1] ?? ''},Made up south,2024-Q2,,622\n`,
      );
      const [there, absent] = [await ask(made.slice(0, 1)), await ask(made.slice(2))];
      expect(there).toContain('WITHHELD_BY_TIER');
      expect(there).toBe(absent);
      for (const answer of [there, await ask(made), await ask([])]) expect(answer).not.toMatch(/411|622|Made up/);
      for (const by of [
        'search(text: "Made up north", first: 5) { name }',
        'health { datasets { id releases { id } latestRelease { id } } }',
      ]) {
        const answer = JSON.stringify(await system.askAs(null, `{ ${by} }`));
        expect(answer).not.toMatch(/custody-healthcare@|Made up/);
      }
    });
  });

  describe('Somebody of an organisation', () => {
    const person = (subject: string, more: Partial<Caller> = {}) =>
      system.headersOf({ organisation: 'hackney-council', scopes: [restricted], colleague: subject, ...more });
    const colleague = (subject: string) => ({ organisation: 'hackney-council', subject });

    /** What an administrator gets for asking at `/colleagues`. */
    async function administer(
      headers: Headers,
      body: unknown = null,
    ): Promise<{ readonly status: number; readonly text: string }> {
      const response = await fetch(`${system.url}/colleagues`, {
        method: body === null ? 'GET' : 'POST',
        headers: { ...headers, ...(body !== null && { 'content-type': 'application/json' }) },
        ...(body !== null && { body: JSON.stringify(body) }),
      });
      return { status: response.status, text: await response.text() };
    }

    beforeAll(async () => {
      await addAdministrator(system.sql, { ...colleague('chief'), scopes: [restricted, 'policing:restricted'] });
      await addAdministrator(system.sql, { ...colleague('deputy'), scopes: ['policing:restricted'] });
    });

    it('is let in when an administrator has added him, and no longer when one has ended him', async () => {
      const anna = await person('anna');
      const chief = await person('chief');
      const before = await seen(anna);
      expect(await administer(chief, { action: 'add', subject: 'anna', scopes: [restricted] })).toMatchObject({
        status: 200,
      });
      const during = await seen(anna);
      expect(await administer(chief, { action: 'end', subject: 'anna' })).toMatchObject({ status: 200 });
      expect([before, during, await seen(anna)]).toEqual([
        [403, 'FORBIDDEN'],
        [200, 90],
        [403, 'FORBIDDEN'],
      ]);
      const { records } = await system.readAudit();
      const written = records.flatMap(({ content }) => (content.kind === 'colleague' ? [content] : []));
      expect(written.at(-1)).toMatchObject({ by: 'chief', action: 'end', subject: 'anna', outcome: 'done' });
    });

    it('has no more scopes than the directory and his token both say', async () => {
      const chief = await person('chief');
      await administer(chief, { action: 'add', subject: 'ben', scopes: [] });
      await administer(chief, { action: 'add', subject: 'bea', scopes: [restricted] });
      expect([await seen(await person('ben')), await seen(await person('bea', { scopes: [] }))]).toEqual([
        withheld,
        withheld,
      ]);
    });

    it('is added by nobody who is no administrator, and with nothing that the administrator has not himself', async () => {
      const chief = await person('chief');
      await administer(chief, { action: 'add', subject: 'carl', scopes: [restricted] });
      const add = { action: 'add', subject: 'dora', scopes: [restricted] };
      const { key } = await addKey(
        system.sql,
        { organisation: 'hackney-council', role: null, scopes: [restricted], purposes: [] },
        1,
      );
      const refused = [
        await administer({}, add),
        await administer(await person('carl'), add),
        await administer(await person('deputy', { scopes: [restricted, 'policing:restricted'] }), add),
        await administer(await person('chief', { scopes: [] }), add),
        await administer(chief, { ...add, scopes: ['justice:restricted'] }),
        await administer({ 'x-api-key': key }, add),
        await administer(await system.headersOf({ organisation: 'hackney-council' }), add),
        await administer(await person('chief', { organisation: 'camden-council' }), add),
        await administer(chief, { ...add, organisation: 'camden-council' }),
        await administer(chief, { ...add, subject: 'key:000000000000' }),
        await administer(chief, { ...add, isAdministrator: true }),
        await administer(await person('carl')),
      ];
      expect(refused.map(({ status }) => status)).toEqual([401, 403, 403, 403, 403, 403, 403, 403, 400, 400, 400, 403]);
      const found =
        await system.sql`select subject from directory.colleague where subject in ('dora', 'key:000000000000')`;
      expect([...found]).toEqual([]);
    });

    it('lapses when nobody has confirmed him for a year, by the clock of the database, and comes back when somebody does', async () => {
      const chief = await person('chief');
      await administer(chief, { action: 'add', subject: 'emil', scopes: [restricted] });
      const age = (subject: string) =>
        system.sql`update directory.colleague set confirmed_at = now() - interval '1 year' where subject = ${subject}`;
      await age('emil');
      const emil = await person('emil');
      const lapsed = await seen(emil);
      expect(await administer(chief, { action: 'confirm', subject: 'emil' })).toMatchObject({ status: 200 });
      expect([lapsed, await seen(emil)]).toEqual([
        [403, 'FORBIDDEN'],
        [200, 90],
      ]);
      await age('chief');
      expect(await administer(chief, { action: 'end', subject: 'emil' })).toMatchObject({ status: 403 });
      expect(await confirmColleague(system.sql, colleague('chief'), null)).toBe(true);
    });

    it('does not confirm himself, and nobody confirms more than he has', async () => {
      const [chief, deputy] = [await person('chief'), await person('deputy', { scopes: ['policing:restricted'] })];
      expect([
        (await administer(chief, { action: 'confirm', subject: 'chief' })).status,
        (await administer(deputy, { action: 'confirm', subject: 'chief' })).status,
        (await administer(chief, { action: 'confirm', subject: 'deputy' })).status,
      ]).toEqual([403, 403, 403]);
      const both = await person('chief', { scopes: [restricted, 'policing:restricted'] });
      expect((await administer(both, { action: 'confirm', subject: 'deputy' })).status).toBe(200);
    });

    it('is listed to administrators with who let him in and until when', async () => {
      const { text } = await administer(await person('chief'));
      const { organisation, colleagues } = JSON.parse(text) as {
        organisation: string;
        colleagues: readonly { subject: string }[];
      };
      expect(organisation).toBe('hackney-council');
      expect(colleagues.find(({ subject }) => subject === 'anna')).toMatchObject({
        addedBy: 'chief',
        endedBy: 'chief',
        isAdministrator: false,
      });
    });

    it('cannot be made an administrator by the gateway, which writes no key either', async () => {
      const { openStore } = await import('@boroughgraph/kit/store/database.ts');
      const url = new URL(system.agency('health').readerUrl);
      url.username = `${url.pathname.slice(1)}_gateway`;
      url.password = 'gateway';
      const { sql, close } = openStore({ url: url.href, schema: 'directory', connections: 1 });
      const attempts = [
        sql`update directory.colleague set is_administrator = true`,
        sql`insert into directory.colleague (organisation, subject, scopes, is_administrator) values ('a', 'b', '{}', true)`,
        sql`update directory.api_key set revoked_at = null`,
        sql`delete from directory.colleague`,
        sql`insert into directory.api_key select * from directory.api_key`,
      ];
      for (const attempt of attempts) await expect(attempt).rejects.toThrow('permission denied');
      await close();
    });

    it('is let in by nobody while the directory is away, and open figures are answered', async () => {
      await addAdministrator(system.sql, { ...colleague('frida'), scopes: [restricted] });
      const frida = await person('frida');
      await system.sql`alter schema directory rename to directory_hidden`;
      try {
        expect([
          await seen(frida),
          await seen({ 'x-api-key': `bgk_000000000000_${'A'.repeat(43)}` }),
          await seen({}),
        ]).toEqual([[503, 'DIRECTORY_UNAVAILABLE'], [503, 'DIRECTORY_UNAVAILABLE'], withheld]);
      } finally {
        await system.sql`alter schema directory_hidden rename to directory`;
      }
      expect(await seen(frida)).toEqual([200, 90]);
      expect(await endColleague(system.sql, colleague('frida'), null)).toBe(true);
    });
  });
}

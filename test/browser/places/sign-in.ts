import { addAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { addOwnOrganisation } from '@boroughgraph/kit/store/own-organisations.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../support/database.ts';
import { type NamedSystem, startNamedSystem } from '../../support/named-system.ts';
import { type SignInIssuer, startSignInIssuer } from '../../support/sign-in-issuer.ts';
import { browserPath, findBarriers, findOverflow, type OpenedPage, openPage, waitUntilThere } from '../browser.ts';
import { startProxy } from '../proxy.ts';
import { isLong, type SharedBrowser } from '../shared-browser.ts';

/** A series that health shows to named users alone. */
const place = '/borough/hackney/violence-attendances';

/** Who somebody is, and what changes by it. */
export function testSignIn(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('signing in, in a browser', () => {
    const resources = new AsyncDisposableStack();
    let issuer: SignInIssuer;
    let system: NamedSystem;
    let proxy: Awaited<ReturnType<typeof startProxy>>;

    beforeAll(async () => {
      issuer = resources.use(await startSignInIssuer());
      system = resources.use(
        await startNamedSystem(['health', 'local-authority'], createDatabase, { others: [issuer.caller] }),
      );
      proxy = resources.use(await startProxy(system.url, '/statistics/london'));
      await issuer.register([`${system.url}/sign-in`, `${proxy.url}/sign-in`]);
      await prepare(system);
    }, 60_000);
    afterAll(() => resources.disposeAsync());

    const open = (path: string, viewing = {}) => openPage(shared.browser, system.url + path, viewing);

    it('leads to the issuer and back to where somebody was, shows what he may see, and tells nobody else of it', async () => {
      await using opened = await open(place, { width: 360 });
      const { page } = opened;
      expect(await page.locator('.notice-access').innerText()).toMatch(/^For named users\. .*agreement.*sign in\.$/s);
      expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
      await page.locator('.notice-access').getByRole('link', { name: 'sign in' }).click();
      await page.getByLabel('What are the figures for?').first().selectOption('Serious violence duty');
      expect(await findBarriers(page)).toEqual([]);
      expect(await findOverflow(page)).toBeLessThanOrEqual(0);
      const sent = watchSecrets(page, system.url);
      await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
      await signInAtIssuer(page, 'anna');
      await page.waitForURL(system.url + place);
      await waitUntilThere(page);
      expect(await page.locator('.signed-in').innerText()).toMatch(
        /anna of hackney-council, for serious violence duty/,
      );
      expect(await page.locator('.latest .number').innerText()).toBe('40');
      expect(await page.locator('.notice-access').count()).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      expect(sent()).toEqual([]);
      expect(opened.problems).toEqual([]);
      // The way back leads to no address with a code.
      await page.goBack();
      expect(page.url()).not.toMatch(/code=|state=/);
      await signOut(opened, system.url);
    });

    it.runIf(isLong)(
      'says why nobody was signed in: cancelled, not let in by the graph, or an issuer that does not answer',
      async () => {
        await using opened = await open('/sign-in');
        const { page } = opened;
        const begin = async (purpose: string) => {
          await page.getByLabel('What are the figures for?').first().selectOption(purpose);
          await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
        };
        await begin('Serious violence duty');
        await page.getByRole('button', { name: 'Cancel' }).click();
        await expectRefused(page, /Hackney Council has not signed you in: it was cancelled, or refused/);
        expect(await page.locator('main').innerText()).not.toMatch(/0900/);
        expect(await findBarriers(page)).toEqual([]);
        await begin('Research');
        await signInAtIssuer(page, 'anna');
        await expectRefused(page, /the graph says: .*does not allow the purpose RESEARCH/);
        expect(await page.locator('.signed-in').count()).toBe(0);
        await page.route(`${issuer.url}/**`, (route) => route.abort());
        await begin('Serious violence duty');
        await expectRefused(page, /Hackney Council cannot be reached from this page/);
      },
    );

    it('takes no answer that was not asked for, none a second time, and leads to nobody else', async () => {
      await using opened = await open('/sign-in?code=forged&state=forged&iss=forged');
      const { page } = opened;
      await expectRefused(page, /belongs to no signing-in that was begun in this window/);
      expect(page.url()).toBe(`${system.url}/sign-in`);
      // Somebody begins here, and is led back with the code of somebody else: the state is not his.
      await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
      await page.getByLabel('Name').waitFor();
      await page.goto(`${system.url}/sign-in?code=another&state=another`);
      await expectRefused(page, /belongs to no signing-in/);
      const answers: string[] = [];
      page.on('request', (request) => {
        if (request.isNavigationRequest() && request.url().includes('code=')) answers.push(request.url());
      });
      await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
      await signInAtIssuer(page, 'anna');
      await page.waitForURL(`${system.url}/`);
      const [answer = ''] = answers;
      expect(answer).toMatch(/\?code=.*state=/);
      await page.goto(answer);
      await expectRefused(page, /or was used already/);
      // From elsewhere, and with an address that names elsewhere, somebody is led to the top.
      await page.goto(`${issuer.url}/nothing`);
      await page.evaluate(
        `location.assign(${JSON.stringify(`${system.url}/sign-in?back=https://elsewhere.invalid/`)})`,
      );
      await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
      await page.waitForURL(`${system.url}/`);
    });

    it.runIf(isLong)(
      'works below a path that a proxy takes away, for the playground as well, and may ask none but the issuer',
      async () => {
        await using opened = await openPage(shared.browser, `${proxy.url}/`);
        const { page } = opened;
        await page.goto(`${proxy.url}/playground`);
        await page.locator('#toolbar').getByText('Sign in', { exact: true }).first().click();
        await page.locator('#toolbar').getByRole('link', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Sign in with Hackney Council' }).click();
        await signInAtIssuer(page, 'ben');
        await page.waitForURL(`${proxy.url}/playground**`);
        await page.locator('#toolbar').getByText('Sign in', { exact: true }).first().click();
        await page.locator('.who', { hasText: 'Asking as ben of hackney-council, without a purpose' }).waitFor();
        await page.locator('.who').getByRole('button', { name: 'Sign out' }).click();
        await page.locator('.who', { hasText: 'Asking as nobody' }).waitFor();
        const policies = await Promise.all(
          ['/', '/sign-in', '/playground'].map(async (path) =>
            /connect-src ([^;]*)/.exec((await fetch(system.url + path)).headers.get('content-security-policy') ?? ''),
          ),
        );
        expect(policies.map((each) => each?.[1])).toEqual(["'self'", `'self' ${issuer.url}`, "'self'"]);
      },
    );

    it.runIf(isLong)('ends when the token does: nothing that is not for everybody stays on the screen', async () => {
      await using opened = await open('/');
      const { page } = opened;
      const { authorization = '' } = await system.headersOf({ organisation: 'hackney-council' });
      await page.clock.install();
      await keepToken(page, authorization);
      await page.goto(system.url + place);
      await waitUntilThere(page);
      expect(await page.locator('.latest .number').innerText()).toBe('40');
      // His token is good for ten minutes.
      await page.clock.fastForward('11:00');
      await page.locator('.signed-in', { hasText: /ended at \d\d:\d\d: what you see is for everybody/ }).waitFor();
      await waitUntilThere(page);
      expect(await page.locator('.notice-access').count()).toBe(1);
      expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
      expect(await page.locator('.signed-in').getByRole('link').innerText()).toBe('Sign in again');
    });

    it('shows the figures of named users to somebody who has an agreement and says to others who may see them, and who has read them to the agency', async () => {
      const { authorization } = await system.headersOf({ organisation: 'hackney-council' });
      await using opened = await open(place);
      const { page } = opened;
      expect(await page.locator('.notice-access').innerText()).toMatch(/^For named users\. .*agreement/);
      expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
      await keepToken(page, authorization ?? '');
      await page.goto(system.url + place);
      await waitUntilThere(page);
      expect(await page.locator('.signed-in').innerText()).toMatch(
        /somebody of hackney-council, for serious violence duty/,
      );
      expect(await page.locator('.latest .number').innerText()).toBe('40');
      expect(await page.locator('.notice-access').count()).toBe(0);
      await lookAtOversight(page, system);
    });
  });
}

/** Figures for named users, and an agreement by which hackney-council sees them. */
async function prepare(system: NamedSystem): Promise<void> {
  await system.load(
    'health',
    'violence-attendances',
    'indicator,area,period,value\nviolence-attendances,Hackney,2025-11,40\n',
  );
  await addAgreement(system.agency('health').store.sql, {
    id: 'hackney-1',
    organisation: 'hackney-council',
    datasetIds: ['violence-attendances'],
    areas: null,
    purposes: ['SERIOUS_VIOLENCE_DUTY'],
    from: '2020-01-01',
    until: '2999-12-31',
    reference: null,
  });
}

async function signInAtIssuer(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Go on' }).click();
}

async function expectRefused(page: Page, reason: RegExp): Promise<void> {
  await page.locator('.notice-unsigned', { hasText: 'Nobody was signed in.' }).waitFor();
  expect(await page.locator('.notice-unsigned').innerText()).toMatch(reason);
  expect(page.url()).not.toMatch(/code=|state=|error=/);
}

/** Notes who is told a code or a token: of the gateway the one place to which the issuer leads, and the graph. */
function watchSecrets(page: Page, url: string): () => readonly string[] {
  const told: string[] = [];
  page.on('request', (request) => {
    const { referer = '', authorization } = request.headers();
    const address = request.url();
    if (/code=|eyJ/.test(referer)) told.push(`${address} by its referrer`);
    if (/eyJ/.test(address)) told.push(`${address} by its address`);
    if (/[?&]code=/.test(address) && !address.startsWith(`${url}/sign-in?`)) told.push(`${address} by its address`);
    if (authorization !== undefined && address !== `${url}/graphql`) told.push(`${address} by a header`);
  });
  return () => told;
}

/** Signs out here, and then at the issuer. */
async function signOut({ page }: OpenedPage, url: string): Promise<void> {
  await page.goto(url + place);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out here.').waitFor();
  expect(await page.evaluate('sessionStorage.getItem("boroughgraph:session")')).toBeNull();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out of Hackney Council as well' }).click();
  await page.waitForURL(/\/session\/end\?client_id=pages/);
  await page.goto(url + place);
  await waitUntilThere(page);
  expect(await page.locator('.notice-access').count()).toBe(1);
  expect(await page.locator('.signed-in').count()).toBe(0);
}

/** Signs in as the bearer of a token, by the form for that. */
async function keepToken(page: Page, authorization: string, purpose = 'Serious violence duty'): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/sign-in`);
  await page.getByText('Sign in with a token').click();
  const form = page.locator('.sign-in-token');
  await form.getByLabel('Token').fill(authorization);
  await form.getByLabel('What are the figures for?').selectOption(purpose);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
}

/** Sees what health shows its own people: signed in as somebody else, as one of them, and as nobody. */
async function lookAtOversight(page: Page, system: NamedSystem): Promise<void> {
  const own = { organisation: 'nhs-london', scopes: ['health:audit'], purpose: null };
  await addOwnOrganisation(system.agency('health').store.sql, own.organisation);
  const overseen = `${system.url}/status/health`;
  await page.goto(overseen);
  expect(await page.locator('.notice-access').innerText()).toMatch(/^For named users\. .*the scope health:audit/);
  expect(await page.locator('table').count()).toBe(0);
  await keepToken(page, (await system.headersOf(own))['authorization'] ?? '', '');
  await page.goto(overseen);
  const newest = page.locator('.records tbody tr').first();
  expect(await newest.innerText()).toMatch(
    /hackney-council\s+somebody\s+Serious violence duty\s+.*violence-attendances\s+1\s+1\s+0\s+Answered$/s,
  );
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'What was loaded' }).click();
  await page.locator('.load').waitFor();
  expect(await page.locator('.counts').innerText()).toMatch(/^Rows read\s+1\s+Loaded\s+1/);
  expect(await page.locator('main').innerText()).not.toMatch(/\b40\b/);
  await page.locator('.load summary').click();
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await findOverflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: 'Who has looked here' }).click();
  expect(await page.locator('.records tbody tr', { hasText: 'Refused' }).innerText()).toMatch(/hackney-council/);
  expect(await findOverflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('nobody is signed in').waitFor();
  expect(await findBarriers(page)).toEqual([]);
}

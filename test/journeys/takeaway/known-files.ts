import { type RunningGateway, startGateway } from '@boroughgraph/gateway/server.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SharedSystem } from './shared-system.ts';
import { startKeptThread } from '@boroughgraph/gateway/testing/kept-threads.ts';

/** Asks again for a file that somebody has. */
export function testKnownFiles(shared: SharedSystem): void {
  describe('a file that somebody has', () => {
    const path = '/data/recorded-crime.csv?code=E09000012';

    let gateway: RunningGateway;
    beforeAll(async () => {
      const urls = Object.fromEntries([...shared.running.agencies].map(([name, { url }]) => [name, `${url}/graphql`]));
      gateway = await startGateway({
        urls,
        port: 0,
        logLevel: 'silent',
        costBudget: 30_000_000,
        startPlanningThread: startKeptThread,
      });
    });
    afterAll(() => gateway.close());

    async function ask(etag = '') {
      const response = await fetch(gateway.url + path, { headers: etag === '' ? {} : { 'if-none-match': etag } });
      const text = await response.text();
      // What is executed counts against the budget, and what is left of that is told.
      const isExecuted = response.headers.get('ratelimit') !== null;
      return { status: response.status, etag: response.headers.get('etag') ?? '', text, isExecuted };
    }

    it('is confirmed by the catalogues alone, until something is loaded or recalled', async () => {
      const agency = shared.agency('policing');
      const first = await ask();
      expect([first.status, first.isExecuted]).toEqual([200, true]);
      expect(await ask(first.etag)).toEqual({ status: 304, etag: first.etag, text: '', isExecuted: false });
      const later = await shared.publish({
        agency: 'policing',
        dataset: 'mps-recorded-crime-borough',
        lines: ['indicator,area,period,value', 'recorded-crime,Hackney,2025-12,310'],
        on: '2026-02-01',
      });
      const second = await ask(first.etag);
      expect([second.status, second.text.includes('2025-12'), second.etag === first.etag]).toEqual([200, true, false]);
      expect((await ask(second.etag)).isExecuted).toBe(false);
      await recallRelease(agency.store, later, 'a test');
      const third = await ask(second.etag);
      expect([third.status, third.etag, third.text]).toEqual([200, first.etag, first.text]);
    });

    it('is made again for whoever has another one, and where its agency has been started again', async () => {
      const agency = shared.agency('policing');
      const { etag } = await ask();
      expect((await ask('"other"')).isExecuted).toBe(true);
      await agency.stopServer();
      expect((await ask(etag)).status).toBe(503);
      await agency.startServer();
      expect(await ask(etag)).toMatchObject({ status: 304, isExecuted: true });
      expect(await ask(etag)).toMatchObject({ status: 304, isExecuted: false });
    });
  });
}

import { createServer } from '@boroughgraph/schema/http/http-server.ts';
import { expect, it } from 'vitest';
import { StoreActivity } from '../store/store-activity.ts';
import { openAgencyMetrics } from './agency-metrics.ts';

it('What an agency answers is counted, and what its store has to do', async () => {
  const app = createServer({ maxBodyBytes: 1_000, logger: false });
  app.get('/health', () => ({}));
  const activity = new StoreActivity(8);
  const failing = Promise.reject(new Error('no'));
  activity.count(failing);
  activity.count(new Promise(() => undefined));
  const door = await openAgencyMetrics({ agency: 'library', place: { host: '127.0.0.1', port: 0 }, app, activity });
  await app.inject('/health');
  const text = await (await fetch(`http://127.0.0.1:${door.port}/metrics`)).text();
  await door.close();
  await app.close();
  expect(text.split('\n').filter((line) => /^boroughgraph_(http|store)/.test(line))).toEqual([
    'boroughgraph_http_responses_total{route="/health",status="200",process="library"} 1',
    'boroughgraph_store_connections{process="library"} 8',
    'boroughgraph_store_statements{process="library"} 1',
    'boroughgraph_store_statements_total{process="library"} 2',
    'boroughgraph_store_failures_total{process="library"} 1',
  ]);
});

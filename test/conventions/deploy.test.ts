import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentedVariables } from '@boroughgraph/system/configuration/processes.ts';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const manifests = globSync('system/deploy/{Containerfile,*.yaml,*/*}', { cwd: root }).toSorted();
const counted = ['system/deploy/grafana-dashboard.json', 'system/deploy/prometheus/alerts.yaml'];

/** What is no variable of ours: Node's, those of the image of PostgreSQL, and the one by which the password comes into the compose file. */
const ofOthers: ReadonlySet<string> = new Set(['NODE_ENV', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'DATABASE_PASSWORD']);

it('finds the manifests', () => {
  expect(manifests.length).toBeGreaterThan(6);
});

it.each(manifests)('%s sets what is documented, and nothing else', (file) => {
  const names = read(file).matchAll(/\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|HOST|PORT|SAFELIST|EXECUTOR)\b/g);
  const unknown = [...names]
    .map(([name]) => name)
    .filter((name) => !documentedVariables().has(name) && !ofOthers.has(name));
  // Alerts have codes of errors beside.
  expect(unknown.filter((name) => !/^(GATEWAY_BUSY|AUDIT_UNAVAILABLE)$/.test(name))).toEqual([]);
});

it.each(counted)('%s shows what is counted, and nothing else', (file) => {
  const sources = ['gateway/src/metrics/gateway-metrics.ts', 'subgraphs/kit/src/server/agency-metrics.ts']
    .map(read)
    .join('\n');
  const names = [...read(file).matchAll(/\bboroughgraph_(\w+?)(?:_bucket)?\b/g)].map(([, name = '']) => name);
  const made = (name: string) =>
    sources.includes(name) || (name.startsWith('cache_') && sources.includes('cache_${part}'));
  expect(names.filter((name) => !made(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(5);
});

it('The runbook has each alert, and no other', () => {
  const alerts = [...read('system/deploy/prometheus/alerts.yaml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
  const headings = [...read('system/deploy/runbook.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
  expect(headings).toEqual(alerts);
});

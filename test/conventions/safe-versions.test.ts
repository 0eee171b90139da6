import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
}

// The form in which npm writes it.
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

const numbersOf = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
function isAtLeast(version: string, least: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(least)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at === -1 || (one[at] ?? 0) > (other[at] ?? 0);
}

it.each([
  // CVE-2024-43414, CVE-2025-32030, CVE-2025-32031 and, the last to be mended, CVE-2026-32621: objects that all share were written into.
  ['@apollo/gateway', '2.13.2'],
  ['@apollo/federation-internals', '2.13.2'],
  ['@apollo/query-planner', '2.13.2'],
  // CVE-2025-64530 and GHSA-m8jr-fxqx-8xx6: protected fields were reached through interfaces, and through @requires.
  ['@apollo/composition', '2.12.1'],
  // CVE-2026-23897 and GHSA-9q82-xgwf-vj6h: exotic charsets, and GET with other content types.
  ['@apollo/server', '5.5.0'],
])('%s is at least %s, every copy of it', (name, least) => {
  const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.filter(([, { version = '0' }]) => !isAtLeast(version, least))).toEqual([]);
});

it('compares versions by their numbers', () => {
  expect([isAtLeast('2.14.4', '2.9.0'), isAtLeast('2.9.0', '2.14.4'), isAtLeast('2.13.2', '2.13.2')]).toEqual([
    true,
    false,
    true,
  ]);
});

import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const sources = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));

it('Nothing but the check of callers reads a header that names somebody: what else decided by one would forget the other', () => {
  const reading = sources.filter((file) =>
    /headers(\.authorization|\['authorization'\]|\[apiKeyHeader\]|\['x-api-key'\])/.test(
      readFileSync(root + file, 'utf8'),
    ),
  );
  expect([sources.length > 100, reading]).toEqual([true, []]);
});

it('Every answer that varies by the token of its caller varies by all that names him', () => {
  const partly = sources.filter((file) => /vary[^;\n]*authorization/.test(readFileSync(root + file, 'utf8')));
  expect(partly).toEqual([]);
});

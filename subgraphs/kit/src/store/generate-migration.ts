import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Makes a migration from what changed in the tables since the last one: `npm run db:generate -- keep-coverage-of-cells`.
 */

const kit = fileURLToPath(new URL('../../', import.meta.url));
const migrations = () => globSync('src/store/migrations/*.sql', { cwd: kit }).map((file) => `${kit}${file}`);

const [name = ''] = process.argv.slice(2);
if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)) {
  console.error(`"${name}" names no migration: say what it does, as in npm run db:generate -- keep-coverage-of-cells`);
  process.exit(1);
}
const before = new Set(migrations());
// Its colours and questions need the terminal. npm has put its command on the path.
const { status } = spawnSync('drizzle-kit', ['generate', '--config', 'drizzle.config.ts', '--name', name], {
  cwd: kit,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
for (const file of migrations().filter((each) => !before.has(each)))
  // Each agency has a schema of its own, which its connection finds first.
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"public".', ''));
process.exit(status ?? 1);

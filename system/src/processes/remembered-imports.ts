/*
 * Loaded before the code of a server. Where Node keeps the code that it compiles, this keeps where each import led that `quick-imports.ts`
 * does not answer: to find that out anew, by the package.json of every package and link by link, was a third of the processor time in which
 * a server is loaded.
 */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { getCompileCacheDir, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openImportMemory } from './import-memory.ts';

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
/** Milliseconds from the first import that was not known until what was found is written: a start is over then. The rest is written at the end. */
const saveAfterMs = 5_000;

const folder = getCompileCacheDir();
const installation = describeInstallation();
if (folder !== undefined && installation !== null) remember(join(folder, nameFor(process.argv[1] ?? '')), installation);

function remember(file: string, of: string): void {
  const memory = openImportMemory(file, of);
  let timer: NodeJS.Timeout | undefined;
  process.once('exit', memory.save);
  registerHooks({
    resolve: (specifier, context, resolveNext) => {
      const { parentURL: parent = '', conditions } = context;
      const wanted = { specifier, parent, isRequire: conditions.includes('require') };
      const led = memory.find(wanted);
      if (led !== null) return { url: led[0], format: led[1], shortCircuit: true };
      const found = resolveNext(specifier, context);
      if (isOfCode(found.url)) {
        memory.note(wanted, [found.url, found.format ?? null]);
        timer ??= setTimeout(memory.save, saveAfterMs).unref();
      }
      return found;
    },
  });
}

/** What is built into Node is found at once, and data are told apart by what stands beside their import. */
function isOfCode(url: string): boolean {
  return url.startsWith('file:') && /\.[cm]?[jt]s$/.test(url);
}

/** One for each program. */
function nameFor(program: string): string {
  return `imports-${createHash('sha256').update(program).digest('base64url').slice(0, 16)}.json`;
}

/** All by which an import of the same words may lead elsewhere; null where npm has not written down what it installed. */
function describeInstallation(): string | null {
  const own = join(modules, '@boroughgraph');
  const written = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  if (written === undefined) return null;
  const packages = readdirSync(own).map((name) => statSync(join(own, name, 'package.json')));
  const changes = [written, ...packages].map(({ mtimeMs, size }) => `${mtimeMs} ${size}`);
  return [process.version, process.env['NODE_OPTIONS'] ?? '', modules, ...changes].join('\n');
}

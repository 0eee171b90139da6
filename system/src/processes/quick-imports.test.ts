import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const quickImports = new URL('quick-imports.ts', import.meta.url).href;
const packages = ['kit', 'schema', 'gateway', 'system', 'policing'];
const folders = ['subgraphs/kit', 'schema', 'gateway', 'system', 'subgraphs/policing'];

/** What a program prints that runs beside this file. */
async function output(program: string, ...flags: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...flags, '--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
  });
  return stdout;
}

const doors = packages.flatMap((name, index) => {
  const file = new URL(`../../../${folders[index] ?? ''}/package.json`, import.meta.url);
  const { exports = {} } = JSON.parse(readFileSync(file, 'utf8')) as { exports?: Record<string, string> };
  return Object.keys(exports).map((door) => `@boroughgraph/${name}/${door.slice(2)}`);
});

describe('quick imports', () => {
  it('lead where Node finds each door of ours, and each module beside another', async () => {
    const wanted = [...doors, './service.ts', '../terminal.ts', 'zod', 'postgres'];
    const program = `for (const door of ${JSON.stringify(wanted)}) console.log(import.meta.resolve(door))`;
    const quick = await output(program, '--import', quickImports);
    expect(quick.split('\n').length).toBeGreaterThan(100);
    expect(quick).toBe(await output(program));
  });

  it('open no door that a package does not have', async () => {
    const program = `await import('@boroughgraph/kit/nowhere.ts').catch(({ code }) => console.log(code))`;
    expect(await output(program, '--import', quickImports)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});

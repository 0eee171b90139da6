import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeTypes } from '../../examples/dashboard/make-types.ts';
import type { SharedSystem } from './shared-system.ts';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Whether a command that says its version is at hand. */
async function isThere(command: string, ...given: readonly string[]): Promise<boolean> {
  return run(command, given, { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

const pandasPython = process.env['PANDAS_PYTHON'] ?? 'python3';
const [hasPython, hasPandas, hasR] = await Promise.all([
  isThere('python3', '--version'),
  isThere(pandasPython, '-c', 'import pandas, pyarrow'),
  isThere('Rscript', '--version'),
]);

/** Runs the scripts that bring figures into a tool, where the tool is at hand. */
export function testExamples(shared: SharedSystem): void {
  const expected = async () => {
    const { data } = await shared.running.ask(
      '{ borough(code: "E09000012") { crime { recorded { observations { value } } } } }',
    );
    const { borough } = data as unknown as {
      borough: { crime: { recorded: { observations: { value: number | null }[] } } };
    };
    const values = borough.crime.recorded.observations.map(({ value }) => value);
    return [values.length, values.reduce<number>((sum, value) => sum + (value ?? 0), 0)];
  };
  const printed = async (command: string, ...given: readonly string[]) => {
    const { stdout } = await run(command, given, { timeout: 60_000 });
    return stdout.trim().split(/\s+/).map(Number);
  };

  describe('an example', () => {
    const scripts = [
      ['standard_library.py', 'python3', hasPython],
      ['data_frame.py', pandasPython, hasPandas],
      ['data-frame.R', 'Rscript', hasR],
      ['browser.js', process.execPath, true],
    ] as const;
    for (const [file, command, isAtHand] of scripts)
      it.skipIf(!isAtHand)(`${file} reads what JSON has`, async () => {
        expect(await printed(command, folder + file, shared.running.url)).toEqual(await expected());
      });

    it('dashboard.ts is a page of what JSON has, by types that are those of its operation', async () => {
      const types = await readFile(
        new URL('../../examples/dashboard/generated/recorded-crime.ts', import.meta.url),
        'utf8',
      );
      expect(await makeTypes()).toBe(types);
      const { stdout } = await run(process.execPath, [`${folder}dashboard/dashboard.ts`, shared.running.url]);
      const [, total] = await expected();
      const figures = [...stdout.matchAll(/<td>([\d,]+)(?: <small>[^<]*<\/small>)*<\/td>/g)];
      expect(figures.reduce((sum, [, figure = '']) => sum + Number(figure.replaceAll(',', '')), 0)).toBe(total);
    });

    it.skipIf(!hasPandas)('release_file.py reads one borough out of the file of a release', async () => {
      const lines = ['E09000012', 'E09000033'].map((code, at) => `police-officers,${code},CY2018,${400 + at}`);
      const of = { agency: 'policing', dataset: 'officers-per-borough', on: '2019-01-01' };
      const release = await shared.publish({ ...of, lines: ['indicator,area,period,value', ...lines] });
      const script = `${folder}release_file.py`;
      expect(await printed(pandasPython, script, shared.running.url, release)).toEqual([1, 400]);
    });
  });
}

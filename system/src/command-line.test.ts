import { describe, expect, test } from 'vitest';
import { findAgencyName } from './agency-names.ts';
import { parseCommandLine, usage } from './command-line.ts';

describe('What a person may type', () => {
  test('start starts everything', () => {
    expect(parse('start')).toEqual({ kind: 'start', only: null });
  });

  test('start with an agency starts its subgraph alone', () => {
    expect(parse('start health')).toMatchObject({ kind: 'start', only: { slug: 'health', schema: 'health' } });
  });

  test('load with one name loads a manifest', () => {
    expect(parse('load files/manifest.json --dry-run')).toEqual({
      kind: 'load-manifest',
      manifest: 'files/manifest.json',
      isDryRun: true,
      acceptRejects: false,
    });
  });

  test('load with an agency, a dataset and a file loads one file, with its references', () => {
    const line =
      'load policing street f.csv --published-at 2025-12-15 --reference lsoas=l.csv --reference a=b=c --accept-rejects';
    expect(parse(line)).toEqual({
      kind: 'load-file',
      agency: 'policing',
      dataset: 'street',
      file: 'f.csv',
      publishedAt: '2025-12-15',
      references: { lsoas: 'l.csv', a: 'b=c' },
      isDryRun: false,
      acceptRejects: true,
    });
  });

  test('migrate and --help', () => {
    expect([parse('migrate'), parse('migrate health'), parse('--help'), parse('load -h')]).toEqual([
      { kind: 'migrate', only: null },
      { kind: 'migrate', only: findAgencyName('health') },
      { kind: 'help' },
      { kind: 'help' },
    ]);
  });
});

describe('What is refused, with one line, the usage and exit code 2', () => {
  test.each([
    ['', 'expected start, load or migrate'],
    ['begin', 'expected start, load or migrate, but was given "begin"'],
    ['start hospital', '"hospital" is no agency: expected policing, criminal-justice, health, local-authority'],
    ['start health policing', 'start takes one agency at most, but was given "health policing"'],
    ['start --dry-run', 'start takes no option --dry-run'],
    ['migrate health policing', 'migrate takes one agency at most, but was given "health policing"'],
    ['load', 'load takes a manifest, or an agency, a dataset and a file; it was given 0 names'],
    ['load policing street', 'load takes a manifest, or an agency, a dataset and a file; it was given 2 names'],
    ['load policing street f.csv', 'a single file needs --published-at YYYY-MM-DD, the day on which it was published'],
    [
      'load policing street f.csv --published-at 2025-02-30',
      '--published-at is "2025-02-30", but must be a day such as 2025-12-15',
    ],
    [
      'load policing street f.csv --published-at 2025-12-15 --reference lsoas',
      '--reference is "lsoas", but must be name=FILE',
    ],
    [
      'load m.json --published-at 2025-12-15',
      'a manifest says itself when its files were published and what they refer to: leave out --published-at and --reference',
    ],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(expect.objectContaining({ message: `${message}\n${usage}`, exitCode: 2 }));
  });

  test('an option that does not exist', () => {
    expect(() => parse('load m.json --fast')).toThrow(/^Unknown option '--fast'/);
  });
});

function parse(line: string) {
  return parseCommandLine(line.split(' ').filter((word) => word !== ''));
}

import { describe, expect, it } from 'vitest';
import { agencyNames, findAgencyName } from './agency-names.ts';
import { parseCommandLine } from './command-line.ts';
import { usage } from './command-usage.ts';

const noAgency = `"hospital" is no agency: expected ${agencyNames.map(({ slug }) => slug).join(', ')}`;

describe('What a person may type', () => {
  it('start starts everything', () => {
    expect(parse('start')).toEqual({ kind: 'start', only: null, isEmbedded: false, isSampleWanted: true });
    expect(parse('start --no-sample')).toMatchObject({ only: null, isEmbedded: false, isSampleWanted: false });
    expect(parse('start --embedded')).toMatchObject({ only: null, isEmbedded: true, isSampleWanted: true });
  });

  it('start with an agency starts its subgraph alone', () => {
    expect(parse('start health')).toMatchObject({ kind: 'start', only: { slug: 'health', schema: 'health' } });
  });

  it('load with one name loads a manifest', () => {
    expect(parse('load files/manifest.json --dry-run')).toEqual({
      kind: 'load-manifest',
      manifest: 'files/manifest.json',
      isDryRun: true,
      acceptRejects: false,
      reinstateRecalled: false,
      confirmRevision: false,
      page: null,
    });
  });

  it('load with an agency, a dataset and a file loads one file, with its references', () => {
    const line =
      'load policing street f.csv --published-at 2025-12-15 --reference lsoas=l.csv --reference a=b=c --accept-rejects --confirm-revision --html out.html';
    expect(parse(line)).toEqual({
      kind: 'load-file',
      agency: 'policing',
      dataset: 'street',
      file: 'f.csv',
      publishedAt: '2025-12-15',
      references: { lsoas: 'l.csv', a: 'b=c' },
      embargoUntil: null,
      replacesWhole: false,
      isDryRun: false,
      acceptRejects: true,
      reinstateRecalled: false,
      confirmRevision: true,
      page: 'out.html',
    });
  });

  it.each([
    ['2026-12-01T09:30:00Z', '2026-12-01T09:30:00.000Z'],
    ['2026-07-01T09:30:00+01:00', '2026-07-01T08:30:00.000Z'],
    ['2026-07-01T09:30', '2026-07-01T08:30:00.000Z'],
  ])('load hides a file until %s, which is in London where no zone is named', (given, embargoUntil) => {
    const line = `load policing street f.csv --published-at 2026-07-01 --embargo-until ${given} --reinstate`;
    expect(parse(line)).toMatchObject({ embargoUntil, reinstateRecalled: true });
  });

  it('token names whom it is for, and agreements are listed, added and ended', () => {
    expect(parse('token --scope health:restricted --purpose RESEARCH --organisation hackney-council')).toEqual({
      kind: 'token',
      organisation: 'hackney-council',
      scopes: ['health:restricted'],
      purposes: ['RESEARCH'],
    });
    expect(['agreements health', 'agreements health add a.json', 'agreements health end a'].map(parse)).toMatchObject([
      { kind: 'agreements', agency: { slug: 'health' }, action: { kind: 'list' } },
      { action: { kind: 'add', file: 'a.json' } },
      { action: { kind: 'end', id: 'a' } },
    ]);
    expect(parse('agreements health own nhs-london')).toMatchObject({
      action: { kind: 'own', organisation: 'nhs-london' },
    });
  });

  it('keys and administrators are of an organisation', () => {
    expect(
      parse('keys hackney-council add --scope health:restricted --purpose RESEARCH --role dashboard --days 7'),
    ).toEqual({
      kind: 'keys',
      organisation: 'hackney-council',
      action: { kind: 'add', role: 'dashboard', scopes: ['health:restricted'], purposes: ['RESEARCH'], days: 7 },
    });
    expect(
      [
        'keys a',
        'keys a revoke b',
        'administrators a',
        'administrators a add anna --scope b',
        'administrators a end anna',
      ].map(parse),
    ).toEqual([
      { kind: 'keys', organisation: 'a', action: { kind: 'list' } },
      { kind: 'keys', organisation: 'a', action: { kind: 'revoke', id: 'b' } },
      { kind: 'administrators', organisation: 'a', action: { kind: 'list' } },
      { kind: 'administrators', organisation: 'a', action: { kind: 'add', subject: 'anna', scopes: ['b'] } },
      { kind: 'administrators', organisation: 'a', action: { kind: 'end', subject: 'anna' } },
    ]);
  });

  it('recall takes an agency, a release and a reason', () => {
    expect(
      parseCommandLine(['recall', 'health', 'waits@2025-01-31.0a1b2c3d', '--reason', ' two rows were swapped ']),
    ).toEqual({
      kind: 'recall',
      agency: findAgencyName('health'),
      releaseId: 'waits@2025-01-31.0a1b2c3d',
      reason: 'two rows were swapped',
    });
  });

  it('load --template takes a dataset, and a file that it writes', () => {
    expect([parse('load --template street'), parse('load --template street new.csv')]).toEqual([
      { kind: 'template', dataset: 'street', path: null },
      { kind: 'template', dataset: 'street', path: 'new.csv' },
    ]);
  });

  it('releases takes an agency, a dataset, or both', () => {
    const agency = findAgencyName('health');
    const lines = ['releases', 'releases health', 'releases waits', 'releases health waits'];
    expect(lines.map(parse)).toEqual([
      { kind: 'releases', agency: null, dataset: null },
      { kind: 'releases', agency, dataset: null },
      { kind: 'releases', agency: null, dataset: 'waits' },
      { kind: 'releases', agency, dataset: 'waits' },
    ]);
  });

  it('migrate and --help', () => {
    expect([parse('migrate'), parse('migrate health'), parse('--help'), parse('load -h')]).toEqual([
      { kind: 'migrate', only: null },
      { kind: 'migrate', only: findAgencyName('health') },
      { kind: 'help' },
      { kind: 'help' },
    ]);
  });
});

describe('The audit', () => {
  it('is read for an agency, since a day, and is verified against what was noted', () => {
    const agency = findAgencyName('health');
    expect(
      ['audit --agency health --since 2026-11-01', 'audit-verify', 'audit-verify --noted heads.txt'].map(parse),
    ).toEqual([
      { kind: 'audit', agency, since: '2026-11-01', isDifferencing: false },
      { kind: 'audit-verify', noted: null },
      { kind: 'audit-verify', noted: 'heads.txt' },
    ]);
  });

  it.each([
    [
      'start health --embedded',
      '--embedded is the gateway and all agencies in one process, and health alone is one: leave out one of them',
    ],
    ['audit', 'audit needs --agency'],
    ['audit --agency health --since yesterday', '--since is "yesterday"'],
    ['audit-verify --agency health', 'audit-verify takes no option --agency'],
  ])('%s is refused', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});

describe('What npm kept for itself', () => {
  const byNpm = { npm_lifecycle_event: 'load', npm_config_dry_run: 'true' };

  it('stops the command before it publishes, and says how to write it', () => {
    expect(() => parseCommandLine(['load', 'manifest.json'], byNpm)).toThrow(
      'npm kept --dry-run for itself, and nothing was done: write -- before the options, as in npm run load -- … --dry-run\nUsage:',
    );
  });

  it.each(['start', 'migrate', 'recall health waits@2025-01-31.0a1b2c3d'])('stops %s too', (line) => {
    expect(() => parseCommandLine(line.split(' '), byNpm)).toThrow('npm kept --dry-run for itself');
  });
});

describe('What is refused, with one line, the usage and exit code 2', () => {
  it.each([
    [
      '',
      'expected start, load, releases, recall, token, agreements, keys, administrators, audit, audit-verify, retention, critic, watch, webhooks, config or migrate',
    ],
    [
      'begin',
      'expected start, load, releases, recall, token, agreements, keys, administrators, audit, audit-verify, retention, critic, watch, webhooks, config or migrate, but was given "begin"',
    ],
    ['start hospital', noAgency],
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
      'a manifest says itself when its files were published, what they refer to, what they replace and until when they are hidden: leave out --published-at',
    ],
    [
      'load m.json --embargo-until 2026-12-01T09:30Z',
      'a manifest says itself when its files were published, what they refer to, what they replace and until when they are hidden: leave out --embargo-until',
    ],
    [
      'load policing street f.csv --published-at 2026-12-01 --embargo-until tomorrow',
      '--embargo-until is "tomorrow": expected an instant such as 2026-12-01T09:30:00Z, or 2026-12-01T09:30 in London',
    ],
    ['load m.json --reason wrong', 'load takes no option --reason'],
    ['load --template street a.csv b.csv', 'load --template takes a dataset and one file at most: leave out b.csv'],
    ['load --template street --dry-run', 'load --template takes no option --dry-run'],
    ['releases hospital waits', noAgency],
    ['releases --dry-run', 'releases takes no option --dry-run'],
    ['recall health', 'recall takes an agency and the id of a release; it was given 1 names'],
    ['recall hospital r --reason wrong', noAgency],
    ['recall health r', 'recall needs --reason "…": it stands beside the release for everybody to read'],
    ['recall health r --reason=', 'recall needs --reason "…": it stands beside the release for everybody to read'],
    [`recall health r --reason ${'x'.repeat(501)}`, '--reason must be one line of at most 500 characters'],
    ['token --purpose RESEARCH', 'token needs --scope, such as --scope health:restricted'],
    [
      'token --scope health:restricted --purpose CURIOSITY',
      '--purpose is "CURIOSITY", but must be one of STRATEGIC_ASSESSMENT, PERFORMANCE, SERVICE_PLANNING, SERIOUS_VIOLENCE_DUTY, RESEARCH, PUBLIC_INFORMATION',
    ],
    ['agreements', 'agreements needs an agency'],
    [
      'agreements health remove a',
      'agreements takes an agency, and then add with a file, end with the id of an agreement, or own or disown with an organisation',
    ],
    ['keys', 'keys needs an organisation, such as hackney-council'],
    ['keys Hackney', 'keys needs an organisation, such as hackney-council'],
    ['keys hackney-council add --purpose RESEARCH', 'keys add needs --scope, such as --scope health:restricted'],
    ['keys a add --scope b --days 366', '--days is "366", but must be a whole number from 1 to 365'],
    ['keys a add --scope b --days 1e2', '--days is "1e2", but must be a whole number from 1 to 365'],
    ['keys a revoke b --scope c', 'keys takes no option --scope'],
    ['keys a revoke', 'keys takes an organisation, and then add with options or revoke with the id of a key'],
    ['administrators a add anna', 'administrators add needs --scope, such as --scope health:restricted'],
    [
      'administrators a add key:1 --scope b',
      '"key:1" is nobody whom a token can name: expected up to 200 characters, not beginning with "key:"',
    ],
    [
      'administrators a remove anna',
      'administrators takes an organisation, and then add, confirm or end with somebody, as tokens name him',
    ],
    ['recall health r --dry-run', 'recall takes no option --dry-run'],
  ])('%s', (line, message) => {
    expect(() => parse(line)).toThrow(expect.objectContaining({ message: `${message}\n${usage}`, exitCode: 2 }));
  });

  it('an option that does not exist', () => {
    expect(() => parse('load m.json --fast')).toThrow(/^Unknown option '--fast'/);
  });
});

function parse(line: string) {
  return parseCommandLine(line.split(' ').filter((word) => word !== ''));
}

import { expect, it } from 'vitest';
import { lostOptions } from './lost-options.ts';

const known = ['dry-run', 'accept-rejects', 'reason'];
const byNpm = { npm_lifecycle_event: 'load' };

it.each([
  ['a switch that npm knows', { npm_config_dry_run: 'true' }, ['--dry-run']],
  ['one that it does not know', { npm_config_accept_rejects: 'true' }, ['--accept-rejects']],
  ['one with a value', { npm_config_reason: 'wrong columns' }, ['--reason']],
  ['one that is spelt in one word', { npm_config_dryrun: 'true' }, ['--dry-run']],
  ['one in capital letters', { NPM_CONFIG_DRY_RUN: 'true' }, ['--dry-run']],
  ['one that is switched off', { npm_config_dry_run: 'false', npm_config_reason: '' }, []],
  ['one that npm knows and no command has', { npm_config_force: 'true' }, ['--force']],
  ['one that nobody has', { npm_config_preview: 'true' }, ['--preview']],
  ['one that is misspelt', { npm_config_dryrn: 'true' }, ['--dryrn']],
  ['a misspelt one with a value', { npm_config_reasn: 'wrong columns' }, ['--reasn']],
  ['settings of npm itself', { npm_config_cache: '/tmp', npm_config_user_agent: 'npm', npm_config_yes: 'true' }, []],
  ['settings of what npm installs', { npm_config_build_from_source: 'true', npm_config_sharp_host: 'https://x' }, []],
])('Of what npm left, it finds %s', (_what, left, lost) => {
  expect(lostOptions(known, ['load', 'manifest.json'], { ...byNpm, ...left })).toEqual(lost);
});

it('An option that reached the program too is not lost', () => {
  const left = { ...byNpm, npm_config_dry_run: 'true', npm_config_reason: 'x' };
  expect(lostOptions(known, ['load', 'm.json', '--dry-run', '--reason=x'], left)).toEqual([]);
});

it('Nothing is lost where npm did not start the program', () => {
  expect(lostOptions(known, ['load', 'm.json'], { npm_config_dry_run: 'true' })).toEqual([]);
});

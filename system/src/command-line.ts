import { parseArgs } from 'node:util';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import {
  type AgreementsCommand,
  type AuditCommand,
  parseAgreements,
  parseAudit,
  parseAuditVerify,
  parseToken,
  type TokenToMake,
} from './access-commands.ts';
import { type AdministratorsCommand, type KeysCommand, parseAdministrators, parseKeys } from './directory-commands.ts';
import { findAgencyName, type AgencyName } from './agency-names.ts';
import { type LoadCommand, parseLoad, parseTemplate, type TemplateCommand } from './load-commands.ts';
import { misuse, parseAgency, refuseOptions } from './command-usage.ts';
import { lostOptions } from './lost-options.ts';
import { describeError } from './problem.ts';

/** What a person asked for on the command line. */
export type CliCommand =
  | { readonly kind: 'help' }
  | ({ readonly kind: 'start' } & WhatToStart)
  | { readonly kind: 'migrate'; readonly only: AgencyName | null }
  | LoadCommand
  | TemplateCommand
  | { readonly kind: 'releases'; readonly agency: AgencyName | null; readonly dataset: string | null }
  | ({ readonly kind: 'recall' } & ReleaseToRecall)
  | { readonly kind: 'critic' }
  | { readonly kind: 'retention' }
  | { readonly kind: 'watch' | 'webhooks'; readonly isOnce: boolean }
  | { readonly kind: 'config' }
  | ({ readonly kind: 'token' } & TokenToMake)
  | ({ readonly kind: 'agreements' } & AgreementsCommand)
  | ({ readonly kind: 'keys' } & KeysCommand)
  | ({ readonly kind: 'administrators' } & AdministratorsCommand)
  | ({ readonly kind: 'audit' } & AuditCommand)
  | { readonly kind: 'audit-verify'; readonly noted: string | null };

/** What `start` runs. */
export interface WhatToStart {
  readonly only: AgencyName | null;
  /** Whether all servers run in one process. */
  readonly isEmbedded: boolean;
  readonly isSampleWanted: boolean;
}

/** A release that is to be in no answer any more, and why. */
export interface ReleaseToRecall {
  readonly agency: AgencyName;
  readonly releaseId: string;
  readonly reason: string;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  'no-sample': { type: 'boolean' },
  embedded: { type: 'boolean' },
  'published-at': { type: 'string' },
  reference: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  'accept-rejects': { type: 'boolean' },
  reinstate: { type: 'boolean' },
  'confirm-revision': { type: 'boolean' },
  html: { type: 'string' },
  template: { type: 'string' },
  whole: { type: 'boolean' },
  'embargo-until': { type: 'string' },
  reason: { type: 'string' },
  scope: { type: 'string', multiple: true },
  purpose: { type: 'string', multiple: true },
  organisation: { type: 'string' },
  role: { type: 'string' },
  days: { type: 'string' },
  agency: { type: 'string' },
  since: { type: 'string' },
  noted: { type: 'string' },
  differencing: { type: 'boolean' },
  once: { type: 'boolean' },
} as const;

const commands =
  'start, load, releases, recall, token, agreements, keys, administrators, audit, audit-verify, retention, critic, watch, webhooks, config or migrate';

type Parsed = ReturnType<typeof parseOptions>;

/**
 * The command that the arguments spell. The environment tells which options npm kept for itself.
 *
 * @throws {Problem} with exit code 2, saying what was expected in place of what.
 */
export function parseCommandLine(programArguments: readonly string[], environment: Environment = {}): CliCommand {
  refuseLostOptions(programArguments, environment);
  const parsed = parseOptions(programArguments);
  const [command, ...rest] = parsed.positionals;
  if (parsed.values.help === true) return { kind: 'help' };
  switch (command) {
    case 'start':
      return parseStart(parsed, rest);
    case 'load':
      return parsed.values.template === undefined ? parseLoad(parsed, rest) : parseTemplate(parsed, rest);
    case 'releases':
      return { kind: 'releases', ...parseReleases(parsed, rest) };
    case 'migrate':
      refuseOptions(parsed, 'migrate', []);
      return { kind: 'migrate', only: parseOnly('migrate', rest) };
    case 'recall':
      return { kind: 'recall', ...parseRecall(parsed, rest) };
    case 'token':
      return { kind: 'token', ...parseToken(parsed, rest) };
    case 'agreements':
      return { kind: 'agreements', ...parseAgreements(parsed, rest) };
    case 'keys':
      return { kind: 'keys', ...parseKeys(parsed, rest) };
    case 'administrators':
      return { kind: 'administrators', ...parseAdministrators(parsed, rest) };
    case 'audit':
      return { kind: 'audit', ...parseAudit(parsed, rest) };
    case 'audit-verify':
      return { kind: 'audit-verify', ...parseAuditVerify(parsed, rest) };
    case 'config':
    case 'critic':
    case 'retention':
    case 'watch':
    case 'webhooks':
      return parseAlone(command, parsed, rest);
    default:
      throw misuse(`expected ${commands}${command === undefined ? '' : `, but was given "${command}"`}`);
  }
}

function parseStart(parsed: Parsed, rest: readonly string[]): CliCommand {
  refuseOptions(parsed, 'start', ['no-sample', 'embedded']);
  const only = parseOnly('start', rest);
  const isEmbedded = parsed.values.embedded === true;
  if (isEmbedded && only !== null)
    throw misuse(
      `--embedded is the gateway and all agencies in one process, and ${only.slug} alone is one: leave out one of them`,
    );
  return { kind: 'start', only, isEmbedded, isSampleWanted: parsed.values['no-sample'] !== true };
}

function parseAlone(
  kind: 'config' | 'critic' | 'retention' | 'watch' | 'webhooks',
  parsed: Parsed,
  rest: readonly string[],
): CliCommand {
  const staysOn = kind === 'watch' || kind === 'webhooks';
  refuseOptions(parsed, kind, staysOn ? ['once'] : []);
  if (rest.length > 0) throw misuse(`${kind} is of all agencies and takes no names, but was given "${rest.join(' ')}"`);
  return staysOn ? { kind, isOnce: parsed.values.once === true } : { kind };
}

/** A command that is about to publish must not lose a word: without `--dry-run` it would load. */
function refuseLostOptions(programArguments: readonly string[], environment: Environment): void {
  const lost = lostOptions(Object.keys(options), programArguments, environment);
  if (lost.length === 0) return;
  const script = environment['npm_lifecycle_event'] ?? '';
  throw misuse(
    `npm kept ${lost.join(' and ')} for itself, and nothing was done: write -- before the options, as in npm run ${script} -- … ${lost.join(' ')}`,
  );
}

function parseOptions(programArguments: readonly string[]) {
  try {
    return parseArgs({ args: [...programArguments], options, allowPositionals: true });
  } catch (error) {
    throw misuse(describeError(error));
  }
}

/** The one agency that a command is narrowed to; null when it is about all. */
function parseOnly(command: string, rest: readonly string[]): AgencyName | null {
  const [slug, ...more] = rest;
  if (more.length > 0) throw misuse(`${command} takes one agency at most, but was given "${rest.join(' ')}"`);
  return slug === undefined ? null : parseAgency(slug);
}

/** Characters of a reason at most: everybody reads it, beside the release. */
const maximumReason = 500;

function parseRecall(parsed: Parsed, rest: readonly string[]): ReleaseToRecall {
  refuseOptions(parsed, 'recall', ['reason']);
  const [slug, releaseId, ...more] = rest;
  if (slug === undefined || releaseId === undefined || more.length > 0)
    throw misuse(`recall takes an agency and the id of a release; it was given ${rest.length} names`);
  const agency = parseAgency(slug);
  const reason = parsed.values.reason?.trim() ?? '';
  if (reason === '') throw misuse('recall needs --reason "…": it stands beside the release for everybody to read');
  if (reason.length > maximumReason || /\p{Cc}/u.test(reason))
    throw misuse(`--reason must be one line of at most ${maximumReason} characters`);
  return { agency, releaseId, reason };
}

/** An agency, a dataset, both or none: no dataset has the name of an agency. */
function parseReleases(parsed: Parsed, rest: readonly string[]) {
  refuseOptions(parsed, 'releases', []);
  const [first, second, ...more] = rest;
  if (more.length > 0)
    throw misuse(`releases takes an agency and a dataset at most; it was given ${rest.length} names`);
  if (first === undefined) return { agency: null, dataset: null };
  if (second !== undefined) return { agency: parseAgency(first), dataset: second };
  const agency = findAgencyName(first);
  return agency === null ? { agency, dataset: first } : { agency, dataset: null };
}

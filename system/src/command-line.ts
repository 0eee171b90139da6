import { parseArgs } from 'node:util';
import { instantOf } from '@boroughgraph/kit/loading/embargo.ts';
import type { Environment } from '@boroughgraph/schema/process/environment.ts';
import { z } from 'zod';
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
import { misuse, parseAgency, refuseOptions } from './command-usage.ts';
import { lostOptions } from './lost-options.ts';
import { describeError } from './problem.ts';

/** What a person asked for on the command line. */
export type CliCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'start'; readonly only: AgencyName | null; readonly isSampleWanted: boolean }
  | { readonly kind: 'migrate'; readonly only: AgencyName | null }
  | ({ readonly kind: 'load-manifest'; readonly manifest: string } & LoadSwitches)
  | ({ readonly kind: 'load-file' } & FileToLoad & LoadSwitches)
  | { readonly kind: 'template'; readonly dataset: string; readonly path: string | null }
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

/** A release that is to be in no answer any more, and why. */
export interface ReleaseToRecall {
  readonly agency: AgencyName;
  readonly releaseId: string;
  readonly reason: string;
}

/** How files are loaded. */
export interface LoadSwitches {
  /** Read and report, store nothing. */
  readonly isDryRun: boolean;
  /** Publish the rows that could be read although others could not. */
  readonly acceptRejects: boolean;
  /** Load files again that were recalled. */
  readonly reinstateRecalled: boolean;
  /** Load files that change most of what they answer in the place of. */
  readonly confirmRevision: boolean;
  /** Where the reports are written as a page, too; null for nowhere. */
  readonly page: string | null;
}

/** One file as named on the command line, its parts not yet looked up. */
export interface FileToLoad {
  readonly agency: string;
  readonly dataset: string;
  readonly file: string;
  readonly publishedAt: string;
  readonly references: Readonly<Record<string, string>>;
  /** The instant before which nobody may see it, in ISO 8601 and UTC; null for none. */
  readonly embargoUntil: string | null;
  /** Whether it is meant to change most of what it answers in the place of. @default false */
  readonly confirmRevision?: boolean | undefined;
  /** Whether it is the whole of its periods, so that a place that it leaves out has no figure any more. @default false */
  readonly replacesWhole?: boolean | undefined;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  'no-sample': { type: 'boolean' },
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
  refuseOptions(parsed, 'start', ['no-sample']);
  return { kind: 'start', only: parseOnly('start', rest), isSampleWanted: parsed.values['no-sample'] !== true };
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

function parseTemplate(parsed: Parsed, [path, ...more]: readonly string[]): CliCommand {
  refuseOptions(parsed, 'load --template', ['template']);
  if (more.length > 0)
    throw misuse(`load --template takes a dataset and one file at most: leave out ${more.join(' ')}`);
  return { kind: 'template', dataset: parsed.values.template ?? '', path: path ?? null };
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

function parseLoad({ values, positionals }: Parsed, rest: readonly string[]): CliCommand {
  if (values.reason !== undefined) throw misuse('load takes no option --reason');
  const switches = {
    isDryRun: values['dry-run'] === true,
    acceptRejects: values['accept-rejects'] === true,
    reinstateRecalled: values.reinstate === true,
    confirmRevision: values['confirm-revision'] === true,
    page: values.html ?? null,
  };
  const [first, dataset, file] = rest;
  if (rest.length === 1 && first !== undefined) {
    const [given] = (['published-at', 'reference', 'embargo-until', 'whole'] as const).filter((name) => name in values);
    if (given !== undefined)
      throw misuse(
        `a manifest says itself when its files were published, what they refer to, what they replace and until when they are hidden: leave out --${given}`,
      );
    return { kind: 'load-manifest', manifest: first, ...switches };
  }
  if (rest.length !== 3 || first === undefined || dataset === undefined || file === undefined)
    throw misuse(
      `load takes a manifest, or an agency, a dataset and a file; it was given ${positionals.length - 1} names`,
    );
  const publishedAt = parsePublishedAt(values['published-at']);
  return {
    kind: 'load-file',
    agency: first,
    dataset,
    file,
    publishedAt,
    references: parseReferences(values.reference),
    embargoUntil: parseEmbargo(values['embargo-until']),
    replacesWhole: values.whole === true,
    ...switches,
  };
}

function parsePublishedAt(text: string | undefined): string {
  if (text === undefined)
    throw misuse('a single file needs --published-at YYYY-MM-DD, the day on which it was published');
  if (!z.iso.date().safeParse(text).success)
    throw misuse(`--published-at is "${text}", but must be a day such as 2025-12-15`);
  return text;
}

function parseEmbargo(text: string | undefined): string | null {
  if (text === undefined) return null;
  const instant = instantOf(text);
  if (instant.kind === 'instant') return instant.utc;
  throw misuse(`--embargo-until is "${text}": expected ${instant.expected}`);
}

function parseReferences(texts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name === undefined || file === undefined) throw misuse(`--reference is "${text}", but must be name=FILE`);
      return [name, file] as const;
    }),
  );
}

import { isPurpose, type Purpose, purposes } from '@boroughgraph/schema/wire/purposes.ts';
import { z } from 'zod';
import type { AgencyName } from './agency-names.ts';
import { misuse, parseAgency, refuseOptions } from './command-usage.ts';

/** Whom a token for development is to name, and what he may do. */
export interface TokenToMake {
  readonly organisation: string;
  readonly scopes: readonly string[];
  readonly purposes: readonly Purpose[];
}

/** Of whose restricted data is listed who asked for it, and since when. */
export interface AuditCommand {
  readonly agency: AgencyName;
  /** The first day, in UTC; null for all. */
  readonly since: string | null;
  /** Whether those are named who have asked for a total and all its parts but one. */
  readonly isDifferencing: boolean;
}

/** What is to be done with the agreements of an agency. */
export interface AgreementsCommand {
  readonly agency: AgencyName;
  readonly action:
    | { readonly kind: 'list' }
    | { readonly kind: 'add'; readonly file: string }
    | { readonly kind: 'end'; readonly id: string }
    | { readonly kind: 'own' | 'disown'; readonly organisation: string };
}

/** The options that these commands take, as they were typed. */
interface Parsed {
  readonly values: {
    readonly scope?: readonly string[] | undefined;
    readonly purpose?: readonly string[] | undefined;
    readonly organisation?: string | undefined;
    readonly agency?: string | undefined;
    readonly since?: string | undefined;
    readonly noted?: string | undefined;
    readonly differencing?: boolean | undefined;
  };
}

/** Who asks where nobody is named. */
const developingOrganisation = 'development';

/** @throws {Problem} saying what was expected in place of what. */
export function parseToken(parsed: Parsed, rest: readonly string[]): TokenToMake {
  refuseOptions(parsed, 'token', ['scope', 'purpose', 'organisation']);
  if (rest.length > 0) throw misuse(`token takes options alone, but was given "${rest.join(' ')}"`);
  const { scope: scopes = [], purpose: named = [], organisation = developingOrganisation } = parsed.values;
  if (scopes.length === 0) throw misuse('token needs --scope, such as --scope health:restricted');
  const unknown = named.find((purpose) => !isPurpose(purpose));
  if (unknown !== undefined) throw misuse(`--purpose is "${unknown}", but must be one of ${purposes.join(', ')}`);
  return { organisation, scopes, purposes: named.filter(isPurpose) };
}

/** @throws {Problem} saying what was expected in place of what. */
export function parseAgreements(parsed: Parsed, [slug, action, target, ...more]: readonly string[]): AgreementsCommand {
  refuseOptions(parsed, 'agreements', []);
  if (slug === undefined) throw misuse('agreements needs an agency');
  const agency = parseAgency(slug);
  if (action === undefined) return { agency, action: { kind: 'list' } };
  if (more.length > 0 || target === undefined) throw misuseOfAgreements();
  switch (action) {
    case 'add':
      return { agency, action: { kind: action, file: target } };
    case 'end':
      return { agency, action: { kind: action, id: target } };
    case 'own':
    case 'disown':
      return { agency, action: { kind: action, organisation: target } };
    default:
      throw misuseOfAgreements();
  }
}

const misuseOfAgreements = () =>
  misuse(
    'agreements takes an agency, and then add with a file, end with the id of an agreement, or own or disown with an organisation',
  );

/** @throws {Problem} saying what was expected in place of what. */
export function parseAudit(parsed: Parsed, rest: readonly string[]): AuditCommand {
  refuseOptions(parsed, 'audit', ['agency', 'since', 'differencing']);
  const { agency, since = null, differencing: isDifferencing = false } = parsed.values;
  if (agency === undefined || rest.length > 0)
    throw misuse('audit needs --agency, such as --agency health, and takes --since');
  if (since !== null && !z.iso.date().safeParse(since).success)
    throw misuse(`--since is "${since}", but must be a day such as 2026-11-01`);
  return { agency: parseAgency(agency), since, isDifferencing };
}

/** The file of noted heads that the audit is held against; null for none. @throws {Problem} saying what was expected in place of what. */
export function parseAuditVerify(parsed: Parsed, rest: readonly string[]): { readonly noted: string | null } {
  refuseOptions(parsed, 'audit-verify', ['noted']);
  if (rest.length > 0) throw misuse(`audit:verify takes options alone, but was given "${rest.join(' ')}"`);
  return { noted: parsed.values.noted ?? null };
}

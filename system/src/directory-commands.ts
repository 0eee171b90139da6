import { longestKeyDays } from '@boroughgraph/gateway/directory/api-keys.ts';
import { organisationPattern, scopesSchema, subjectSchema } from '@boroughgraph/gateway/callers/read-claims.ts';
import { isPurpose, type Purpose, purposes } from '@boroughgraph/schema/wire/purposes.ts';
import { misuse, refuseOptions } from './command-usage.ts';

/** What is to be done with the keys of an organisation's machines. */
export interface KeysCommand {
  readonly organisation: string;
  readonly action:
    | { readonly kind: 'list' }
    | {
        readonly kind: 'add';
        readonly role: string | null;
        readonly scopes: readonly string[];
        readonly purposes: readonly Purpose[];
        /** For how long it is good. */
        readonly days: number;
      }
    | { readonly kind: 'revoke'; readonly id: string };
}

/** What is to be done with the administrators of an organisation, by whoever runs the system. */
export interface AdministratorsCommand {
  readonly organisation: string;
  readonly action:
    | { readonly kind: 'list' }
    | { readonly kind: 'add'; readonly subject: string; readonly scopes: readonly string[] }
    | { readonly kind: 'confirm' | 'end'; readonly subject: string };
}

/** The options that these commands take, as they were typed. */
interface Parsed {
  readonly values: {
    readonly scope?: readonly string[] | undefined;
    readonly purpose?: readonly string[] | undefined;
    readonly role?: string | undefined;
    readonly days?: string | undefined;
  };
}

/** Days for which a key is good that nobody has said more of: a quarter. */
const ordinaryKeyDays = 90;

/** @throws {Problem} saying what was expected in place of what. */
export function parseKeys(parsed: Parsed, [organisation, action, id, ...more]: readonly string[]): KeysCommand {
  refuseOptions(parsed, 'keys', action === 'add' ? ['scope', 'purpose', 'role', 'days'] : []);
  const named = parseOrganisation('keys', organisation);
  if (action === undefined) return { organisation: named, action: { kind: 'list' } };
  if (action === 'revoke' && id !== undefined && more.length === 0)
    return { organisation: named, action: { kind: 'revoke', id } };
  if (action !== 'add' || id !== undefined)
    throw misuse('keys takes an organisation, and then add with options or revoke with the id of a key');
  const { purpose = [], role = null, days = String(ordinaryKeyDays) } = parsed.values;
  const unknown = purpose.find((each) => !isPurpose(each));
  if (unknown !== undefined) throw misuse(`--purpose is "${unknown}", but must be one of ${purposes.join(', ')}`);
  if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > longestKeyDays)
    throw misuse(`--days is "${days}", but must be a whole number from 1 to ${longestKeyDays}`);
  if (role !== null && !/^[a-z][a-z0-9-]{0,59}$/.test(role))
    throw misuse(`--role is "${role}", but must be a word such as dashboard`);
  const scopes = parseScopes('keys', parsed);
  return {
    organisation: named,
    action: { kind: 'add', role, scopes, purposes: purpose.filter(isPurpose), days: Number(days) },
  };
}

/** @throws {Problem} saying what was expected in place of what. */
export function parseAdministrators(
  parsed: Parsed,
  [organisation, action, subject, ...more]: readonly string[],
): AdministratorsCommand {
  refuseOptions(parsed, 'administrators', action === 'add' ? ['scope'] : []);
  const named = parseOrganisation('administrators', organisation);
  if (action === undefined) return { organisation: named, action: { kind: 'list' } };
  if (more.length > 0 || subject === undefined || !isAction(action))
    throw misuse(
      'administrators takes an organisation, and then add, confirm or end with somebody, as tokens name him',
    );
  if (!subjectSchema.safeParse(subject).success)
    throw misuse(
      `"${subject}" is nobody whom a token can name: expected up to 200 characters, not beginning with "key:"`,
    );
  if (action !== 'add') return { organisation: named, action: { kind: action, subject } };
  return { organisation: named, action: { kind: action, subject, scopes: parseScopes('administrators', parsed) } };
}

const isAction = (action: string): action is 'add' | 'confirm' | 'end' => ['add', 'confirm', 'end'].includes(action);

function parseOrganisation(command: string, organisation: string | undefined): string {
  if (organisation !== undefined && organisationPattern.test(organisation)) return organisation;
  throw misuse(`${command} needs an organisation, such as hackney-council`);
}

function parseScopes(command: string, { values: { scope = [] } }: Parsed): readonly string[] {
  if (scope.length > 0 && scopesSchema.safeParse(scope).success) return scope;
  throw misuse(`${command} add needs --scope, such as --scope health:restricted`);
}

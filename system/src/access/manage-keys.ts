import { addKey, type KeptKey, listKeys, revokeKey } from '@boroughgraph/gateway/directory/api-keys.ts';
import type postgres from 'postgres';
import type { KeysCommand } from '../directory-commands.ts';
import { Problem } from '../problem.ts';
import { formatTable } from '../table-text.ts';

/**
 * Lists the keys of an organisation, makes one, or revokes one, and says what came of it. A key stands in what is said of its making, and
 * nowhere else.
 *
 * @throws {Problem} when there is no such key.
 */
export async function manageKeys(sql: postgres.Sql, { organisation, action }: KeysCommand): Promise<string> {
  switch (action.kind) {
    case 'list':
      return describeKeys(organisation, await listKeys(sql, organisation));
    case 'add': {
      const { id, key } = await addKey(sql, { organisation, ...action }, action.days);
      return `${key}\n${id} is good for ${action.days} days, unless it is revoked before. It is shown once: nobody can read it again.`;
    }
    case 'revoke':
      if (await revokeKey(sql, organisation, action.id))
        return `${organisation}: ${action.id} is revoked. It lets nobody in from now on.`;
      throw new Problem(
        `${organisation} has no key "${action.id}" that was not revoked: npm run keys -- ${organisation} lists them`,
      );
    default:
      return action satisfies never;
  }
}

function describeKeys(organisation: string, keys: readonly KeptKey[]): string {
  if (keys.length === 0) return `${organisation} has no key.`;
  const rows = keys.map(({ id, role, scopes, purposes, madeAt, expiresAt, revokedAt }) => [
    id,
    role ?? '',
    scopes.join(' '),
    purposes.join(' '),
    madeAt,
    expiresAt,
    revokedAt === null ? '' : `revoked ${revokedAt}`,
  ]);
  return formatTable([['key', 'role', 'scopes', 'purposes', 'made', 'good until', ''], ...rows], () => true);
}

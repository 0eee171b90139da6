import {
  addAdministrator,
  type Colleague,
  confirmColleague,
  endColleague,
  listColleagues,
} from '@boroughgraph/gateway/directory/colleagues.ts';
import type postgres from 'postgres';
import type { AdministratorsCommand } from '../directory-commands.ts';
import { Problem } from '../problem.ts';
import { formatTable } from '../table-text.ts';
import { printable } from './read-audit.ts';

/**
 * Lists the colleagues of an organisation, makes somebody an administrator of it, confirms or ends somebody, as whoever runs the system, and
 * says what came of it.
 *
 * @throws {Problem} when there is nobody of that name, or somebody already.
 */
export async function manageAdministrators(
  sql: postgres.Sql,
  { organisation, action }: AdministratorsCommand,
): Promise<string> {
  if (action.kind === 'list') return describeColleagues(organisation, await listColleagues(sql, organisation, null));
  const person = { organisation, subject: action.subject };
  const who = printable(action.subject);
  if (action.kind === 'add') {
    if (await addAdministrator(sql, { ...person, scopes: action.scopes }))
      return `${organisation}: ${who} is an administrator, until nobody has confirmed it for a year.`;
    throw new Problem(
      `${organisation} has ${who} already: end that first, so that what was allowed stays written down`,
    );
  }
  const isDone = await (action.kind === 'confirm'
    ? confirmColleague(sql, person, null)
    : endColleague(sql, person, null));
  if (!isDone)
    throw new Problem(
      `${organisation} has no ${who} who has not ended: npm run administrators -- ${organisation} lists all`,
    );
  return `${organisation}: ${who} is ${action.kind === 'confirm' ? 'confirmed for another year' : 'ended, and let in no longer'}.`;
}

function describeColleagues(organisation: string, colleagues: readonly Colleague[]): string {
  if (colleagues.length === 0) return `${organisation} has no colleagues here: nobody of it is let in.`;
  const rows = colleagues.map(({ subject, isAdministrator, scopes, addedAt, addedBy, confirmedAt, ...state }) => [
    printable(subject),
    isAdministrator ? 'administrator' : '',
    scopes.join(' '),
    `${addedAt} by ${printable(addedBy ?? 'the system')}`,
    confirmedAt,
    state.endedAt === null ? (state.hasLapsed ? 'lapsed' : '') : `ended ${state.endedAt}`,
  ]);
  return formatTable([['who', '', 'scopes', 'added', 'confirmed', ''], ...rows], () => true);
}

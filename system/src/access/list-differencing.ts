import type { AuditPlace } from '@boroughgraph/gateway/audit/audit-chain.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { AuditCommand } from '../access-commands.ts';
import { complain, say } from '../terminal.ts';
import { type Cell, findDifferencing } from './find-differencing.ts';
import { printable, readRequests } from './read-audit.ts';

/**
 * Names who has asked an agency for a total and all its parts but one, with the one; false where the audit is not as it was written.
 *
 * @throws {Problem} when nothing was written.
 */
export async function listDifferencing(
  place: AuditPlace,
  { agency, since }: AuditCommand,
  indicators: readonly IndicatorDefinition[],
): Promise<boolean> {
  const { entries, problems } = await readRequests(place, since);
  const found = findDifferencing(entries, agency.slug, indicators);
  for (const { organisation, subject, indicator, total, missing, requests } of found)
    say(
      printable(
        `${organisation}, ${subject}: asked for ${indicator} of ${describe(total)} and in ${requests} requests for all its parts but ${describe(missing)}, which follows by subtraction`,
      ),
    );
  if (found.length === 0) say(`Nobody has asked ${agency.slug} for a total and all its parts but one.`);
  for (const problem of problems) complain(problem);
  return problems.length === 0;
}

const describe = ({ area, cut }: Cell) => (cut === '' ? area : `${area} (${cut})`);

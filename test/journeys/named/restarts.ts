import { expect, it } from 'vitest';
import type { Caller, NamedSystem } from '../../support/named-system.ts';

const police: Caller = { organisation: 'met-police', scopes: ['local-authority:restricted'] };
const query =
  '{ localAuthority { series(indicators: ["mash-referrals"], areas: ["E09000007"]) { nodes { latest { value status } } } } }';

/** Starts an agency anew whose gateway has a session with it, in a system in which the figure was loaded and the Metropolitan Police have an agreement. */
export function testRestarts(start: () => NamedSystem): void {
  it('An agency that is started anew knows at once for whom its gateway asks, and for whom not', async () => {
    const system = start();
    const agency = system.agency('local-authority');
    const before = [await system.askAs(police, query), await system.askAs(null, query)];
    expect(JSON.stringify(before[0])).toContain('7319');
    expect(JSON.stringify(before[1])).not.toContain('7319');
    expect(agency.requests).toContain('/session');
    await agency.stopServer();
    await agency.startServer();
    const asked = agency.requests.length;
    expect([await system.askAs(police, query), await system.askAs(null, query)]).toEqual(before);
    // The first was refused by the session that had ended, and came again, signed.
    expect(agency.requests.slice(asked).filter((path) => path === '/graphql')).toHaveLength(3);
  });
}

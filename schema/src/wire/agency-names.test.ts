import { describe, expect, it } from 'vitest';
import { agencyNames, agencyRoles, isAgencyName } from './agency-names.ts';

describe('agencyNames', () => {
  it('makes every name of an agency from its own', () => {
    expect(agencyNames('fire-and-rescue')).toEqual({
      name: 'fire-and-rescue',
      rootField: 'fireAndRescue',
      databaseSchema: 'fire_and_rescue',
      variablePrefix: 'FIRE_AND_RESCUE',
      variables: {
        url: 'FIRE_AND_RESCUE_URL',
        port: 'FIRE_AND_RESCUE_PORT',
        databaseUrl: 'FIRE_AND_RESCUE_DATABASE_URL',
        listenDatabaseUrl: 'FIRE_AND_RESCUE_LISTEN_DATABASE_URL',
        loaderDatabaseUrl: 'FIRE_AND_RESCUE_LOADER_DATABASE_URL',
      },
    });
  });
});

describe('agencyRoles', () => {
  const policing = agencyNames('policing');

  it('carry the database in their name', () => {
    expect(agencyRoles(policing, 'stats')).toEqual({
      owner: 'boroughgraph_policing__stats',
      reader: 'boroughgraph_policing_reader__stats',
    });
  });

  it('are names of PostgreSQL, and others for each database and each agency, whatever these are called', () => {
    const databases = ['stats', 'Stats', 'STATS', 'stats 2', 'stats/2', 'x'.repeat(63), `${'x'.repeat(62)}y`];
    const agencies = [policing, agencyNames('a'.repeat(40)), agencyNames(`${'a'.repeat(39)}b`)];
    const roles = agencies.flatMap((agency) =>
      databases.flatMap((each) => {
        const { owner, reader } = agencyRoles(agency, each);
        return [owner, reader];
      }),
    );
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles.filter((role) => !/^[a-z0-9_-]{1,63}$/.test(role))).toEqual([]);
  });
});

describe('isAgencyName', () => {
  it.each(['fire', 'fire-and-rescue', 'mi5', 'a'.repeat(40)])('takes %s', (name) => {
    expect(isAgencyName(name)).toBe(true);
  });

  it.each(['', 'Fire', 'fire_brigade', 'fire-', '5-fire', 'fire-5', 'pg-trust', 'gateway', 'kit', 'a'.repeat(41)])(
    'refuses "%s"',
    (name) => {
      expect(isAgencyName(name)).toBe(false);
    },
  );
});

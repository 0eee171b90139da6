import { describe, expect, it } from 'vitest';
import { agencyNames, isAgencyName } from './agency-names.ts';

describe('agencyNames', () => {
  it('makes every name of an agency from its own', () => {
    expect(agencyNames('fire-and-rescue')).toEqual({
      name: 'fire-and-rescue',
      rootField: 'fireAndRescue',
      databaseSchema: 'fire_and_rescue',
      role: 'boroughgraph_fire_and_rescue',
      readerRole: 'boroughgraph_fire_and_rescue_reader',
      variablePrefix: 'FIRE_AND_RESCUE',
      variables: {
        url: 'FIRE_AND_RESCUE_URL',
        port: 'FIRE_AND_RESCUE_PORT',
        databaseUrl: 'FIRE_AND_RESCUE_DATABASE_URL',
        loaderDatabaseUrl: 'FIRE_AND_RESCUE_LOADER_DATABASE_URL',
      },
    });
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

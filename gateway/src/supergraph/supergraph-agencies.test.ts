import { describe, expect, it } from 'vitest';
import { supergraphSdl } from '../../testing/fixture-agencies.ts';
import { listAgencies } from './supergraph-agencies.ts';

describe('listAgencies', () => {
  it('reads names and addresses from the supergraph alone', () => {
    expect(listAgencies(supergraphSdl)).toEqual(
      ['health', 'local-authority', 'policing'].map((name) => ({ name, url: `http://${name}.invalid/graphql` })),
    );
  });

  it.each(['', 'type Query { borough: String }'])('refuses a schema that is none: "%s"', (sdl) => {
    expect(() => listAgencies(sdl)).toThrow('expected an enum join__Graph');
  });
});

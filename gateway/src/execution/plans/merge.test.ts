import { expect, it } from 'vitest';
import { merge } from './merge.ts';

it('What is not there yet is taken as it is, and what is there is merged with it', () => {
  const crime = { recorded: 1 };
  const target = { code: 'E1', areas: [{ code: 'W1' }, null], values: [1, 2], gone: { a: 1 } };
  merge(target, { crime, areas: [{ name: 'Dalston' }, { name: 'Hoxton' }], values: [3], gone: null, not: undefined });
  expect(target).toEqual({
    code: 'E1',
    areas: [{ code: 'W1', name: 'Dalston' }, { name: 'Hoxton' }],
    values: [3],
    gone: null,
    crime,
  });
  expect(target).toHaveProperty('crime', crime);
  expect(Object.keys(target)).not.toContain('not');
});

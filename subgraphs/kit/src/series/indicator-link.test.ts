import { expect, it } from 'vitest';
import { linkOf, readLink } from './indicator-link.ts';

it.each([
  ['knife-crime', { id: 'knife-crime' }],
  ['knife-crime @E09000012', { id: 'knife-crime', askedAt: 'E09000012' }],
  ['recorded-crime offence-group=burglary', { id: 'recorded-crime', narrowedTo: { 'offence-group': 'burglary' } }],
  [
    'knife-crime @basic-command-unit:east-area subset=with-injury',
    { id: 'knife-crime', askedAt: 'basic-command-unit:east-area', narrowedTo: { subset: 'with-injury' } },
  ],
])('"%s" is written and read', (text, link) => {
  expect(linkOf(link)).toBe(text);
  expect(readLink(text)).toEqual(link);
});

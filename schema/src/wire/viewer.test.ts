import { expect, it } from 'vitest';
import { anonymousViewer, readViewer, viewerHeader, writeViewer } from './viewer.ts';

it('Whoever is written into a header is read from it', () => {
  expect(readViewer({ headers: { [viewerHeader]: writeViewer(anonymousViewer) } })).toEqual(anonymousViewer);
});

it('Who comes without the header is anonymous', () => {
  expect(readViewer({ headers: {} })).toEqual(anonymousViewer);
});

it.each(['', 'Anonymous', 'anonymous ', 'anonymous, anonymous', 'admin', '{"kind":"anonymous"}'])(
  'The text "%s" stands for nobody',
  (text) => {
    expect(readViewer({ headers: { [viewerHeader]: text } })).toBeNull();
  },
);

it('A header that comes twice stands for nobody', () => {
  expect(readViewer({ headers: { [viewerHeader]: ['anonymous', 'anonymous'] } })).toBeNull();
});

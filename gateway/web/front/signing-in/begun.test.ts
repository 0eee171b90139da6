import { describe, expect, it } from 'vitest';
import { chooseBack } from './begun.ts';

const top = 'https://figures.example/london/';

describe('whoever has signed in', () => {
  it.each(['', 'borough/hackney?months=24', 'playground'])('is led back to where he came from: "%s"', (path) => {
    expect(chooseBack(top + path, top)).toBe(top + path);
  });

  it.each([
    '',
    'https://elsewhere.example/',
    'https://figures.example/',
    'https://figures.example/londonderry',
    'https://figures.example.elsewhere.example/london/',
    `${top}sign-in`,
    `${top}sign-in?code=1&state=2`,
    'javascript:alert(1)',
  ])('is led to the top, and not to "%s"', (referrer) => {
    expect(chooseBack(referrer, top)).toBe(top);
  });
});

import { describeBearer, purposeWords } from '../front/signing-in/bearer.ts';
import { hasEnded, keepSession, readSession } from '../front/signing-in/session.ts';
import { make } from './make.js';

/**
 * Who is asking, and the ways to be somebody: an issuer, by the place of the front page for that, which leads back here; a token.
 *
 * @param at - The way to that place; undefined where people bring a token.
 */
export function signIn(at) {
  const who = make('div', { class: 'who' });
  const show = () => who.replaceChildren(...describeSession(show));
  show();
  if (at === undefined) return make('div', { class: 'sign-in' }, who, tokenForm(show));
  return make(
    'div',
    { class: 'sign-in' },
    who,
    make('p', {}, make('a', { href: at, class: 'main' }, 'Sign in')),
    make('details', {}, make('summary', {}, 'Ask with a token'), tokenForm(show)),
  );
}

function describeSession(changed) {
  const session = readSession();
  if (session === null) return [make('p', { role: 'status' }, 'Asking as nobody: open figures alone.')];
  const words = purposeWords.find(({ id }) => id === session.purpose)?.words;
  const purpose = words === undefined ? 'without a purpose' : `for ${words.toLowerCase()}`;
  const who = describeBearer(session.token);
  const click = () => {
    keepSession(null);
    changed();
  };
  return [
    make(
      'p',
      { role: 'status' },
      hasEnded(session)
        ? `Signing in as ${who} has ended: asking as nobody.`
        : `Asking as ${who}, ${purpose}, in this window.`,
    ),
    make('button', { type: 'button', click }, 'Sign out'),
  ];
}

function tokenForm(changed) {
  const session = readSession();
  const token = make('textarea', { id: 'token', rows: 4, autocomplete: 'off', spellcheck: 'false' });
  token.value = session?.issuer === null ? session.token : '';
  const purpose = make(
    'select',
    { id: 'purpose' },
    make('option', { value: '' }, 'No purpose: open figures alone'),
    ...purposeWords.map(({ id, words }) => make('option', { value: id }, words)),
  );
  purpose.value = session?.purpose ?? '';
  const submit = (event) => {
    event.preventDefault();
    const text = token.value.trim().replace(/^bearer\s+/i, '');
    keepSession(text === '' ? null : { token: text, purpose: purpose.value, issuer: null });
    changed();
  };
  return make(
    'form',
    { submit },
    make('label', { for: 'token' }, 'Token'),
    token,
    make('label', { for: 'purpose' }, 'What the figures are for'),
    purpose,
    make('button', { type: 'submit' }, 'Ask as its bearer'),
  );
}

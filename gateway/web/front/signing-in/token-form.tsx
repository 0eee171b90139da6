import { type SubmitEvent, useId, useState } from 'react';
import { useSite } from '../site.tsx';
import { readExpiry } from './bearer.ts';
import { chooseBack } from './begun.ts';
import { PurposeChoice, textOf } from './purpose-choice.tsx';
import { findRefusal } from './refusal.ts';
import { keepSession, readSession } from './session.ts';

/** Where somebody brings a token, and says what the requests are for. */
export function TokenForm() {
  const { top, endpoint } = useSite();
  const [problem, setProblem] = useState<string | null>(null);
  const session = readSession();
  const signIn = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const token = textOf(given.get('token')).replace(/^bearer\s+/i, '');
    const asked = { token, purpose: textOf(given.get('purpose')), issuer: null };
    const wrong = findProblem(token) ?? (await findRefusal(endpoint, asked));
    setProblem(wrong);
    if (wrong !== null) return;
    keepSession(asked);
    location.assign(chooseBack(document.referrer, top));
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn(event.currentTarget);
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <TokenBox token={session?.issuer === null ? session.token : ''} isWrong={problem !== null} />
      <PurposeChoice chosen={session?.purpose ?? ''} />
      <p role="alert" className="search-problem">
        {problem}
      </p>
      <button type="submit" className="main-button">
        Sign in
      </button>
    </form>
  );
}

function TokenBox({ token, isWrong }: { readonly token: string; readonly isWrong: boolean }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>Token</label>
      <textarea
        id={id}
        name="token"
        rows={5}
        required
        spellCheck={false}
        autoComplete="off"
        defaultValue={token}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} className="quiet">
        Kept in this window alone, and forgotten with it. On a machine for development,{' '}
        <code>npm run token -- --scope health:restricted --purpose SERIOUS_VIOLENCE_DUTY</code> prints one.
      </p>
    </>
  );
}

function findProblem(token: string): string | null {
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token))
    return 'This is not a token: it has three parts of letters, digits, - and _, with full stops between them.';
  const expiry = readExpiry(token);
  if (expiry !== null && expiry < new Date()) return `This token ended at ${expiry.toLocaleString('en-GB')}.`;
  return null;
}

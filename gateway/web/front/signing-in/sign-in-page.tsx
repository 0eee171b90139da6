import { type SubmitEvent, useId, useState } from 'react';
import { useSite } from '../site.tsx';
import { purposeWords, readExpiry } from './bearer.ts';
import { keepSession, readSession } from './session.ts';

/** Where somebody brings a token, and says what the requests are for. It stays in this window, and goes with it. */
export function SignInPage() {
  const { top } = useSite();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const session = readSession();
  const signIn = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [token, purpose] = [textOf(given.get('token')).replace(/^bearer\s+/i, ''), textOf(given.get('purpose'))];
    const wrong = findProblem(token);
    setProblem(wrong);
    if (wrong !== null) return;
    keepSession({ token, purpose });
    location.assign(top);
  };
  return (
    <>
      <title>Sign in: London boroughs in figures</title>
      <h1>Sign in with a token</h1>
      <p className="lead">
        Open figures need no name. Whoever has an agreement with an agency brings a token of the own organisation and
        says what the figures are for; the agency then decides, figure by figure.
      </p>
      <form className="sign-in" onSubmit={signIn}>
        <TokenBox id={`${id}-token`} token={session?.token ?? ''} isWrong={problem !== null} />
        <PurposeChoice id={`${id}-purpose`} chosen={session?.purpose ?? ''} />
        <p role="alert" className="search-problem">
          {problem}
        </p>
        <button type="submit" className="main-button">
          Sign in
        </button>
      </form>
    </>
  );
}

interface TokenShown {
  readonly id: string;
  readonly token: string;
  readonly isWrong: boolean;
}

function TokenBox({ id, token, isWrong }: TokenShown) {
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

function PurposeChoice({ id, chosen }: { readonly id: string; readonly chosen: string }) {
  return (
    <>
      <label htmlFor={id}>What are the figures for?</label>
      <select id={id} name="purpose" defaultValue={chosen}>
        <option value="">No purpose: open figures alone</option>
        {purposeWords.map((each) => (
          <option key={each.id} value={each.id}>
            {each.words}
          </option>
        ))}
      </select>
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

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}

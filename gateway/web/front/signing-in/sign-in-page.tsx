import { useEffect, useState } from 'react';
import { useSite } from '../site.tsx';
import { IssuerForm } from './issuer-form.tsx';
import { readIssuers } from './issuers.ts';
import { SignedOut } from './signed-out.tsx';
import { takeSignedOut } from './signed-out-note.ts';
import { TokenForm } from './token-form.tsx';

const issuers = readIssuers();
const answer = takeAnswer();
const signedOutOf = takeSignedOut();

/**
 * Where somebody signs in: by an issuer, which leads back here, or with a token where the server names none. Who it is stays in this
 * window, and goes with it.
 */
export function SignInPage() {
  const { isFinishing, problem } = useAnswer();
  return (
    <>
      <title>Sign in: London boroughs in figures</title>
      <h1>{issuers.length > 0 ? 'Sign in' : 'Sign in with a token'}</h1>
      <p className="lead">
        Open figures need no name. Whoever has an agreement with an agency{' '}
        {issuers.length > 0 ? 'signs in by' : 'brings a token of'} the own organisation and says what the figures are
        for; the agency then decides, figure by figure.
      </p>
      {isFinishing ? (
        <p role="status" className="loading">
          Signing you in …
        </p>
      ) : (
        <Ways problem={problem} />
      )}
    </>
  );
}

function Ways({ problem }: { readonly problem: string | null }) {
  const signedOut = issuers.find(({ issuer }) => issuer === signedOutOf);
  if (issuers.length === 0) return <TokenForm />;
  return (
    <>
      {signedOut !== undefined && <SignedOut issuer={signedOut} />}
      <IssuerForm issuers={issuers} problem={problem} />
      <details className="sign-in-token">
        <summary>Sign in with a token</summary>
        <TokenForm />
      </details>
    </>
  );
}

/** What comes of an issuer's answer, where one has led here: whoever is signed in goes on. */
function useAnswer(): { readonly isFinishing: boolean; readonly problem: string | null } {
  const site = useSite();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (answer === null) return;
    import('./redirect.ts')
      .then(({ finishSigningIn }) => finishSigningIn(answer, issuers, site))
      .then(
        // In the place of this page, so that the way back does not lead here.
        (next) => {
          location.replace(next);
        },
        (error: unknown) => {
          setProblem(error instanceof Error ? error.message : String(error));
        },
      );
  }, [site]);
  return { isFinishing: answer !== null && problem === null, problem };
}

/** What an issuer has led here with, taken out of the address before anything else is asked for; null where nobody has. */
function takeAnswer(): URLSearchParams | null {
  const parameters = new URLSearchParams(location.search);
  if (!parameters.has('code') && !parameters.has('error')) return null;
  history.replaceState(null, '', location.pathname);
  return issuers.length === 0 ? null : parameters;
}

import { type SubmitEvent, useState } from 'react';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import { type SignInIssuer } from './issuers.ts';
import { PurposeChoice, textOf } from './purpose-choice.tsx';
import { readSession } from './session.ts';

interface Shown {
  readonly issuers: readonly SignInIssuer[];
  /** Why nobody was signed in before; null where nothing went wrong. */
  readonly problem: string | null;
}

/** By whom somebody signs in, and what for: he is led there, and back. */
export function IssuerForm({ issuers, problem: before }: Shown) {
  const { problem, asked, goTo } = useWayTo(before);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    const chosen = submitter instanceof HTMLButtonElement ? Number(submitter.value) : 0;
    const [issuer = null] = issuers.slice(chosen);
    if (issuer !== null) void goTo(issuer, textOf(new FormData(event.currentTarget).get('purpose')));
  };
  return (
    <form className="sign-in" onSubmit={submit}>
      <div role="alert">{problem !== null && <NotSignedIn problem={problem} />}</div>
      <PurposeChoice chosen={readSession()?.purpose ?? ''} />
      <ul className="plain sign-in-ways">
        {issuers.map((issuer, index) => (
          <li key={issuer.issuer}>
            <button type="submit" value={index} className="main-button">
              Sign in with {issuer.name}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {asked === null ? 'You are led to the page of your organisation, and back.' : `Going to ${asked} …`}
      </p>
    </form>
  );
}

function NotSignedIn({ problem }: { readonly problem: string }) {
  return <Notice kind="unsigned">{problem} Open figures are shown all the same.</Notice>;
}

/** Leads to an issuer; says to whom somebody is on his way, and what kept him from going. */
function useWayTo(before: string | null) {
  const site = useSite();
  const [problem, setProblem] = useState(before);
  const [asked, setAsked] = useState<string | null>(null);
  const goTo = async (issuer: SignInIssuer, purpose: string) => {
    setProblem(null);
    setAsked(issuer.name);
    try {
      // What speaks with issuers is loaded when somebody goes to one.
      const { beginSigningIn } = await import('./redirect.ts');
      location.assign(await beginSigningIn(issuer, purpose, site));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setAsked(null);
    }
  };
  return { problem, asked, goTo };
}

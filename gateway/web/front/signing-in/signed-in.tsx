import { useEffect } from 'react';
import { useSite } from '../site.tsx';
import { describeBearer, purposeWords, readExpiry } from './bearer.ts';
import { hasEnded, keepSession, readSession, type Session } from './session.ts';
import { keepSignedOut } from './signed-out-note.ts';

/** A strip below the head of a page that says as whom and what for it asks, and lets somebody end that; nothing for nobody. */
export function SignedIn() {
  const { top } = useSite();
  const session = readSession();
  useEffect(() => (session === null ? undefined : reloadAtEnd(session)));
  if (session === null) return null;
  const signOut = () => {
    keepSession(null);
    if (session.issuer === null) {
      location.reload();
    } else {
      keepSignedOut(session.issuer);
      location.assign(`${top}sign-in`);
    }
  };
  return (
    <section className="signed-in" aria-label="Signed in">
      <div className="width">
        <p>{hasEnded(session) ? <Ended session={session} /> : <Asking session={session} />}</p>
        <a href={`${top}sign-in`}>{hasEnded(session) ? 'Sign in again' : 'Change'}</a>
        <button type="button" className="quiet-button" onClick={signOut}>
          Sign out
        </button>
      </div>
    </section>
  );
}

function Asking({ session: { token, purpose } }: { readonly session: Session }) {
  const words = purposeWords.find(({ id }) => id === purpose)?.words;
  return (
    <>
      Asking as <strong>{describeBearer(token)}</strong>
      {words === undefined ? ', without a purpose' : `, for ${words.toLowerCase()}`}. What you read of restricted
      figures is written down.
    </>
  );
}

function Ended({ session: { token } }: { readonly session: Session }) {
  const at = readExpiry(token)?.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      Signing in as <strong>{describeBearer(token)}</strong> ended at {at}: what you see is for everybody.
    </>
  );
}

/** Browsers take a longer wait for none: 25 days. */
const longestTimerMs = 2 ** 31 - 1;

/** Asks for the page anew once the token has ended, so that nothing stays on the screen that is not for everybody. */
function reloadAtEnd(session: Session): (() => void) | undefined {
  const expiry = readExpiry(session.token);
  if (expiry === null || hasEnded(session)) return undefined;
  const timer = setTimeout(
    () => {
      location.reload();
    },
    Math.min(expiry.getTime() - Date.now(), longestTimerMs),
  );
  return () => {
    clearTimeout(timer);
  };
}

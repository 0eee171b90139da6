import { useSite } from '../site.tsx';
import { describeBearer, purposeWords } from './bearer.ts';
import { keepSession, readSession } from './session.ts';

/** A strip below the head of a page that says as whom and what for it asks, and lets somebody end that; nothing for nobody. */
export function SignedIn() {
  const { top } = useSite();
  const session = readSession();
  if (session === null) return null;
  const signOut = () => {
    keepSession(null);
    location.reload();
  };
  const purpose = purposeWords.find(({ id }) => id === session.purpose)?.words;
  return (
    <section className="signed-in" aria-label="Signed in">
      <div className="width">
        <p>
          Asking as <strong>{describeBearer(session.token)}</strong>
          {purpose === undefined ? ', without a purpose' : `, for ${purpose.toLowerCase()}`}. What you read of
          restricted figures is written down.
        </p>
        <a href={`${top}sign-in`}>Change</a>
        <button type="button" className="quiet-button" onClick={signOut}>
          Sign out
        </button>
      </div>
    </section>
  );
}

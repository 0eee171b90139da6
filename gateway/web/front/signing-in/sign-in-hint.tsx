import { useSite } from '../site.tsx';
import { hasEnded, readSession } from './session.ts';

/** What somebody can do who is shown less than he may see: sign in, or ask for more than he has. */
export function SignInHint() {
  const { top } = useSite();
  const session = readSession();
  if (session !== null && !hasEnded(session))
    return <>As whom and for what you ask now does not take in these: ask the agency for an agreement.</>;
  return (
    <>
      If you are one of them, <a href={`${top}sign-in`}>sign in</a>.
    </>
  );
}

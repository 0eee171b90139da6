import { useState } from 'react';
import { useSite } from '../site.tsx';
import { type SignInIssuer } from './issuers.ts';

/** Tells whoever has signed out here that the issuer may still know him, and leads there to end that as well. */
export function SignedOut({ issuer }: { readonly issuer: SignInIssuer }) {
  const site = useSite();
  const [said, setSaid] = useState('');
  const signOut = async () => {
    try {
      const { findSignOut } = await import('./redirect.ts');
      const address = await findSignOut(issuer, site);
      if (address === null) setSaid(`${issuer.name} does not say where that is: sign out on its own pages.`);
      else location.assign(address);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="notice notice-elsewhere">
      <strong>You are signed out here.</strong> {issuer.name} may still know you in this browser.{' '}
      <button type="button" className="quiet-button" onClick={() => void signOut()}>
        Sign out of {issuer.name} as well
      </button>{' '}
      <span role="status">{said}</span>
    </div>
  );
}

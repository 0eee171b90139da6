import { useState } from 'react';

/** A button that copies a text, and says whether that worked. */
export function CopyButton({ label, write }: { readonly label: string; readonly write: () => string }) {
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(write());
      setOutcome('Copied');
    } catch {
      // A page that is not served by HTTPS, or from this machine, may not reach the clipboard.
      setOutcome('Your browser does not let this page copy');
    }
  };
  return (
    <span className="copy">
      <button type="button" className="quiet-button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  );
}

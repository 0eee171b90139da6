import { useState } from 'react';
import { type Question } from './ask.ts';
import { saveFile } from './save-file.ts';
import { sessionHeaders } from './signing-in/session.ts';
import { useSite } from './site.tsx';

interface Shown {
  readonly label: string;
  /** What the file is called. */
  readonly file: string;
  /** An operation with one list, which are its rows. */
  readonly question: Question;
}

/** A button that asks the graph for a list as CSV, and saves it; says so where that did not work. */
export function DownloadButton({ label, file, question }: Shown) {
  const { endpoint } = useSite();
  const [outcome, setOutcome] = useState('');
  const download = async () => {
    setOutcome('Asking …');
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/csv', ...sessionHeaders() },
      body: JSON.stringify(question),
    }).catch(() => null);
    if (response?.ok !== true) {
      setOutcome('The graph did not give it');
      return;
    }
    saveFile(file, await response.blob());
    setOutcome('Saved');
  };
  return (
    <span className="copy">
      <button type="button" className="quiet-button" onClick={() => void download()}>
        {label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  );
}

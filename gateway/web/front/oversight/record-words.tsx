import { purposeWords } from '../signing-in/bearer.ts';

/** A moment in London, to the second. */
export function writeMoment(at: string): string {
  return new Date(at).toLocaleString('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    timeZone: 'Europe/London',
  });
}

interface Asker {
  readonly organisation: string | null;
  readonly subject: string | null;
}

/** An organisation, and who of it. */
export function Who({ organisation, subject }: Asker) {
  if (organisation === null) return <span className="quiet">Nobody named</span>;
  return (
    <>
      <span>{organisation}</span>
      <span className="quiet under">{subject ?? ''}</span>
    </>
  );
}

/** What a request was for, in words. */
export function describePurpose(purpose: string | null): string {
  if (purpose === null) return 'None said';
  return purposeWords.find(({ id }) => id === purpose)?.words ?? purpose;
}

/** What came of a request: in a word, or the codes of its errors. */
export function nameOutcome(outcome: string) {
  return outcome === 'answered' ? 'Answered' : <code>{outcome}</code>;
}

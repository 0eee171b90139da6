import { useCallback, useEffect, useState } from 'react';
import { askForBorough, type Outcome, type Variables } from './ask.ts';
import { useSite } from './site.tsx';

/** What came of asking for a borough, `loading` at first, and how to ask once more. */
export function useBoroughFigures({ code, months }: Variables): {
  readonly outcome: Outcome;
  readonly askAgain: () => void;
} {
  const { endpoint } = useSite();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    void askForBorough(endpoint, { code, months }, controller.signal).then(setOutcome, () => undefined);
    return () => {
      controller.abort();
    };
  }, [endpoint, code, months, turn]);
  const askAgain = useCallback(() => {
    setOutcome({ kind: 'loading' });
    setTurn((before) => before + 1);
  }, []);
  return { outcome, askAgain };
}

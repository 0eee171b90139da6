import { useCallback, useEffect, useState } from 'react';
import { askGraph, type Outcome, type Question } from './ask.ts';
import { useSite } from './site.tsx';

/** What came of a question, and how to ask it once more. */
export interface Asked<Data> {
  readonly outcome: Outcome<Data>;
  readonly askAgain: () => void;
}

/** What comes of asking the graph: `loading` at first, and whenever the question has changed. Null asks nothing, and stays so. */
export function useGraph<Data>(question: Question | null): Asked<Data> {
  const { endpoint } = useSite();
  const [outcome, setOutcome] = useState<Outcome<Data>>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (asked === 'null') return;
    const controller = new AbortController();
    // What was written from a question a line above.
    void askGraph<Data>(endpoint, JSON.parse(asked) as Question, controller.signal).then(setOutcome, () => undefined);
    return () => {
      controller.abort();
    };
  }, [endpoint, asked, turn]);
  const askAgain = useCallback(() => {
    setOutcome({ kind: 'loading' });
    setTurn((before) => before + 1);
  }, []);
  return { outcome, askAgain };
}

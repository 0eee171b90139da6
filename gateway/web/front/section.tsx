import { createContext, type ReactNode, useContext } from 'react';
import { type Problem } from './ask.ts';
import { Notice } from './notice.tsx';

interface Shown {
  readonly id: string;
  readonly title: string;
  /** What the graph says is missing of it. */
  readonly problems: readonly Problem[];
  readonly askAgain: () => void;
  readonly children: ReactNode;
}

const MissingContext = createContext(false);

/** That nothing is held, in words; nothing where the part of the page that it is in says already that an agency is down. */
export function NothingHeld({ children }: { readonly children: ReactNode }) {
  return useContext(MissingContext) ? null : <Notice kind="nothing">{children}</Notice>;
}

/** A part of the page about one subject. What an agency owes it and has not sent is said at its top, with a way to ask again. */
export function Section({ id, title, problems, askAgain, children }: Shown) {
  const messages = [...new Set(problems.map(({ message }) => message))];
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="subject">
      <h2 id={`${id}-title`}>{title}</h2>
      {messages.map((message) => (
        <Notice key={message} kind="down">
          {message}{' '}
          <button type="button" className="quiet-button" onClick={askAgain}>
            Ask again
          </button>
        </Notice>
      ))}
      <MissingContext value={messages.length > 0}>{children}</MissingContext>
    </section>
  );
}

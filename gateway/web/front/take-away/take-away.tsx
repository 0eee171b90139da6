import { type ReactNode } from 'react';

/** The ways to take something away, behind one button. */
export function TakeAway({ subject, children }: { readonly subject: string; readonly children: ReactNode }) {
  return (
    <details className="take-away">
      <summary>
        Copy or embed <span className="visually-hidden">{subject}</span>
      </summary>
      <div className="take-away-ways">{children}</div>
    </details>
  );
}

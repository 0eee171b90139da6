import { type ReactNode } from 'react';

interface Column {
  readonly name: string;
  /** Whether the column has numbers, which stand below each other. @default false */
  readonly isFigure?: boolean;
}

interface Shown {
  /** What opens it. */
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Its rows, each a `tr`. */
  readonly children: ReactNode;
}

/** The figures of a picture as a table that somebody opens: it scrolls within its frame, also by keyboard. */
export function FoldedTable({ summary, caption, columns, children }: Shown) {
  return (
    <details className="series-table">
      <summary>{summary}</summary>
      <div className="scrolled" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ name, isFigure = false }) => (
                <th key={name} scope="col" className={isFigure ? 'figure' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}

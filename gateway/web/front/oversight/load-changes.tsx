import { type KeptReport } from '@boroughgraph/schema/wire/oversight.ts';
import { useSite } from '../site.tsx';

type Change = KeptReport['changes'][number];

const columns = [
  { name: 'New', of: 'added' },
  { name: 'Same', of: 'same' },
  { name: 'Changed', of: 'changed' },
  { name: 'Gone', of: 'gone' },
  { name: 'Hidden', of: 'hidden' },
  { name: 'Withheld', of: 'withheld' },
  { name: 'Rounded', of: 'rounded' },
  { name: 'For named users', of: 'restricted' },
] as const satisfies readonly { readonly name: string; readonly of: keyof Change }[];

/** What a load changed for readers, in numbers of figures, indicator by indicator. */
export function LoadChanges({ changes }: { readonly changes: readonly Change[] }) {
  const { top } = useSite();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>What it changed, in numbers of figures</summary>
      <div className="scrolled" tabIndex={0} role="region" aria-label="What it changed">
        <table>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              {columns.map(({ name }) => (
                <th key={name} scope="col" className="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.indicator}>
                <th scope="row">
                  <a href={`${top}catalogue/${encodeURIComponent(change.indicator)}`}>{change.indicator}</a>
                </th>
                {columns.map(({ of }) => (
                  <td key={of} className="figure">
                    {change[of].toLocaleString('en-GB')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

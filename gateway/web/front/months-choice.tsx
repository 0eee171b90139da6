import { type Months, monthChoices, writeBoroughAddress } from './address.ts';
import { type Borough } from './boroughs.ts';
import { useSite } from './site.tsx';

/** How far back the charts of months reach: links, so that an address says what was chosen. */
export function MonthsChoice({ borough, months }: { readonly borough: Borough; readonly months: Months }) {
  const { top } = useSite();
  return (
    <nav aria-label="How far back monthly charts reach" className="choice">
      <span aria-hidden="true">Months back to</span>
      <ul className="plain">
        {monthChoices.map((each) => (
          <li key={each}>
            <a href={top + writeBoroughAddress(borough, each)} aria-current={each === months ? 'true' : undefined}>
              {each / 12} years
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

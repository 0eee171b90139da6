import { writeBoroughAddress } from './address.ts';
import { boroughs } from './boroughs.ts';
import { useSite } from './site.tsx';

/** The boroughs as a map of equal squares, north at the top, each a link; on a narrow screen, a list in the order of names. */
export function BoroughMap() {
  const { top } = useSite();
  return (
    <nav aria-labelledby="map-title" className="map">
      <h2 id="map-title">Or choose from the map</h2>
      <ul>
        {boroughs
          .toSorted((one, other) => one.name.localeCompare(other.name))
          .map((borough) => (
            <li
              key={borough.code}
              style={{ gridColumn: borough.column, gridRow: borough.row }}
              data-part={borough.part}
            >
              <a href={top + writeBoroughAddress(borough)}>{borough.name}</a>
            </li>
          ))}
      </ul>
      <p className="quiet map-key">
        <span className="key-inner" aria-hidden="true" /> Inner London <span className="key-outer" aria-hidden="true" />{' '}
        Outer London. Equal squares, roughly where each borough lies.
      </p>
    </nav>
  );
}

import { defaultFramework, findBorough, slugOf, writeCompareAddress } from '../address.ts';
import { Notice } from '../notice.tsx';
import { useSite } from '../site.tsx';
import { type Found } from './answer.ts';
import { searchKindWords } from './catalogue-words.ts';

/** What fits some words, best first. */
export function SearchResults({ text, found }: { readonly text: string; readonly found: readonly Found[] }) {
  const { top } = useSite();
  return (
    <section aria-labelledby="results" className="subject">
      <h2 id="results">
        {found.length === 0 ? 'Nothing' : found.length} found for “{text}”
      </h2>
      {found.length === 0 && (
        <Notice kind="nothing">
          No agency measures anything that is called so. Try fewer or other words, or look through{' '}
          <a href={`${top}catalogue?show=all`}>the whole catalogue</a>.
        </Notice>
      )}
      <ol className="plain results">
        {found.map((each, index) => (
          <Result key={index} found={each} />
        ))}
      </ol>
    </section>
  );
}

function Result({ found }: { readonly found: Found }) {
  const { top } = useSite();
  const { name, kind, agency, isGuess, isHeld, note, text, indicator } = found;
  const path = findPath(found);
  const compare = findComparePath(found);
  return (
    <li className="panel result">
      <h3>{path === null ? name : <a href={top + path}>{name}</a>}</h3>
      <p className="quiet">
        {searchKindWords[kind]}
        {kind === 'DIMENSION_VALUE' && `: ${indicator?.name ?? ''}, ${text.toLowerCase()}`} · {agency}
        {isGuess && ' · a guess'}
        {!isHeld && ' · no figures held'}
      </p>
      {kind !== 'DIMENSION_VALUE' && <p>{text}</p>}
      {note !== null && <p className="quiet">{note}</p>}
      {compare !== null && (
        <p>
          <a href={top + compare}>Compare the boroughs by it</a>
        </p>
      )}
    </li>
  );
}

/** Where something that was found has a page; null where it has none. */
function findPath({ kind, id, indicator, area, framework }: Found): string | null {
  switch (kind) {
    case 'INDICATOR':
    case 'DIMENSION_VALUE':
      return `catalogue/${indicator?.id ?? id}`;
    case 'DATASET':
      return `catalogue/dataset/${id}`;
    case 'AREA': {
      const borough = findBorough(area?.code ?? '');
      return borough === undefined ? null : `borough/${slugOf(borough.name)}`;
    }
    case 'MEASURE':
      return `framework?plan=${encodeURIComponent(framework ?? defaultFramework)}`;
    case 'COURT':
    case 'PROVIDER':
      return null;
    default:
      return kind satisfies never;
  }
}

function findComparePath({ kind, indicator, narrowing, isHeld }: Found): string | null {
  if (!isHeld || indicator?.areaTypes.includes('BOROUGH') !== true) return null;
  return kind === 'INDICATOR' || kind === 'DIMENSION_VALUE'
    ? writeCompareAddress({ indicator: indicator.id, narrowing })
    : null;
}

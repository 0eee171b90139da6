import { type Shown } from '../address.ts';
import { useSite } from '../site.tsx';

const choices: readonly { readonly shown: Shown; readonly words: string }[] = [
  { shown: 'held', words: 'With figures' },
  { shown: 'missing', words: 'Without' },
  { shown: 'all', words: 'All' },
];

interface Chosen {
  readonly shown: Shown;
  readonly counts: Readonly<Record<Shown, number>>;
}

/** Which indicators are listed: links, so that an address says what was chosen. */
export function ShownChoice({ shown, counts }: Chosen) {
  const { top } = useSite();
  return (
    <nav aria-label="Which indicators are listed" className="choice">
      <ul className="plain">
        {choices.map((each) => (
          <li key={each.shown}>
            <a
              href={`${top}catalogue${each.shown === 'held' ? '' : `?show=${each.shown}`}`}
              aria-current={each.shown === shown ? 'true' : undefined}
            >
              {each.words} ({counts[each.shown]})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { writeAddress } from './address.js';
import { make } from './make.js';

const key = 'boroughgraph:history';

/** How many operations are kept: what somebody looks through. */
const most = 50;

/** The operations that were run in this browser, the newest first, each to be opened again; kept here alone, and never with a token. */
export function listHistory(open) {
  const list = make('div', { class: 'history' });
  const forget = () => {
    localStorage.removeItem(key);
    show();
  };
  const show = () => {
    const kept = readHistory();
    if (kept.length === 0) list.replaceChildren(make('p', {}, 'Nothing has been run in this browser yet.'));
    else
      list.replaceChildren(
        make('ol', {}, ...kept.map((each) => make('li', {}, ...describeRun(each, open)))),
        make('button', { type: 'button', click: forget }, 'Forget all'),
      );
  };
  show();
  const keep = ({ query, variables }) => {
    if (query.trim() === '') return;
    const others = readHistory().filter((each) => each.query !== query || each.variables !== variables);
    const kept = [{ query, variables, at: Date.now() }, ...others].slice(0, most);
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A browser that keeps nothing has no history.
    }
    show();
  };
  return { list, keep };
}

function describeRun({ query, variables, at }, open) {
  const when = new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return [
    make('a', { href: writeAddress({ query, variables }), click: open }, nameOf(query)),
    make('span', { class: 'when' }, ` ${when}`),
  ];
}

/** What an operation calls itself, or how it begins. */
function nameOf(query) {
  const [, name] = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(query) ?? [];
  return name ?? query.replaceAll(/#.*$/gm, '').replaceAll(/\s+/g, ' ').trim().slice(0, 60);
}

function readHistory() {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(({ query, variables }) => [query, variables].every(isText)) : [];
  } catch {
    return [];
  }
}

const isText = (value) => typeof value === 'string';

import { useId, useState } from 'react';
import { CopyButton } from '../copy-button.tsx';
import { type EmbedEdition, type EmbedForm } from '../embed/embed-address.ts';
import { useSite } from '../site.tsx';

/** How high a frame is, in pixels: the chart, what its marks mean and its source on a screen of middle width; it scrolls on a phone. */
const frameHeight = 620;

const editions = [
  { id: 'pinned', words: 'As it is now, for as long as its release stands' },
  { id: 'live', words: 'The newest figures, whenever somebody looks' },
] as const;

interface Shown {
  readonly title: string;
  /** In pixels. @default that of a series */
  readonly height?: number;
  /** The address below the top; null where it is not shown so. */
  readonly addressOf: (edition: EmbedEdition, form: EmbedForm) => string | null;
}

/** What somebody writes into another page to show something there, pinned to its release unless he chooses otherwise. Neither way needs scripts. */
export function EmbedCode({ title, height = frameHeight, addressOf }: Shown) {
  const { top } = useSite();
  const [chosen, setEdition] = useState<EmbedEdition>('pinned');
  const possible = editions.filter(({ id }) => addressOf(id, 'page') !== null);
  const edition = possible.find(({ id }) => id === chosen) ?? possible[0];
  if (edition === undefined) return null;
  const whole = (form: EmbedForm) => new URL(addressOf(edition.id, form) ?? '', top).href;
  const [page, picture] = [whole('page'), whole('picture')].map(escape);
  const named = escape(title);
  return (
    <fieldset className="embed-code">
      <legend>Embed in another page</legend>
      <EditionChoice possible={possible} edition={edition.id} choose={setEdition} />
      <div className="take-away-ways">
        <CopyButton
          label="Copy code of a frame"
          write={() =>
            `<iframe src="${page}" title="${named}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`
          }
        />
        <CopyButton
          label="Copy code of a picture"
          write={() =>
            `<a href="${page}"><img src="${picture}" alt="${named}. The figures are a table behind this link." loading="lazy"></a>`
          }
        />
        <a href={whole('page')}>See how it looks</a>
      </div>
    </fieldset>
  );
}

interface ChoiceShown {
  readonly possible: readonly (typeof editions)[number][];
  readonly edition: EmbedEdition;
  readonly choose: (edition: EmbedEdition) => void;
}

function EditionChoice({ possible, edition, choose }: ChoiceShown) {
  const name = useId();
  return possible.map(({ id, words }) => (
    <label key={id}>
      <input
        type="radio"
        name={name}
        checked={edition === id}
        onChange={() => {
          choose(id);
        }}
      />{' '}
      {words}
    </label>
  ));
}

/** A text as an attribute of HTML has it. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

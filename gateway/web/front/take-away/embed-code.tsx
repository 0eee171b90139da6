import { useId, useState } from 'react';
import { type WholeSeries } from '../answer.ts';
import { CopyButton } from '../copy-button.tsx';
import { type EmbedEdition, type EmbedForm, writeEmbedAddress } from '../embed/embed-address.ts';
import { useSite } from '../site.tsx';

/** How high a frame is, in pixels: the chart, what its marks mean and its source on a screen of middle width; it scrolls on a phone. */
const frameHeight = 620;

const editions = [
  { id: 'pinned', words: 'As it is now, for as long as its release stands' },
  { id: 'live', words: 'The newest figures, whenever somebody looks' },
] as const;

/** What somebody writes into another page to show a series there, pinned to its release unless he chooses otherwise. Neither way needs scripts. */
export function EmbedCode({ series, title }: { readonly series: WholeSeries; readonly title: string }) {
  const { top } = useSite();
  const [edition, setEdition] = useState<EmbedEdition>('pinned');
  if (writeEmbedAddress(series, 'pinned', 'page') === null) return null;
  const addressOf = (form: EmbedForm) => new URL(writeEmbedAddress(series, edition, form) ?? '', top).href;
  const [page, picture] = [addressOf('page'), addressOf('picture')].map(escape);
  const named = escape(title);
  return (
    <fieldset className="embed-code">
      <legend>Embed in another page</legend>
      <EditionChoice edition={edition} choose={setEdition} />
      <div className="take-away-ways">
        <CopyButton
          label="Copy code of a frame"
          write={() =>
            `<iframe src="${page}" title="${named}" width="100%" height="${frameHeight}" loading="lazy" style="border: 0"></iframe>`
          }
        />
        <CopyButton
          label="Copy code of a picture"
          write={() =>
            `<a href="${page}"><img src="${picture}" alt="${named}. The figures are a table behind this link." loading="lazy"></a>`
          }
        />
        <a href={addressOf('page')}>See how it looks</a>
      </div>
    </fieldset>
  );
}

interface ChoiceShown {
  readonly edition: EmbedEdition;
  readonly choose: (edition: EmbedEdition) => void;
}

function EditionChoice({ edition, choose }: ChoiceShown) {
  const name = useId();
  return editions.map(({ id, words }) => (
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

import { type SubmitEvent, useId } from 'react';
import { useSite } from '../site.tsx';

/** A box for everyday words, which leads to what of the catalogue fits them. */
export function CatalogueSearch({ text }: { readonly text: string }) {
  const { top } = useSite();
  const id = useId();
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    const words = typeof typed === 'string' ? typed.trim() : '';
    location.assign(`${top}catalogue${words === '' ? '' : `?q=${encodeURIComponent(words)}`}`);
  };
  return (
    <form className="search" role="search" aria-label="Figures" onSubmit={search}>
      <label htmlFor={id}>Find a figure, in your own words</label>
      <div className="search-row">
        <input
          id={id}
          name="q"
          maxLength={200}
          autoComplete="off"
          defaultValue={text}
          placeholder="knife crime, waiting times, children in care"
        />
        <button type="submit">Find</button>
      </div>
    </form>
  );
}

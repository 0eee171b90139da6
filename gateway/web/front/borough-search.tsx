import { type SubmitEvent, useId, useState } from 'react';
import { findBorough, writeBoroughAddress } from './address.ts';
import { boroughs } from './boroughs.ts';
import { useSite } from './site.tsx';

/** A box to type a borough into, which leads to its page; says so where there is none of that name. */
export function BoroughSearch({ label = 'Another borough' }: { readonly label?: string }) {
  const { top } = useSite();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('borough');
    const found = typeof text === 'string' ? findBorough(text) : undefined;
    if (found === undefined) setProblem('No London borough has this name. Choose one of the list.');
    else location.assign(top + writeBoroughAddress(found));
  };
  return (
    <form className="search" role="search" aria-label="Boroughs" onSubmit={search}>
      <label htmlFor={id}>{label}</label>
      <div className="search-row">
        <input
          id={id}
          name="borough"
          list={`${id}-list`}
          autoComplete="off"
          required
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          placeholder="For example Hackney"
        />
        <datalist id={`${id}-list`}>
          {boroughs.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
        <button type="submit">Show</button>
      </div>
      <p id={`${id}-problem`} role="alert" className="search-problem">
        {problem}
      </p>
    </form>
  );
}

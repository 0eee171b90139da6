import { useId } from 'react';
import { purposeWords } from './bearer.ts';

/** What somebody will use the figures for, as a field called `purpose`. */
export function PurposeChoice({ chosen }: { readonly chosen: string }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>What are the figures for?</label>
      <select id={id} name="purpose" defaultValue={chosen}>
        <option value="">No purpose: open figures alone</option>
        {purposeWords.map((each) => (
          <option key={each.id} value={each.id}>
            {each.words}
          </option>
        ))}
      </select>
    </>
  );
}

/** The text of a field of a form, without space around it. */
export function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}

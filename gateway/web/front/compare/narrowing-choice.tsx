import { type SubmitEvent } from 'react';
import { type Comparison, writeCompareAddress } from '../address.ts';
import { ChoiceBox } from '../choice-box.tsx';
import { useSite } from '../site.tsx';
import { type ComparedIndicator } from './answer.ts';

interface Shown {
  readonly chosen: Comparison;
  readonly dimensions: ComparedIndicator['dimensions'];
}

/** What of an indicator is compared: a choice for each of its dimensions, and a button, so that nothing moves while somebody chooses. */
export function NarrowingChoice({ chosen, dimensions }: Shown) {
  const { top } = useSite();
  if (dimensions.length === 0) return null;
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)];
    const narrowing = given.flatMap(([dimension, value]) =>
      typeof value === 'string' && value !== '' ? [{ dimension, value }] : [],
    );
    location.assign(top + writeCompareAddress({ indicator: chosen.indicator, narrowing }));
  };
  return (
    <form className="narrowing" onSubmit={show}>
      {dimensions.map(({ id, label, values }) => (
        <ChoiceBox
          key={id}
          label={label}
          name={id}
          chosen={chosen.narrowing.find(({ dimension }) => dimension === id)?.value ?? ''}
          options={[{ value: '', label: 'All together' }, ...values]}
        />
      ))}
      <button type="submit" className="quiet-button">
        Show
      </button>
    </form>
  );
}

import { type SubmitEvent } from 'react';
import { defaultFramework, findBorough, writeFrameworkAddress } from '../address.ts';
import { type Borough, boroughs } from '../boroughs.ts';
import { ChoiceBox } from '../choice-box.tsx';
import { useSite } from '../site.tsx';

const places = [
  { value: '', label: 'London as a whole' },
  ...boroughs.map(({ code, name }) => ({ value: code, label: name })),
];

interface Shown {
  readonly frameworks: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: { readonly borough: Borough | null; readonly framework: string };
}

/** Which plan, and for which place: two choices and a button. */
export function FrameworkChoice({ frameworks, chosen }: Shown) {
  const { top } = useSite();
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [plan, place] = [given.get('plan'), given.get('place')];
    const borough = typeof place === 'string' ? findBorough(place) : undefined;
    const framework = typeof plan === 'string' ? plan : defaultFramework;
    location.assign(
      top + (borough === undefined ? writeLondonAddress(framework) : writeFrameworkAddress(borough, framework)),
    );
  };
  return (
    <form className="narrowing" onSubmit={show}>
      <ChoiceBox
        label="Plan"
        name="plan"
        chosen={chosen.framework}
        options={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <ChoiceBox label="Place" name="place" chosen={chosen.borough?.code ?? ''} options={places} />
      <button type="submit" className="quiet-button">
        Show
      </button>
    </form>
  );
}

function writeLondonAddress(framework: string): string {
  return framework === defaultFramework ? 'framework' : `framework?plan=${encodeURIComponent(framework)}`;
}

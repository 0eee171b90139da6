import { useId } from 'react';

interface Shown {
  readonly label: string;
  /** What the choice is called in its form. */
  readonly name: string;
  readonly chosen: string;
  /** In their order. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Told of another choice. @default whoever reads the form finds it */
  readonly onChoose?: (value: string) => void;
}

/** A choice of one, with what it is called above it. */
export function ChoiceBox({ label, name, chosen, options, onChoose }: Shown) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={chosen} onChange={(event) => onChoose?.(event.currentTarget.value)}>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </span>
  );
}

import { useSite } from '../site.tsx';

/** The way back to the catalogue. */
export function Way() {
  const { top } = useSite();
  return (
    <p className="way">
      <a href={`${top}catalogue`}>Catalogue</a>
    </p>
  );
}

/** Says that figures on the page are made up, and of which datasets; nothing where none is. */
export function SyntheticBanner({ datasets }: { readonly datasets: readonly string[] }) {
  if (datasets.length === 0) return null;
  return (
    <div className="synthetic" role="note" aria-label="Made-up figures">
      <strong>Made-up sample figures, not real ones.</strong> They are of{' '}
      {datasets.length === 1 ? 'this dataset' : `these ${datasets.length} datasets`}:{' '}
      {datasets.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <code>{id}</code>
        </span>
      ))}
      . They describe no real place, person or event.
    </div>
  );
}

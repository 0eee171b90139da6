import { Notice } from '../notice.tsx';

/** Says that records are not as they were written, which somebody has to look into; nothing where all are. */
export function ChangedRecords({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const which = count === 1 ? '1 record is' : `${count.toLocaleString('en-GB')} records are`;
  return (
    <Notice kind="down">
      {which} not as it was written, and left out here. Whoever runs the system finds out more with{' '}
      <code>npm run audit:verify</code>.
    </Notice>
  );
}

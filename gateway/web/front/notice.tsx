import { type ReactNode } from 'react';

/** What a notice is about, which gives it its colour and its first word. */
export type NoticeKind = 'down' | 'access' | 'stranger' | 'unsigned' | 'nothing' | 'elsewhere' | 'refused';

const firstWords: Readonly<Record<NoticeKind, string>> = {
  down: 'Missing just now',
  access: 'For named users',
  stranger: 'Not let in',
  unsigned: 'Nobody was signed in',
  nothing: 'Nothing held',
  elsewhere: 'Measured elsewhere',
  refused: 'Not compared',
};

/** Something that stands in place of figures, or before them, and says in words why. */
export function Notice({ kind, children }: { readonly kind: NoticeKind; readonly children: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`}>
      <strong>{firstWords[kind]}.</strong> {children}
    </div>
  );
}

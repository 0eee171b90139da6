/** What subscribers can hear of. */
export const eventKinds = ['release', 'correction', 'recall', 'breaking-change'] as const;

/** Something that happened to the graph, for everybody to know. It has no figures. */
export type GraphEvent =
  | (ReleaseEvent & { readonly type: 'release' })
  /** A release that changes figures of before, or takes some away: as many as that. */
  | (ReleaseEvent & { readonly type: 'correction'; readonly changed: number; readonly gone: number })
  | (ReleaseEvent & { readonly type: 'recall'; readonly reason: string | null })
  | {
      readonly type: 'breaking-change';
      /** The number of the version of the graph. */
      readonly version: number;
      /** The subgraph, or the version that is back. */
      readonly subject: string;
      readonly why: string;
      /** The recorded operations that break. */
      readonly operations: readonly string[];
    };

interface ReleaseEvent {
  readonly agency: string;
  readonly dataset: string;
  readonly release: string;
  /** The day of its publication. */
  readonly publishedAt: string;
}

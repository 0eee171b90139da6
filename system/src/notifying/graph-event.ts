/** What subscribers can hear of. */
export const eventKinds = ['release', 'correction', 'recall', 'breaking-change'] as const;

/** Something that happened to the graph, for everybody to know. It has no figures. */
export type GraphEvent =
  | (ReleaseEvent & { readonly type: 'release' })
  /** A release that changes figures of before, or takes some away: as many as that. */
  | (ReleaseEvent & { readonly type: 'correction'; readonly changed: number; readonly gone: number })
  | (ReleaseEvent & { readonly type: 'recall'; readonly reason: string | null })
  /** A release with which something is gone that was there: a major version of its dataset, with the recorded operations that show it. */
  | (ReleaseEvent & { readonly type: 'breaking-change'; readonly operations: readonly string[] })
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
  /** The version of the dataset that began with it, as `2.0.0`. */
  readonly datasetVersion: string;
}

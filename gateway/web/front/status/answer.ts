/** The answer to `status-page.graphql`. */
export interface StatusAnswer {
  readonly catalogue:
    | readonly {
        readonly id: string;
        readonly agency: {
          readonly name: string;
          readonly datasets: readonly {
            readonly id: string;
            readonly title: string;
            readonly latestRelease: {
              readonly id: string;
              readonly publishedAt: string;
              readonly loadedAt: string;
              readonly observationCount: number;
              readonly rowsRejected: number;
            } | null;
          }[];
        } | null;
      }[]
    | null;
}

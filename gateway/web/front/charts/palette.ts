/**
 * The colours of a picture that leaves the page, by the names that the style sheet has for them: those for light, since what
 * somebody pastes it into is paper or as white. A test compares them with the style sheet.
 */
export const palette: Readonly<Record<string, string>> = {
  panel: '#ffffff',
  text: '#17202b',
  quiet: '#4c5968',
  rule: '#d5dae1',
  series: '#14508f',
  usual: '#dbe7f5',
  centre: '#5b7da3',
  unusual: '#b8470f',
  'tile-more': '#f4c9a5',
  'tile-less': '#14508f',
  'tile-alike': '#dfe4ea',
};

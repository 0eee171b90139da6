/**
 * A publisher by its name alone, for a list or at the beginning of a line: `Home Office` for `the Home Office`, and
 * `Probation services` for `probation services`. Articles within it stay. Never throws.
 */
export function publisherName(publisher: string): string {
  const name = publisher.replace(/^the /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The media types that a header `accept` names, in lower case and without parameters: those of the highest `q` first, of equal ones the first. What is
 * not wanted (`q=0`) is left out, and so is what has a `q` that is no number. Source: RFC 9110, 12.4.2.
 */
export function preferredTypes(accept: string): readonly string[] {
  const wanted = accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const quality = parameters.map((each) => /^q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
    return { type, quality: quality === undefined ? 1 : Number(quality) };
  });
  return wanted
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ type }) => type);
}

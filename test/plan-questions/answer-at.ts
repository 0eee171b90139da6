/**
 * What stands at a place of an answer: names of fields, positions in lists, and `code=E09000012` for the first entry of a list that has
 * it (`area.code=…` looks a level deeper, `#` is how many there are), with `/` between them.
 *
 * @throws {Error} when the answer has no such place.
 */
export function answerAt(answer: unknown, place: string): unknown {
  return place.split('/').reduce((at: unknown, step) => stepInto(at, step, place), answer);
}

function stepInto(at: unknown, step: string, place: string): unknown {
  if (Array.isArray(at)) return entryOf(at, step, place);
  if (typeof at === 'object' && at !== null && step in at) return Object.entries(at).find(([key]) => key === step)?.[1];
  throw new Error(`The answer has no "${step}" on the way to ${place}: there is ${JSON.stringify(at).slice(0, 200)}`);
}

function entryOf(list: readonly unknown[], step: string, place: string): unknown {
  if (step === '#') return list.length;
  const [path = '', value] = step.split('=');
  const found = value === undefined ? list[Number(step)] : list.find((entry) => has(entry, path.split('.'), value));
  if (found === undefined) throw new Error(`None of ${list.length} entries is "${step}" on the way to ${place}`);
  return found;
}

function has(entry: unknown, path: readonly string[], value: string): boolean {
  const [key = '', ...rest] = path;
  if (typeof entry !== 'object' || entry === null || !(key in entry)) return false;
  const inside: unknown = Object.entries(entry).find(([name]) => name === key)?.[1];
  return rest.length === 0 ? String(inside) === value : has(inside, rest, value);
}

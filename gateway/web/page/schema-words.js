/** What is asked of the schema: every name in it, and what is said of it. */
export const schemaQuery = `{ __schema { types { name description fields(includeDeprecated: true) { name description args { name description } } enumValues(includeDeprecated: true) { name description } inputFields { name description } } } }`;

/** As many as a person reads through. */
export const mostFound = 40;

/**
 * Everything of a schema that has a name: types, fields, arguments and the values of enums, each by the way that leads to it
 * (`Series.observations(from)`) and with what is said of it. What describes schemas themselves is not among them.
 */
export function listWords({ types }) {
  return types.filter(({ name }) => !name.startsWith('__')).flatMap(wordsOfType);
}

function wordsOfType({ name, description, fields, enumValues, inputFields }) {
  const own = { name, way: name, is: 'type', description: description ?? '' };
  const within = (is) => (each) => ({
    name: each.name,
    way: `${name}.${each.name}`,
    is,
    description: each.description ?? '',
  });
  const ofField = (field) => [
    within('field')(field),
    ...(field.args ?? []).map((argument) => ({
      name: argument.name,
      way: `${name}.${field.name}(${argument.name})`,
      is: 'argument',
      description: argument.description ?? '',
    })),
  ];
  return [
    own,
    ...(fields ?? []).flatMap(ofField),
    ...(enumValues ?? []).map(within('value')),
    ...(inputFields ?? []).map(within('input')),
  ];
}

/**
 * What has every word of a text in its way or in what is said of it: first what is called so, then what has them in its name, then
 * the rest; the same said of many things is told once, with how many more have it.
 */
export function findWords(words, text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const ranked = words.flatMap((word) => {
    const rank = rankOf(word, wanted);
    return rank === null ? [] : [{ ...word, rank }];
  });
  const told = new Map();
  for (const word of ranked.sort((one, other) => one.rank - other.rank)) {
    const same = told.get(`${word.name} ${word.description}`);
    if (same === undefined) told.set(`${word.name} ${word.description}`, { ...word, more: 0 });
    else same.more += 1;
  }
  return [...told.values()].slice(0, mostFound);
}

function rankOf({ name, way, description }, wanted) {
  const [called, led, said] = [name, way, description].map((each) => each.toLowerCase());
  if (wanted.some((word) => !led.includes(word) && !said.includes(word))) return null;
  if (called === wanted.join('')) return 0;
  if (wanted.every((word) => called.includes(word))) return 1;
  return wanted.every((word) => led.includes(word)) ? 2 : 3;
}

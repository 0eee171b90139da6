const response = await fetch(`${process.argv[2]}/data/recorded-crime.ndjson?code=E09000012`);
const rows = (await response.text())
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

console.log(
  rows.length,
  rows.reduce((sum, { value }) => sum + value, 0),
);

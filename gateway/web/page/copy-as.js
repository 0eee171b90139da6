import { readVariables } from './current-operation.js';

/** An operation as a program that asks it, by the name of its language. Tokens are never written: each says where one goes. */
export const languages = {
  curl: ({ endpoint, body }) =>
    `curl -s '${endpoint}' \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'\n`,
  TypeScript: ({ endpoint, body }) =>
    `const response = await fetch(${JSON.stringify(endpoint)}, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(${indent(JSON.stringify(body, null, 2), '  ')}),
});
const { data, errors } = await response.json();
if (errors) console.warn(errors);
console.log(data);
`,
  Python: ({ endpoint, body }) =>
    `import json
import urllib.request

query = ${pythonText(body.query)}
variables = json.loads(${pythonText(JSON.stringify(body.variables))})
request = urllib.request.Request(
    ${JSON.stringify(endpoint)},
    data=json.dumps({"query": query, "variables": variables}).encode(),
    headers={"content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
print(json.dumps(answer, indent=2))
`,
  R: ({ endpoint, body }) =>
    `library(httr2)

answer <- request(${JSON.stringify(endpoint)}) |>
  req_body_json(list(
    query = ${JSON.stringify(body.query)},
    variables = jsonlite::fromJSON(${JSON.stringify(JSON.stringify(body.variables))}, simplifyVector = FALSE)
  )) |>
  req_perform() |>
  resp_body_json()
str(answer)
`,
};

/** The program of a language; what cannot be read of the variables is left out. */
export function writeProgram(language, { query, variables }, endpoint) {
  return languages[language]({ endpoint, body: { query, variables: readVariables(variables) ?? {} } });
}

function pythonText(text) {
  return JSON.stringify(text);
}

function indent(text, by) {
  return text.replaceAll('\n', `\n${by}`);
}

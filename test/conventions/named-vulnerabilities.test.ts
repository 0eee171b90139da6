import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** A test of this project: its file, and how its name begins. */
type Cover = readonly [file: string, name: string];

const safeVersions = 'test/conventions/safe-versions.test.ts';
const security = 'gateway/src/security.test.ts';
const transports = 'gateway/src/limits-by-transport.test.ts';
const accessRules = 'gateway/src/access/access-rules.test.ts';
const generated: Cover = ['gateway/src/access/generated-operations.test.ts', 'What callers get is what they may see'];
const oneDoor = 'test/conformance/one-door.test.ts';
const viewerToken = 'schema/src/wire/viewer-token.test.ts';

/** Vulnerabilities of gateways like ours that have a name, what each is, and which tests would fail if ours had it. */
const rows: readonly (readonly [id: string, what: string, covers: readonly Cover[]])[] = [
  [
    'CVE-2024-43414',
    'candidate plans are reduced without end',
    [
      [safeVersions, '%s is at least %s'],
      ['gateway/src/planning/planner.test.ts', 'gives up what takes too much'],
      ['gateway/src/planning/planning-desk.test.ts', 'gives up an operation that has taken the processor time'],
    ],
  ],
  [
    'CVE-2025-32030',
    'named fragments are expanded once for each spread',
    [
      [safeVersions, '%s is at least %s'],
      [security, 'fragments that double are refused at once'],
      [transports, 'Fragments that double %i times are refused within 20 ms'],
    ],
  ],
  [
    'CVE-2025-32031, CVE-2025-32032 to 32034, CVE-2025-31496',
    'selections elsewhere are walked again and again',
    [
      [safeVersions, '%s is at least %s'],
      [transports, 'What is twice as long takes no more than some times as long to refuse'],
      [security, 'what is too intricate to plan is refused'],
    ],
  ],
  [
    'CVE-2026-32621',
    'names and answers write into what all objects share',
    [
      [safeVersions, '%s is at least %s'],
      [security, '%s is refused, since something else has the name'],
      [security, 'that are not JSON, or have a key called __proto__'],
      ['gateway/src/agencies/agency-failures.test.ts', 'answers a key called __proto__'],
    ],
  ],
  [
    'CVE-2025-64530',
    'a protected interface is passed by through fragments on its objects',
    [[safeVersions, '%s is at least %s'], [accessRules, 'may see of each of its objects what that shows'], generated],
  ],
  [
    'GHSA-m8jr-fxqx-8xx6',
    'a protected field is reached through what is made of it',
    [
      [safeVersions, '%s is at least %s'],
      [accessRules, 'fails where a field is made of a protected one and asks for less'],
      [accessRules, 'fails where a field gets a protected one from around it and asks for less'],
    ],
  ],
  [
    'GHSA-x33c-7c2v-mrj9',
    'kinds of objects are checked only where they agree',
    [[accessRules, 'may see of each of its objects what that shows'], generated],
  ],
  [
    'GHSA-g8jh-vg5j-4h3f',
    'directives under another name are overlooked',
    [
      [accessRules, 'are found under the names by which they were imported'],
      [accessRules, 'are found under a name for the whole specification'],
    ],
  ],
  [
    'hive router #1422, #1423',
    'members of unions are put together, and fragments share a response key',
    [
      generated,
      ['gateway/src/access/protected-fields.test.ts', 'is null with an error at its place, under each of its names'],
    ],
  ],
  [
    'CVE-2026-23897',
    'a body in an exotic charset is decoded',
    [
      [safeVersions, '%s is at least %s'],
      [security, 'in the charset %s are refused'],
      [security, 'that are compressed are refused before they are unpacked'],
    ],
  ],
  [
    'GHSA-9q82-xgwf-vj6h, GHSA-hff2-gcpx-8f4p',
    'a GET with another content type passes by the check of where it comes from',
    [
      [safeVersions, '%s is at least %s'],
      [security, 'that another site’s page could send (%o) are refused'],
      [security, 'with the content type %s are refused even with the header'],
    ],
  ],
  [
    'CVE-2026-30241',
    'a limit is skipped on another way in',
    [
      [transports, 'is refused by %s as by POST'],
      [security, 'with several operations in a list are refused'],
      [security, 'of type %s, which other sites can send'],
      ['test/journeys/shared-budgets.db.test.ts', 'What an address has spent is spent at %s as well'],
      ['gateway/src/access/protected-fields.test.ts', 'through %s is for its callers alone'],
      ['test/journeys/named/doors.ts', 'everybody else gets one and the same answer after him'],
    ],
  ],
  [
    'GHSA-224p-v68g-5g8f, GHSA-mh3m-8c74-74xh, GHSA-733v-p3h5-qpq7, GHSA-p4qx-6w5p-4rj2',
    'limits are fooled by fragments that are kept, or by the name __schema',
    [
      [transports, 'what only looks like introspection'],
      [
        'schema/src/cost/estimate.test.ts',
        'counts what is selected twice under one name once, and a fragment wherever it is spread',
      ],
    ],
  ],
  [
    'graphql-go-tools #1616',
    'one answer is given to two callers who ask the same at once',
    [
      [
        'gateway/src/access/protected-fields.test.ts',
        'Two callers who ask the same at the same time are asked about twice',
      ],
    ],
  ],
  [
    'a signature without time, nonce or target',
    'what was captured is sent again, elsewhere, or with something else in it',
    [
      [viewerToken, 'is good once'],
      [viewerToken, 'is not good at another agency'],
      [viewerToken, 'that a gateway signed for longer than half a minute is not good'],
      [oneDoor, 'refuses the same token a second time'],
      [oneDoor, 'refuses a token for %s'],
    ],
  ],
  [
    'Truxify #13883',
    'whoever asks a subgraph directly is whom he says',
    [
      [oneDoor, 'refuses %s without a token'],
      ['gateway/src/callers/callers.test.ts', 'cannot write what agencies are told'],
    ],
  ],
];

it.each(rows)('%s (%s) has tests', (_id, _what, covers) => {
  for (const [file, name] of covers)
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ')).toContain(
      `'${name}`,
    );
});

import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { lintSchema } from './lint.ts';

/** The problems of a document, without the places where they stand. */
function problemsOf(sdl: string): readonly string[] {
  return lintSchema(parse(sdl)).map((problem) => problem.replace(/^.*?:\d+: /, ''));
}

function expectValid(sdl: string) {
  expect(problemsOf(sdl)).toEqual([]);
}

describe('A description', () => {
  it('is required of every kind of element', () => {
    expect(
      problemsOf(`
        scalar Day @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")
        enum Kind { A }
        input Range { from: Day }
        type Town { count(kind: Kind): [Int!]! @listSize(assumedSize: 9) }
        union Place = Town
      `),
    ).toEqual([
      'Day has no description.',
      'Kind has no description.',
      'Kind.A has no description.',
      'Range has no description.',
      'Range.from has no description.',
      'Town has no description.',
      'Town.count has no description.',
      'Town.count(kind:) has no description.',
      'Place has no description.',
    ]);
  });

  it('is not a blank one', () => {
    expect(problemsOf('"" type Town')).toEqual(['Town has no description.']);
  });

  it('begins with a line that is a whole sentence', () => {
    expect(problemsOf('"a town" type Town')).toEqual([
      'Town must begin its description with a line that is one or more whole sentences, not "a town".',
    ]);
    expectValid('"A town." type Town');
    expectValid('"Status." enum Status { "[c] Withheld." WITHHELD }');
  });

  it('says what null means where a field is nullable', () => {
    expect(problemsOf('"A town." type Town { "Its mayor." mayor: String }')).toEqual([
      'Town.mayor is nullable, and its description does not say what null means.',
    ]);
    expectValid('"A town." type Town { "Its mayor. Null where it has none." mayor: String "Its name." name: String! }');
  });
});

describe('Nullability', () => {
  it('is required of every root field', () => {
    expect(problemsOf('"Start." type Query { "All towns." towns: [String!]! @listSize(assumedSize: 9) }')).toEqual([
      'Query.towns is a root field and must be nullable.',
    ]);
    expectValid(
      '"Start." type Query { "All towns. Null where the agency is down." towns: [String!] @listSize(assumedSize: 9) }',
    );
  });

  const area = (field: string) => `
    "A place."
    type Area @key(fields: "code") @interfaceObject { "ONS code." code: ID! ${field} }
  `;

  it("is required of every field added to another agency's entity", () => {
    expect(problemsOf(area('"Bus stops." stops: [Int!]! @listSize(assumedSize: 9)'))).toEqual([
      'Area.stops is added to an entity of another agency and must be nullable.',
    ]);
    expectValid(area('"Bus stops. Null where none are known." stops: [Int!] @listSize(assumedSize: 9)'));
  });

  it('is required of every field whose type another agency resolves', () => {
    expect(problemsOf(`${area('')} "A bus stop." type Stop { "Where it is." area: Area! }`)).toEqual([
      'Stop.area has the type Area, which another agency resolves, and must be nullable.',
    ]);
    expectValid(
      `${area('')} "A bus stop." type Stop { "Where it is. Null where not known." areas: [Area!] @listSize(assumedSize: 9) }`,
    );
  });

  it('is required where only a member of a union is resolved by another agency', () => {
    const stub = '"A tram." type Tram @key(fields: "id", resolvable: false) { "Id." id: ID! }';
    const union = '"A vehicle." union Vehicle = Tram';
    expect(
      problemsOf(
        `${stub} ${union} "A stop." type Stop { "What calls." vehicles: [Vehicle!]! @listSize(assumedSize: 9) }`,
      ),
    ).toEqual(['Stop.vehicles has the type Vehicle, which another agency resolves, and must be nullable.']);
    expectValid(
      `${stub} ${union} "A stop." type Stop { "What calls. Null where not known." vehicles: [Vehicle!] @listSize(assumedSize: 9) }`,
    );
  });

  it('is required of what takes arguments and cannot be empty, so that a wrong one costs nothing around it', () => {
    const sdlOf = (type: string): string => `
      "A town." type Town { "Its folk. Null where nobody has counted." folk("The year." year: Int): ${type} }
      "A page." type Page { "The lines." lines: [Int!]! @listSize(assumedSize: 9) "Whether there are more." more: Boolean! }
      "A count." type Count { "How many." many: Int! }`;
    expect(['Int!', 'Count!'].map((type) => problemsOf(sdlOf(type)))).toEqual([
      ['Town.folk takes arguments, which may be wrong, and must be nullable or a list.'],
      ['Town.folk takes arguments, which may be wrong, and must be nullable or a list.'],
    ]);
    for (const type of ['Int', 'Page!', '[Int!]! @listSize(assumedSize: 9)']) expectValid(sdlOf(type));
  });
});

describe('A name', () => {
  it('has the form of its kind', () => {
    expect(
      problemsOf(`
        "A kind." enum bus_kind { "Red." Red }
        "A range." input Range { "First." First: Int }
        "A stop." type Stop { "Name." stop_name("Kind." Kind: bus_kind): [String!]! @listSize(assumedSize: 9) }
      `),
    ).toEqual([
      'bus_kind must be named in PascalCase, such as AreaLink.',
      'bus_kind.Red must be named in SCREAMING_SNAKE_CASE, such as POLICE_FORCE_AREA.',
      'Range.First must be named in camelCase, such as offenceGroup.',
      'Stop.stop_name must be named in camelCase without a verb, such as areaLinks.',
      'Stop.stop_name(Kind:) must be named in camelCase, such as offenceGroup.',
    ]);
  });

  it('of a field does not begin with get or list', () => {
    expect(problemsOf('"A stop." type Stop { "Buses." getBuses: Int! "Trams." listTrams: Int! }')).toEqual([
      'Stop.getBuses must be named in camelCase without a verb, such as areaLinks.',
      'Stop.listTrams must be named in camelCase without a verb, such as areaLinks.',
    ]);
    expectValid('"A stop." type Stop { "Whether it is listed." listed: Boolean! "Getaways." getaways: Int! }');
  });

  it.each([
    ...['nhsNumber', 'dateOfBirth', 'uprn', 'postcode', 'victimSurname', 'homeAddress', 'latitude', 'crimeId'],
    ...['address', 'vrm', 'vehicleRegistration', 'patientId', 'officerName', 'caseReference', 'easting', 'freeText'],
  ])('is not %s, which belongs to one person, case or address', (name) => {
    expect(problemsOf(`"A record." type Record { "It." ${name}: String! }`)).toEqual([
      expect.stringMatching(new RegExp(`^Record\\.${name} looks like personal data \\("\\w+"\\)`)),
    ]);
  });

  it.each(['name', 'childPopulation', 'latest', 'longestWait', 'parentName', 'officers', 'personsAtRisk'])(
    'may be %s, which belongs to nobody',
    (name) => {
      expectValid(`"A record." type Record { "It." ${name}: String! }`);
    },
  );

  it('is not personal data in an argument, an input field, an enum value or a type either', () => {
    expect(
      problemsOf(`
        "A home." type Postcode { "Counts." count("Where." uprn: ID): [Int!]! @listSize(assumedSize: 9) }
        "A filter." input Filter { "Who." surname: String }
        "A group." enum Group { "When." DATE_OF_BIRTH }
        "Who." input Person { "Where." latitude: Float }
      `),
    ).toEqual([
      'Postcode looks like personal data ("postcode"), which is never in the graph.',
      'Postcode.count(uprn:) looks like personal data ("uprn"), which is never in the graph.',
      'Filter.surname looks like personal data ("surname"), which is never in the graph.',
      'Group.DATE_OF_BIRTH looks like personal data ("birth"), which is never in the graph.',
      'Person.latitude looks like personal data ("latitude"), which is never in the graph.',
    ]);
  });

  it('may be the point that a question is about', () => {
    expectValid('"A." type A { "At. Null in none." at("East." longitude: Float, "North." latitude: Float): Int }');
  });
});

describe('A scalar', () => {
  it('links the document that defines it', () => {
    expect(problemsOf('"A day." scalar Day')).toEqual(['Day is a scalar without @specifiedBy.']);
    expectValid('"A day." scalar Day @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")');
  });

  it.each(['JSON', 'JSONObject', 'Any', 'Object', 'StringMap'])('is not %s, which says nothing', (name) => {
    expect(
      problemsOf(`"Anything." scalar ${name} @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc8259")`),
    ).toEqual([`${name} is a scalar of unknown content; write a type.`]);
  });
});

describe('A deprecation', () => {
  const town = (directive: string) => `"A town." type Town { "Its name." name: String! ${directive} }`;

  it.each(['@deprecated', '@deprecated(reason: "Use title.")', '@deprecated(reason: "Removal on 2027-03-31 UTC.")'])(
    'says why, what instead, and the day of removal, unlike %s',
    (directive) => {
      expect(problemsOf(town(directive))).toEqual([
        'Town.name is deprecated without a reason that ends "Removal on YYYY-MM-DD UTC.".',
      ]);
    },
  );

  it('may end with the day of removal', () => {
    expectValid(town('@deprecated(reason: "Names change: use title. Removal on 2027-03-31 UTC.")'));
  });
});

describe('A directive that ties two agencies together', () => {
  const rate = (comment: string) => `
    "A place."
    type Area @key(fields: "code") @interfaceObject {
      "ONS code."
      code: ID!
      ${comment}
      "Stops per resident. Null where not known."
      rate: Float @requires(fields: "residents")
    }
  `;

  it('has a comment that says why and until when', () => {
    const problem = 'Area.rate has @requires without a comment before it that says why and until when.';
    expect(problemsOf(rate(''))).toEqual([problem]);
    expect(problemsOf(rate('# A rate needs residents.'))).toEqual([problem]);
    expectValid(rate('# A rate needs residents, which another agency has.\n# Until: we count them ourselves.'));
  });
});

describe('A problem', () => {
  it('names the file, the line and the element', () => {
    expect(lintSchema(parse('\n"A town."\ntype Town {\n  name: String!\n}'))).toEqual([
      'GraphQL request:4: Town.name has no description.',
    ]);
  });

  it('is a type extension, whose fields would escape the other rules', () => {
    expect(problemsOf('extend type Town { name: String }')).toEqual([
      'Town is extended; write its fields where it is defined.',
    ]);
  });
});

describe('A field of an interface', () => {
  const core = '"A place." interface Place { "Its name." name: String! "Its code." code(long: Boolean): Int! }';

  it('is word for word the same in a type', () => {
    const problems = problemsOf(
      `${core} "A town." type Town implements Place { "The name." name: String! "Its code." code: ID! "Big." big: Int! }`,
    ).filter((problem) => problem.includes('word for word'));
    const remedy = 'Run `npm run compose`, which writes the fields of an interface into each type that implements it.';
    expect(problems).toEqual([
      `Town.name is not Place.name word for word: its description is "The name.", there "Its name.". ${remedy}`,
      `Town.code is not Place.code word for word: its type is "ID!", there "Int!", its arguments are "", there "long: Boolean". ${remedy}`,
    ]);
  });

  it('is there', () => {
    expect(problemsOf(`${core} "A town." type Town implements Place { "Its name." name: String! }`)).toContain(
      'Town lacks Place.code. Run `npm run compose`, which writes the fields of an interface into each type that implements it.',
    );
  });
});

describe('A list', () => {
  const town = (field: string, more = '') =>
    `${more} "A town." type Town { "What it has. Null where not known." ${field} }`;

  it('says how long it is', () => {
    expect(problemsOf(town('schools: [String!]'))).toEqual([
      'Town.schools is a list that does not say how long it is: write @listSize(assumedSize: …), or @sizedBy or @byPeriod of core.graphql.',
    ]);
    expectValid(town('schools: [String!] @listSize(assumedSize: 40)'));
    expectValid(town('schools("Which." ids: [ID!]!): [String!] @sizedBy(lists: ["ids"])'));
    expectValid(town('schools: [String!] @external'));
  });

  it('may leave that to the interface of its type, or to every field that leads to it', () => {
    const place = `"A place." interface Place { "Schools. Null where not known." schools: [String!] @listSize(assumedSize: 4) }`;
    expectValid(
      `${place} "A town." type Town implements Place { "Schools. Null where not known." schools: [String!] }`,
    );
    const page = '"A page." type Page { "Nodes." nodes: [String!]! }';
    const leading = (name: string) => `${name}: Page @listSize(assumedSize: 4, sizedFields: ["nodes"])`;
    expectValid(town(leading('schools'), page));
    expect(
      problemsOf(`${town(leading('schools'), page)} "A road." type Road { "All. Null where not known." all: Page }`),
    ).toEqual([expect.stringMatching(/^Page\.nodes is a list that does not say how long it is/)]);
  });

  it('of periods is as long as each field says that leads to a series', () => {
    const series = '"One." type Series { "Values." values: [Int!]! @byPeriod }';
    expect(problemsOf(town('crime: Series', series))).toEqual([
      'Town.crime leads to series and does not say how many periods they have: write @periods(most: …).',
    ]);
    expectValid(town('crime: Series @periods(most: 200)', series));
  });
});

/*
 * The words for what belongs to one person, vehicle, recording, case or address: the graph holds counts, and never these. In
 * lower case without separators. Coordinates are among them because they place one incident or one home exactly.
 */

/** A name that contains one of these stands for personal data, whatever stands before or after it. */
const anywhere = [
  // Persons.
  'nhsnumber',
  'nationalinsurance',
  'ninumber',
  'passport',
  'drivinglicence',
  'firstname',
  'forename',
  'givenname',
  'lastname',
  'surname',
  'familyname',
  'fullname',
  'maidenname',
  'birth',
  'email',
  'telephone',
  'phonenumber',
  'mobilenumber',
  'signature',
  'facialimage',
  'mugshot',
  // Records of agencies.
  'pncid',
  'arrestnumber',
  'custodynumber',
  'collarnumber',
  'warrantnumber',
  'crimeid',
  'crimenumber',
  'crimereference',
  'incidentid',
  'incidentnumber',
  'caseid',
  'casenumber',
  'casereference',
  'casenote',
  'pupilnumber',
  'freetext',
  // Vehicles and recordings.
  'numberplate',
  'registrationmark',
  'registrationnumber',
  'vehicleregistration',
  'recordingid',
  'videourl',
  // Places too exact for a count.
  'uprn',
  'postcode',
  'homeaddress',
  'streetaddress',
  'addressline',
  'housenumber',
  'gridreference',
  'what3words',
  'latitude',
  'longitude',
  'easting',
  'northing',
];

/** These mean it only as the whole name: within others they are syllables. */
const alone = new Set(['address', 'addresses', 'dob', 'lat', 'lon', 'lng', 'long', 'nino', 'upn', 'vrm', 'vrn']);

/** Who may have a name or a number of their own: `victim_name`, `childId`. */
const ofPerson =
  /(?:victim|suspect|offender|defendant|detainee|patient|child|pupil|person|witness|officer|carer|driver|keeper)s?(?:name|id|reference|ref|number)$/;

/**
 * The word by which a name stands for personal data, in lower case without separators; null for a name that does not.
 *
 * `name` is a name of the schema, a heading of a file, or the id of a dimension, in any spelling. Never throws.
 */
export function personalWordIn(name: string): string | null {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (alone.has(plain)) return plain;
  return anywhere.find((word) => plain.includes(word)) ?? ofPerson.exec(plain)?.[0] ?? null;
}

/**
 * What people call the hospitals of an NHS provider, by its organisation code: nobody says the name of the trust. A hospital that has gone from
 * one trust to another stands where it is now.
 * Source: the trusts' own pages, "Our hospitals".
 */
export const hospitalNames: Readonly<Record<string, readonly string[]>> = {
  R1H: ['Royal London Hospital', 'the Royal London', "St Bartholomew's", 'Bart’s', 'Whipps Cross', 'Newham Hospital'],
  R1K: ['Northwick Park', 'Ealing Hospital', 'Central Middlesex'],
  RAL: ['Royal Free', 'Barnet Hospital', 'Chase Farm', 'North Middlesex', 'North Mid'],
  RAS: ['Hillingdon Hospital'],
  RAX: ['Kingston Hospital'],
  RF4: ["Queen's Hospital", "Queen's Romford", 'King George Hospital'],
  RJ1: ["St Thomas' Hospital", "Guy's Hospital", 'Evelina'],
  RJ2: ['Lewisham Hospital', 'Queen Elizabeth Hospital', 'Woolwich Hospital'],
  RJ6: ['Croydon University Hospital', 'Mayday'],
  RJ7: ["St George's Hospital", "St George's Tooting", 'Tooting Hospital'],
  RJZ: ["King's College Hospital", "King's", 'Denmark Hill', 'Princess Royal', 'PRUH'],
  RKE: ['Whittington Hospital', 'the Whittington'],
  RQM: ['Chelsea and Westminster', 'West Middlesex', 'West Mid'],
  RQX: ['Homerton Hospital', 'the Homerton'],
  RRV: ['UCH', 'UCLH', 'University College Hospital'],
  RVR: ['St Helier', 'Epsom Hospital'],
  RYJ: ["St Mary's Hospital", "St Mary's Paddington", 'Charing Cross Hospital', 'Hammersmith Hospital'],
};

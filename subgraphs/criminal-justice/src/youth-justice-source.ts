/** Where figures of youth justice come from that the Department for Education republishes. */
export const youthJusticeSource = {
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Youth Justice Board and Ministry of Justice, Youth justice statistics; Department for Education, Local Authority Interactive Tool.',
  landingPage: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
} as const;

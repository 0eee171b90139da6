/** The header with which a caller says what it asks for restricted figures for. */
export const purposeHeader = 'x-purpose';

/**
 * What restricted figures may be asked for. A closed list: an agreement names those that it allows, and a caller names one with each
 * request. Source: the purposes that partners' agreements in London name, domain vocabulary of the project.
 */
export const purposes = [
  'STRATEGIC_ASSESSMENT',
  'PERFORMANCE',
  'SERVICE_PLANNING',
  'SERIOUS_VIOLENCE_DUTY',
  'RESEARCH',
  'PUBLIC_INFORMATION',
] as const;

/** One of the purposes. */
export type Purpose = (typeof purposes)[number];

/** Whether a value is one of the purposes. Never throws. */
export function isPurpose(value: unknown): value is Purpose {
  return purposes.some((purpose) => purpose === value);
}

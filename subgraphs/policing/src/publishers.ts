/** The force of 32 boroughs, as datasets name their publisher: in the middle of a sentence. */
export const metropolitanPolice = 'the Metropolitan Police Service';

/** The Mayor's Office, whose Evidence and Insight team publishes dashboards and surveys. */
export const mayorsOffice = "the Mayor's Office for Policing and Crime";

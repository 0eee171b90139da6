/** The force of 32 boroughs, as datasets name their publisher. */
export const metropolitanPolice = 'Metropolitan Police Service';

/** The Mayor's Office, whose Evidence and Insight team publishes dashboards and surveys. */
export const mayorsOffice = "Mayor's Office for Policing and Crime";

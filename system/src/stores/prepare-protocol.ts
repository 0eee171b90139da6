import { z } from 'zod';
import { agencyNames, findAgencyName } from '../agency-names.ts';

/** What the supervisor sends to the process that prepares the stores. URLs travel here, not in arguments that others can list. */
export const prepareOrderSchema = z.object({
  isSampleWanted: z.boolean(),
  databases: z.array(
    z.object({
      agency: z.string().transform((slug, context) => {
        const agency = findAgencyName(slug);
        if (agency !== null) return agency;
        context.addIssue(`expected one of ${agencyNames.map((each) => each.slug).join(', ')}`);
        return z.NEVER;
      }),
      url: z.string(),
      reader: z.string().nullable(),
      isOwn: z.boolean(),
      mark: z.string(),
    }),
  ),
});

/** What comes back for each agency, in any order. */
export const prepareResultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepared'), slug: z.string(), isSampleLoaded: z.boolean() }),
  z.object({ kind: z.literal('failed'), slug: z.string(), reason: z.string() }),
]);

/** See `prepareResultSchema`. */
export type PrepareResult = z.infer<typeof prepareResultSchema>;

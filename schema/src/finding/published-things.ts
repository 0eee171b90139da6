import { z } from 'zod';
import { absenceReasonValues, searchKindValues } from '../vocabulary/core.ts';

/*
 * How an agency tells its gateways all that everybody may find of it, so that they need not ask it at each search: what there is, which is
 * the same for weeks, and how it stands, which is another with each state of its catalogue.
 */

/** Where an agency tells it. */
export const thingsPath = '/things';

/** What a gateway asks. */
export const thingsQuestion = z.strictObject({
  /** The version of the things that it has; null where it has none. */
  known: z.string().max(100).nullable(),
});

const foundValue = z.object({ dimension: z.string(), value: z.string(), label: z.string() });

/** Something that can be found: see `NamedThing`. */
const publishedThing = z.object({
  kind: z.enum(searchKindValues),
  id: z.string(),
  name: z.string(),
  alsoCalled: z.array(z.string()).exactOptional(),
  isNamed: z.boolean().exactOptional(),
  about: z.string().exactOptional(),
  text: z.string(),
  weight: z.number().exactOptional(),
  isExact: z.boolean().exactOptional(),
  narrowing: z.array(foundValue),
  framework: z.string().exactOptional(),
  /** Whether it is an indicator, or a value of one: its id is that of the indicator. */
  isMeasured: z.boolean(),
});

/** Something that can be found, as an agency tells it. */
export type PublishedThing = z.infer<typeof publishedThing>;

const standing = z.object({
  isHeld: z.boolean(),
  use: z.number(),
  isSynthetic: z.boolean(),
  reason: z.enum(absenceReasonValues).nullable(),
  note: z.string().nullable(),
});

/** What an agency answers. */
export const thingsAnswer = z.object({
  /** The state of its catalogue, as `writeCatalogueState` writes it. */
  catalogue: z.string().max(200),
  /** The type of its indicators in the supergraph. */
  indicatorType: z.string().max(200),
  /** Another one where anything of the things is another. */
  version: z.string().max(100),
  /** Null where the gateway has this version. */
  things: z
    .object({
      /** What it measures. */
      defined: z.array(publishedThing),
      /** What it offers besides. */
      offered: z.array(publishedThing),
      /** Names of places about which subjects are asked. */
      places: z.array(z.string()),
    })
    .nullable(),
  /** How each thing stands: those that are defined first, in their order. */
  standings: z.array(standing),
});

/** What an agency answers. */
export type ThingsAnswer = z.infer<typeof thingsAnswer>;

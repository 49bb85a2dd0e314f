import * as z from 'zod';
import type { ResolvedResource } from './graph.ts';

/** The properties of a resource, parsed. Throws an Error that names the resource and each property that does not fit. */
export function propertiesOf<T>(schema: z.ZodType<T>, { logicalId, type, properties }: ResolvedResource): T {
  const parsed = schema.safeParse(properties);
  if (parsed.success) return parsed.data;
  throw new Error(`${logicalId} (${type}) cannot run on the laptop:\n${z.prettifyError(parsed.error)}`);
}

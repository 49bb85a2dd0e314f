import * as z from 'zod';

/** One resource of the synthesized template, every intrinsic function already resolved. */
export interface Resource {
  readonly logicalId: string;
  /** CloudFormation type, e.g. `AWS::KMS::Key`. */
  readonly type: string;
  /** What `Ref` gives for it. */
  readonly physicalId: string;
  readonly properties: unknown;
}

/** A resource whose properties have been parsed. */
export interface Parsed<T> {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly properties: T;
}

/**
 * The resources of one CloudFormation type, properties parsed with `schema`.
 * Throws an `Error` that names the resource and each property the schema refuses.
 */
export function resourcesOf<T>(
  resources: readonly Resource[],
  type: string,
  schema: z.ZodType<T>,
): Parsed<T>[] {
  return resources
    .filter((resource) => resource.type === type)
    .map(({ logicalId, physicalId, properties }) => {
      const parsed = schema.safeParse(properties ?? {});
      if (!parsed.success) {
        throw new Error(`${logicalId} (${type}) cannot run here:\n${z.prettifyError(parsed.error)}`);
      }
      return { logicalId, physicalId, properties: parsed.data };
    });
}

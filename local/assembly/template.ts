import * as z from 'zod';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Json, JsonObject } from './json.ts';

const value: z.ZodType<Json> = z.json();
const properties = z.record(z.string(), value);

/** One resource as the template declares it, intrinsics unresolved. */
const resource = z.object({
  Type: z.string(),
  Properties: properties.default({}),
  Condition: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
});
export type TemplateResource = z.infer<typeof resource>;

const template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: value.optional() })).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), value))).default({}),
  Conditions: z.record(z.string(), value).default({}),
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.object({ Value: value })).default({}),
});
export type Template = z.infer<typeof template>;

const manifest = z.object({
  artifacts: z.record(z.string(), z.object({ type: z.string(), properties: properties.optional() })),
});

const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional(), packaging: z.string() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** A synthesized stack: its template and where each file asset lies on disk, by S3 object key. */
export interface SynthesizedStack {
  readonly name: string;
  readonly template: Template;
  readonly assets: ReadonlyMap<string, string>;
}

function readJson<T>(schema: z.ZodType<T>, path: string): T {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

function text(properties: JsonObject | undefined, key: string, artifact: string): string {
  const found = properties?.[key];
  if (typeof found !== 'string') throw new Error(`cloud assembly: artifact ${artifact} has no ${key}`);
  return found;
}

function readAssets(directory: string, manifestPath: string): Map<string, string> {
  const assets = new Map<string, string>();
  for (const file of Object.values(readJson(assetManifest, manifestPath).files)) {
    if (file.source.path === undefined) continue;
    for (const destination of Object.values(file.destinations)) {
      assets.set(destination.objectKey, resolve(directory, file.source.path));
    }
  }
  return assets;
}

/**
 * Reads a cloud assembly (`cdk.out`) that holds exactly one stack.
 * Source of the format: the schema of aws-cdk's cloud-assembly-schema (`manifest.json`, `*.assets.json`).
 * Throws when a file is missing or malformed, or when there is not exactly one stack.
 */
export function readStack(directory: string): SynthesizedStack {
  const artifacts = Object.entries(readJson(manifest, join(directory, 'manifest.json')).artifacts);
  const stacks = artifacts.filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack');
  const [only] = stacks;
  if (only === undefined || stacks.length > 1) {
    const names = stacks.map(([name]) => name).join(', ') || 'none';
    throw new Error(`cloud assembly ${directory}: exactly one stack is supported, found: ${names}`);
  }
  const [id, stack] = only;
  const assets = new Map<string, string>();
  for (const [name, artifact] of artifacts) {
    if (artifact.type !== 'cdk:asset-manifest') continue;
    const path = join(directory, text(artifact.properties, 'file', name));
    for (const [key, source] of readAssets(directory, path)) assets.set(key, source);
  }
  const named = stack.properties?.['stackName'];
  return {
    name: typeof named === 'string' ? named : id,
    template: readJson(template, join(directory, text(stack.properties, 'templateFile', id))),
    assets,
  };
}

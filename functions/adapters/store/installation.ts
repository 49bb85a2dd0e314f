import * as z from 'zod';
import { workflowName } from '../../../domain/workflows/names.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** Where the machines run: what placeholders stand for, and each machine with its role. Told by each deployment. */
export const installation = z.strictObject({
  supplies: z.record(z.string(), z.string()),
  machines: z.partialRecord(workflowName, z.strictObject({ arn: z.string(), roleArn: z.string() })),
});
export type Installation = z.output<typeof installation>;

/** The installation, or undefined before the first deployment is through. */
export function findInstallation(table: Table): Promise<Installation | undefined> {
  return findItem(table, keys.installation, installation);
}

/** @throws NotFound before the first deployment is through */
export async function readInstallation(table: Table): Promise<Installation> {
  const found = await findInstallation(table);
  if (!found) throw new NotFound('the installation: the deployment did not finish; it');
  return found;
}

export function installationWrite(table: Table, told: Installation): Write {
  return { Put: { TableName: table.name, Item: { ...keys.installation, ...told } } };
}

const deployed = z.strictObject({
  workflows: z.optional(z.string()),
  settings: z.optional(z.string()),
  templates: z.optional(z.string()),
});
export type Deployed = z.output<typeof deployed>;

/** Hashes of what the last deployment brought; without any before the first. */
export async function readDeployed(table: Table): Promise<Deployed> {
  return (await findItem(table, keys.deployed, deployed)) ?? {};
}

export function deployedWrite(table: Table, hashes: Deployed): Write {
  return { Put: { TableName: table.name, Item: { ...keys.deployed, ...hashes } } };
}

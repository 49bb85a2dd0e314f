import * as z from 'zod';
import type { VariableName } from '../../domain/environment.ts';
import { logger } from './logger.ts';

/**
 * The named environment variables, each present and not empty.
 * @throws Error that names every missing variable
 */
export function readEnvironment<Name extends VariableName>(...names: Name[]): Record<Name, string> {
  const found = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  const parsed = z.record(z.enum(names), z.string().min(1)).safeParse(found);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path }) => path.join('.'));
  logger.critical('environment variables are not set', { missing });
  throw new Error(`environment variables are not set: ${missing.join(', ')}`);
}

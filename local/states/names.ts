import { ServiceError } from './errors.ts';

const REFUSED = /[\s<>{}[\]?*"#%\\^|~`$&,;:/]|\p{Cc}/u;

/** Throws InvalidName for a name with characters that names of machines and executions cannot have. */
export function checkName(name: string): void {
  if (REFUSED.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}

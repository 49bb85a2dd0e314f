import { ServiceError } from './errors.ts';

/** Where the ARNs of an account's resources begin. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** `arn:aws:states:<region>:<account>:stateMachine:<name>` */
export function machineArn(place: Place, name: string): string {
  return `arn:aws:states:${place.region}:${place.account}:stateMachine:${name}`;
}

/** The ARN of an execution; the same for a version or alias of the machine. */
export function executionArn(machine: string, name: string): string {
  return `${unqualified(machine).replace(':stateMachine:', ':execution:')}:${name}`;
}

/** Parts of an ARN of this service: `stateMachine` or `execution`, the machine's name and what follows it. */
export interface ArnParts {
  readonly kind: string;
  readonly machine: string;
  readonly rest: string | undefined;
}

/** Reads an ARN; throws InvalidArn for text that is none, or not of one of the given kinds. */
export function readArn(arn: string, kinds: readonly string[]): ArnParts {
  const [prefix, , service, , , kind, machine, rest] = arn.split(':');
  if (prefix !== 'arn') throw new ServiceError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  if (service !== 'states' || kind === undefined || machine === undefined || !kinds.includes(kind)) {
    throw new ServiceError(
      'InvalidArn',
      `Invalid Arn: 'Resource type not valid in this context: ${kind ?? service ?? ''}'`,
    );
  }
  return { kind, machine, rest };
}

/** A state machine's ARN without version or alias. */
export function unqualified(arn: string): string {
  return arn.split(':').slice(0, 7).join(':');
}

/** What stands behind the machine's name: a version's number, an alias, or nothing. */
export function qualifier(arn: string): string | undefined {
  return arn.split(':')[7];
}

/** The ARN of a function given by name, partial or whole ARN, with or without qualifier. */
export function functionArn(place: Place, name: string): string {
  if (name.startsWith('arn:')) return name;
  const parts = name.split(':');
  if (parts[1] === 'function') return `arn:aws:lambda:${place.region}:${name}`;
  return `arn:aws:lambda:${place.region}:${place.account}:function:${name}`;
}

import { runSimulation } from '@cloud-copilot/iam-simulate';
import { accountId } from '../assembly/identity.ts';
import type { RoleModel } from '../assembly/model.ts';
import type { Caller, Permission } from '../service.ts';
import { checkConditionKeys } from './condition-keys.ts';
import type { ResourcePolicies } from './resource-policies.ts';

/** A call that a role's policies did not allow. */
export interface Denial {
  /** ISO 8601 instant of the virtual clock. */
  readonly at: string;
  readonly caller: string;
  readonly roleArn: string;
  readonly action: string;
  readonly resource: string;
  readonly message: string;
}

export interface IamOptions {
  readonly roles: readonly RoleModel[];
  readonly resourcePolicies: ResourcePolicies;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly report: (denial: Denial) => void;
}

/** Denials kept for the control page. */
const KEPT = 1_000;
/** Decisions kept; resources of which there is no end (objects in a bucket) must not fill the memory. */
const REMEMBERED = 10_000;

/** Decides each call by the policies of the caller's role and of the resource, as IAM would after a deployment. */
export class Iam {
  readonly #options: IamOptions;
  readonly #denials: Denial[] = [];
  /** Decisions by role and permission: the policies of a running stack do not change. */
  readonly #decided = new Map<string, Promise<string | undefined>>();

  /** Throws an Error for a role with a condition the laptop cannot decide. */
  constructor(options: IamOptions) {
    checkConditionKeys(options.roles);
    this.#options = options;
  }

  /** The calls refused so far, oldest first. */
  get denials(): readonly Denial[] {
    return this.#denials;
  }

  forget(): void {
    this.#denials.length = 0;
  }

  /** Gives the first permission the caller lacks, noted and reported; undefined when it has them all. */
  async refuse(caller: Caller, permissions: readonly Permission[]): Promise<Denial | undefined> {
    const { roleArn } = caller;
    if (roleArn === undefined) return undefined;
    for (const permission of permissions) {
      const key = JSON.stringify([roleArn, permission]);
      const decision = this.#decided.get(key) ?? this.#objection(roleArn, permission);
      if (this.#decided.size < REMEMBERED) this.#decided.set(key, decision);
      const reason = await decision;
      if (reason !== undefined) return this.#deny(caller.name, roleArn, permission, reason);
    }
    return undefined;
  }

  async #objection(roleArn: string, permission: Permission): Promise<string | undefined> {
    const role = this.#options.roles.find(({ arn }) => arn === roleArn);
    if (role === undefined) return `because there is no role ${roleArn} in the stack`;
    const { action, resource, context } = permission;
    const resourcePolicy = this.#options.resourcePolicies(resource);
    const result = await runSimulation(
      {
        request: {
          principal: roleArn,
          action,
          resource: { resource, accountId },
          contextVariables: { 'aws:PrincipalArn': roleArn, 'aws:SecureTransport': 'true', ...context },
        },
        identityPolicies: role.policies.map(({ name, document }) => ({ name, policy: document })),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        ...(resourcePolicy && { resourcePolicy }),
      },
      {},
    );
    if (result.resultType === 'error') {
      throw new Error(
        `IAM cannot decide ${action} on ${resource} for ${role.logicalId}: ${JSON.stringify(result.errors)}`,
      );
    }
    switch (result.overallResult) {
      case 'Allowed':
        return undefined;
      case 'ExplicitlyDenied':
        return 'with an explicit deny';
      case 'ImplicitlyDenied':
        return `because no policy allows the ${action} action`;
    }
  }

  #deny(caller: string, roleArn: string, { action, resource }: Permission, reason: string): Denial {
    const session = `${roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${caller}`;
    const denial = {
      at: new Date(this.#options.now()).toISOString(),
      caller,
      roleArn,
      action,
      resource,
      message: `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${reason}`,
    };
    this.#denials.push(denial);
    if (this.#denials.length > KEPT) this.#denials.shift();
    this.#options.report(denial);
    return denial;
  }
}

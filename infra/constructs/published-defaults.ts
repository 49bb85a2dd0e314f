import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { inRepository } from '../paths.ts';
import type { ApplicationsTable } from './applications-table.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Workflows } from './workflows.ts';

/** What a deployment publishes as new revisions: the function has these files in its bundle. */
const published = [
  '.build/templates.json',
  '.build/sources.json',
  '.build/settings.json',
  '.build/workflows.json',
];

/** CDK context by which a deployment may overwrite what admins published: `workflows,settings,templates`. */
const overwriteContext = 'overwritePublished';

export interface PublishedDefaultsProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly workflows: Workflows;
}

/**
 * Publishes workflows, templates and settings of the repository when they have changed; running applications keep
 * theirs. The deployment fails, before anything is published, where it would overwrite what an admin published.
 */
export class PublishedDefaults extends Construct {
  readonly fn: HearbackFunction;

  constructor(scope: Construct, id: string, { defaults, table, workflows }: PublishedDefaultsProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/publish-defaults.ts',
      description: 'Publishes the workflows, templates and settings of the repository at deployment',
      timeout: Duration.minutes(2),
    });
    table.grantReadWrite(this.fn);
    workflows.grantPublish(this.fn);
    const overwrite: unknown = this.node.tryGetContext(overwriteContext);
    const resource = new CustomResource(this, 'Revision', {
      resourceType: 'Custom::PublishedDefaults',
      serviceToken: this.fn.functionArn,
      serviceTimeout: Duration.minutes(5),
      properties: {
        Hash: hashOf(published),
        Installation: workflows.installation,
        ...(typeof overwrite === 'string' && { Overwrite: overwrite }),
      },
    });
    // Its first call needs the role's policy.
    resource.node.addDependency(this.fn);
  }
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const file = inRepository(path);
    if (!existsSync(file)) throw new Error(`${path} is missing: npm run build makes it`);
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

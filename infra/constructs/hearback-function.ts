import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal, type Conditions } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { VariableName } from '../../domain/environment.ts';
import { functionName, type Bundles } from '../../tools/bundle-functions.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import { bundle } from './bundle.ts';

/** What every function of the stack has in common. */
export interface FunctionDefaults {
  readonly logKey: IKey;
  readonly tracing: boolean;
  /** The code of all functions; nothing where the stack is composed without bundling. */
  readonly bundles: Bundles | undefined;
}

export interface HearbackFunctionProps {
  readonly defaults: FunctionDefaults;
  /** The handler's file, from the root of the repository. */
  readonly entry: string;
  readonly description: string;
  readonly timeout?: Duration;
  /** Megabytes; 512 unless it computes. */
  readonly memorySize?: number;
}

/** One handler with a role of its own that may write its log and nothing else until a construct grants more. */
export class HearbackFunction extends Function {
  /** What people call it: `send-message`, `intake`. */
  readonly shortName: string;

  constructor(
    scope: Construct,
    id: string,
    { defaults, entry, description, timeout, memorySize }: HearbackFunctionProps,
  ) {
    const name = functionName(entry);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: `/${Stack.of(scope).stackName}/${name}`,
      encryptionKey: defaults.logKey,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Runs ${name}`,
    });
    logGroup.grantWrite(role);
    super(scope, id, {
      code: bundle(entry, defaults.bundles),
      handler: 'index.handler',
      description,
      role,
      logGroup,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // CPU grows with memory; at 512 MB a cold start spends its time on the network, not on parsing.
      memorySize: memorySize ?? 512,
      timeout: timeout ?? Duration.seconds(15),
      tracing: defaults.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      environment: {
        POWERTOOLS_SERVICE_NAME: name,
        // An error's text may quote what somebody typed: X-Ray learns that there was one, and no more.
        POWERTOOLS_TRACER_CAPTURE_ERROR: 'false',
      },
    });
    this.shortName = name;
    if (defaults.tracing)
      acknowledgeWildcard(
        role,
        '*',
        'X-Ray: PutTraceSegments and PutTelemetryRecords know no resource to name.',
      );
  }

  /** Says why a resource of the role can only be named with `*`. */
  explainWildcard(resource: string, reason: string): void {
    acknowledgeWildcard(this.role ?? this, resource, reason);
  }

  /** Adds to what the function's role may do. */
  allow(actions: string[], resources: string[], conditions?: Conditions): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  }

  /** Sets an environment variable that the handler asks for by the same constant. */
  tell(name: VariableName, value: string): void {
    this.addEnvironment(name, value);
  }
}

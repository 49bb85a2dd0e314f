import type { Json, JsonObject } from './json.ts';
import type { Resource } from '../resource.ts';

export interface FunctionModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Directory of the bundle inside the cloud assembly. */
  readonly directory: string;
  /** `file.export`, as Lambda reads it. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly roleArn: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly reservedConcurrency: number | undefined;
  readonly asyncRetries: number;
  readonly asyncFailureArn: string | undefined;
}

export interface RoleModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly trust: Json;
  readonly policies: readonly { readonly name: string; readonly document: JsonObject }[];
}

export interface TableModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string | undefined;
  readonly partitionKey: string;
  readonly ttlAttribute: string | undefined;
  /** The customer's key the table is encrypted with. */
  readonly keyArn: string | undefined;
  /** Body of the CreateTable call: keys, indexes and stream as declared, without what only the real service has. */
  readonly create: JsonObject;
}

export interface StateMachineModel {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** ASL text after the definition substitutions. */
  readonly definition: string;
  readonly type: string;
  readonly roleArn: string;
}

export interface StateMachineAliasModel {
  readonly name: string;
  readonly arn: string;
  readonly stateMachineArn: string;
  /** ARN of the version all new executions go to. */
  readonly versionArn: string;
}

export interface StreamMappingModel {
  readonly id: string;
  readonly streamArn: string;
  readonly functionArn: string;
  readonly batchSize: number;
  readonly filters: readonly JsonObject[];
  readonly bisectOnError: boolean;
  /** Undefined: as often as the stream keeps the record. */
  readonly maximumRetries: number | undefined;
  readonly maximumAgeSeconds: number | undefined;
  readonly reportsItemFailures: boolean;
  readonly failureArn: string | undefined;
}

export interface TargetModel {
  readonly id: string;
  readonly arn: string;
  readonly roleArn: string | undefined;
  readonly input: string | undefined;
  readonly inputPath: string | undefined;
  readonly transformer:
    | { readonly paths: Readonly<Record<string, string>>; readonly template: string }
    | undefined;
  readonly failureArn: string | undefined;
  readonly maximumRetries: number;
}

export interface RuleModel {
  readonly name: string;
  readonly arn: string;
  readonly busName: string;
  readonly pattern: JsonObject | undefined;
  readonly schedule: string | undefined;
  readonly targets: readonly TargetModel[];
}

export interface ScheduleModel {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly zone: string;
  readonly startDate: string | undefined;
  readonly endDate: string | undefined;
  readonly target: TargetModel;
}

export interface CustomResourceModel {
  readonly logicalId: string;
  readonly type: string;
  readonly serviceToken: string;
  readonly properties: JsonObject;
}

/** Files that the stack copies into a bucket when it is deployed (CDK's BucketDeployment). */
export interface DeploymentModel {
  readonly bucket: string;
  readonly prefix: string;
  /** Asset directories, later ones over earlier ones. */
  readonly directories: readonly string[];
  /** Filters of `aws s3 sync`: files left out, and those of them that are taken after all. */
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  /** The header with which the files are served. */
  readonly cacheControl: string | undefined;
}

/** The stack as the embedded cloud runs it. */
export interface Model {
  readonly stackName: string;
  readonly functions: readonly FunctionModel[];
  readonly roles: readonly RoleModel[];
  readonly tables: readonly TableModel[];
  readonly stateMachines: readonly StateMachineModel[];
  readonly stateMachineAliases: readonly StateMachineAliasModel[];
  readonly streamMappings: readonly StreamMappingModel[];
  readonly busNames: readonly string[];
  readonly rules: readonly RuleModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly customResources: readonly CustomResourceModel[];
  readonly deployments: readonly DeploymentModel[];
  /** ARNs of the queues that dead letters go to. */
  readonly queueArns: readonly string[];
  /** Addresses of the deployed site, e.g. `https://d111111abcdef8.cloudfront.net`. */
  readonly publicAddresses: readonly string[];
  /** All known resources with evaluated properties, for the services that read their own (API, buckets, keys, mail). */
  readonly resources: readonly Resource[];
}

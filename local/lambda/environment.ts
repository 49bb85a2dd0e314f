import type { FunctionModel } from '../assembly/model.ts';
import { fingerprint, region } from '../assembly/identity.ts';

/** Access key of a function: twenty characters like a real one, the same on every start. */
export function accessKeyOf(functionArn: string): string {
  return `ASIA${fingerprint(16, functionArn).toUpperCase()}`;
}

export interface EnvironmentOptions {
  readonly awsUrl: string;
  /** Addresses of the deployed stack and what stands for them here, e.g. the site's. */
  readonly rewrites: readonly (readonly [from: string, to: string])[];
}

/**
 * The environment of a function: what the template gives it and what the runtime adds.
 * `AWS_ENDPOINT_URL` is the SDK's own setting, so the shipped code needs none for the laptop.
 */
export function environmentOf(
  model: FunctionModel,
  { awsUrl, rewrites }: EnvironmentOptions,
): Record<string, string> {
  const declared = Object.entries(model.environment).map(([name, value]) => {
    let text = value;
    for (const [from, to] of rewrites) text = text.replaceAll(from, to);
    return [name, text] as const;
  });
  return {
    ...Object.fromEntries(declared),
    PATH: process.env['PATH'] ?? '',
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyOf(model.arn),
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_ENDPOINT_URL: awsUrl,
    AWS_LAMBDA_FUNCTION_NAME: model.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(model.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${model.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: model.directory,
    _HANDLER: model.handler,
    // Without AWS_EXECUTION_ENV the tracer keeps quiet, as it does wherever there is no X-Ray daemon.
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
  };
}

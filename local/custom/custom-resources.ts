import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { arn, fingerprint } from '../assembly/identity.ts';
import type { CustomResourceModel } from '../assembly/model.ts';
import type { UnsignedRequest } from '../endpoint/dispatcher.ts';
import type { InvokeResult } from '../lambda/sandbox.ts';
import type { AwsResponse } from '../service.ts';

export interface CustomResourcesOptions {
  readonly db: DatabaseSync;
  readonly stackName: string;
  readonly awsUrl: string;
  readonly invoke: (functionArn: string, payload: string) => Promise<InvokeResult>;
  /** Takes a line about an update that was refused. */
  readonly report: (line: string) => void;
}

const PATH = /^\/_local\/custom-resources\/([0-9a-f-]+)$/;
const answer = z.object({
  Status: z.enum(['SUCCESS', 'FAILED']),
  Reason: z.string().optional(),
  PhysicalResourceId: z.string().optional(),
});
const row = z.object({ physicalId: z.string(), properties: z.string() });

/**
 * Creates and updates the custom resources that functions of the stack serve, as CloudFormation does when it
 * deploys: the function is invoked with a pre-signed address and answers there.
 * Source: CloudFormation user guide, "Custom resource request objects".
 */
export class CustomResources {
  readonly #options: CustomResourcesOptions;
  readonly #answers = new Map<string, z.infer<typeof answer>>();

  constructor(options: CustomResourcesOptions) {
    options.db.exec(
      'CREATE TABLE IF NOT EXISTS custom_resource (logicalId TEXT PRIMARY KEY, physicalId TEXT NOT NULL, properties TEXT NOT NULL)',
    );
    this.#options = options;
  }

  /** Takes the answer of a function; undefined when the request is not one. */
  receive({ method, path, body }: UnsignedRequest): AwsResponse | undefined {
    const requestId = PATH.exec(path)?.[1];
    if (method !== 'PUT' || requestId === undefined) return undefined;
    this.#answers.set(requestId, answer.parse(JSON.parse(body.toString('utf8'))));
    return { status: 200, body: '' };
  }

  /**
   * Makes what is new and updates what has changed, one after the other. An update that fails is reported and tried
   * again at the next start; what stood before goes on, as after a deployment that was rolled back.
   * Throws an Error with the reason when what is new cannot be made.
   */
  async deploy(resources: readonly CustomResourceModel[]): Promise<void> {
    for (const resource of resources) {
      const found = this.#options.db
        .prepare('SELECT physicalId, properties FROM custom_resource WHERE logicalId = ?')
        .get(resource.logicalId);
      const known = row.optional().parse(found);
      const properties = JSON.stringify(resource.properties);
      if (known?.properties === properties) continue;
      const old = known && {
        PhysicalResourceId: known.physicalId,
        OldResourceProperties: JSON.parse(known.properties),
      };
      const kind = { RequestType: known === undefined ? 'Create' : 'Update', ...old };
      const physicalId = known
        ? await this.#request(resource, kind).catch((error: unknown) => this.#refused(error))
        : await this.#request(resource, kind);
      if (physicalId === undefined) continue;
      this.#options.db
        .prepare('INSERT OR REPLACE INTO custom_resource VALUES (?, ?, ?)')
        .run(resource.logicalId, physicalId, properties);
    }
  }

  #refused(error: unknown): undefined {
    if (!(error instanceof Error)) throw error;
    this.#options.report(`not updated: ${error.message}`);
  }

  async #request(
    { logicalId, type, serviceToken, properties }: CustomResourceModel,
    kind: object,
  ): Promise<string> {
    const { stackName, awsUrl, invoke } = this.#options;
    const requestId = randomUUID();
    const event = {
      ...kind,
      RequestId: requestId,
      ResponseURL: `${awsUrl}/_local/custom-resources/${requestId}`,
      StackId: arn('cloudformation', `stack/${stackName}/${fingerprint(32, stackName)}`),
      LogicalResourceId: logicalId,
      ResourceType: type,
      ServiceToken: serviceToken,
      ResourceProperties: properties,
    };
    const { payload, functionError } = await invoke(serviceToken, JSON.stringify(event));
    const reply = this.#answers.get(requestId);
    this.#answers.delete(requestId);
    if (functionError !== undefined) throw new Error(`${logicalId} (${type}) failed: ${payload}`);
    if (reply === undefined) throw new Error(`${logicalId} (${type}): its function ended without an answer`);
    if (reply.Status === 'FAILED')
      throw new Error(`${logicalId} (${type}) failed: ${reply.Reason ?? 'no reason given'}`);
    return reply.PhysicalResourceId ?? logicalId;
  }
}

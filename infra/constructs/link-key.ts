import { Stack, type RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import type { HearbackFunction } from './hearback-function.ts';

/** Signs candidates' and interviewers' links and hashes addresses. Losing it makes every link invalid. */
export class LinkKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string, props: { removalPolicy: RemovalPolicy }) {
    super(scope, id);
    this.#key = new Key(this, 'Key', {
      description: `${Stack.of(this).stackName}: message authentication codes of links and addresses`,
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
      removalPolicy: props.removalPolicy,
    });
  }

  /** May make links, and hashes of addresses. */
  grantGenerate(fn: HearbackFunction): void {
    this.#grant(fn, 'kms:GenerateMac');
  }

  /** May check a link. */
  grantVerify(fn: HearbackFunction): void {
    this.#grant(fn, 'kms:VerifyMac');
  }

  #grant(fn: HearbackFunction, action: string): void {
    fn.allow([action], [this.#key.keyArn]);
    fn.tell(variable.linkKey, this.#key.keyId);
  }
}

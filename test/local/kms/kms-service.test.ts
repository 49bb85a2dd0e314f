import { DatabaseSync } from 'node:sqlite';
import {
  DescribeKeyCommand,
  GenerateMacCommand,
  KMSClient,
  ListKeysCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKms } from '../../../local/kms/kms-service.ts';
import { clientOptions, type Served, serveService } from '../serve-service.ts';

const resources = [
  {
    logicalId: 'LinkKey',
    type: 'AWS::KMS::Key',
    physicalId: '11111111-2222-3333-4444-555555555555',
    properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
  },
  { logicalId: 'DataKey', type: 'AWS::KMS::Key', physicalId: 'data-key', properties: {} },
  {
    logicalId: 'LinkAlias',
    type: 'AWS::KMS::Alias',
    physicalId: 'alias/hearback-links',
    properties: { AliasName: 'alias/hearback-links', TargetKeyId: '11111111-2222-3333-4444-555555555555' },
  },
];
const ARN = 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555';
const MacAlgorithm = 'HMAC_SHA_256';
const Message = Buffer.from('status|01J|2026-03-01');

describe('KMS', () => {
  const database = new DatabaseSync(':memory:');
  const options = { database, resources, account: '123456789012', region: 'us-east-1' };
  let served: Served;
  let client: KMSClient;
  beforeAll(async () => {
    served = await serveService(createKms(options));
    client = new KMSClient(clientOptions(served));
  });
  afterAll(() => served.close());

  it('verifies by alias what it signed by id, and names the key by ARN', async () => {
    const made = await client.send(
      new GenerateMacCommand({ KeyId: resources[0]?.physicalId, Message, MacAlgorithm }),
    );
    expect(made).toMatchObject({ KeyId: ARN, MacAlgorithm });
    expect(made.Mac).toHaveLength(32);
    const verified = await client.send(
      new VerifyMacCommand({ KeyId: 'alias/hearback-links', Message, MacAlgorithm, Mac: made.Mac }),
    );
    expect(verified.MacValid).toBe(true);
  });

  it('keeps the secret in the database, so a restart accepts earlier MACs', async () => {
    const { Mac } = await client.send(new GenerateMacCommand({ KeyId: ARN, Message, MacAlgorithm }));
    const again = await serveService(createKms(options));
    const restarted = new KMSClient(clientOptions(again));
    const verified = await restarted.send(new VerifyMacCommand({ KeyId: ARN, Message, MacAlgorithm, Mac }));
    await again.close();
    expect(verified.MacValid).toBe(true);
  });

  it('refuses a MAC for another message', async () => {
    const { Mac } = await client.send(new GenerateMacCommand({ KeyId: ARN, Message, MacAlgorithm }));
    const forged = new VerifyMacCommand({
      KeyId: ARN,
      Message: Buffer.from('status|01K|2026-03-01'),
      MacAlgorithm,
      Mac,
    });
    await expect(client.send(forged)).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  });

  it.each([
    ['NotFoundException', { KeyId: 'alias/none', Message, MacAlgorithm }],
    ['InvalidKeyUsageException', { KeyId: 'data-key', Message, MacAlgorithm }],
    ['ValidationException', { KeyId: ARN, Message: Buffer.alloc(4097), MacAlgorithm }],
    ['ValidationException', { KeyId: ARN, Message, MacAlgorithm: 'HMAC_SHA_512' }],
  ] as const)('answers %s', async (name, input) => {
    await expect(client.send(new GenerateMacCommand(input))).rejects.toMatchObject({ name });
  });

  it('describes a key', async () => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: 'alias/hearback-links' }));
    expect(KeyMetadata).toMatchObject({ Arn: ARN, KeySpec: 'HMAC_256', KeyState: 'Enabled' });
  });

  it('refuses an operation it lacks, by name', async () => {
    await expect(client.send(new ListKeysCommand({}))).rejects.toThrow('KMS on this laptop has no ListKeys');
  });

  it('asks IAM for the action on the key behind an alias', () => {
    const body = Buffer.from(JSON.stringify({ KeyId: 'alias/hearback-links' }));
    const caller = { name: 'intake', roleArn: 'arn:aws:iam::123456789012:role/intake' };
    const headers = { 'x-amz-target': 'TrentService.GenerateMac' };
    const request = { method: 'POST', path: '/', query: new URLSearchParams(), headers, body, caller };
    expect(createKms(options).permissions(request)).toEqual([{ action: 'kms:GenerateMac', resource: ARN }]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refusedToRun } from '../../../domain/workflows/may-call.ts';
import { workflowNames } from '../../../domain/workflows/names.ts';
import { inRepository } from '../../../infra/paths.ts';

const calling = (what: string): string =>
  JSON.stringify({ Resource: 'arn:aws:states:::lambda:invoke', what });

describe('The role of a machine', () => {
  test.each(workflowNames)('lets %s run as the repository has it', (name) => {
    expect(refusedToRun(name, readFileSync(inRepository(`workflows/${name}.asl.json`), 'utf8'))).toEqual([]);
  });

  test('allows every step, also those the machine has never called', () => {
    expect(refusedToRun('loyalty-offer', calling('${RaiseTaskArn} ${ScreenApplicationArn}'))).toEqual([]);
  });

  test.each([
    [
      'a step that there is not',
      '${TeleportArn}',
      /\$\{TeleportArn\} stands for nothing; there are .*SendMessageArn/,
    ],
    ['itself', '${KeepPromiseArn}', /cannot run itself/],
    ['a machine above it', '${CandidateJourneyArn}', /may only run machines below it/],
    ['a function written out', 'arn:aws:lambda:us-east-1:1:function:x', /is written out/],
    ['another service', 'arn:aws:states:::dynamodb:deleteItem', /its role does not allow .*deleteItem/],
  ])('refuses %s, with the reason', (_, what, reason) => {
    expect(refusedToRun('keep-promise', calling(what)).join()).toMatch(reason);
  });
});

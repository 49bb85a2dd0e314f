import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

const schema = z.looseObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});

const pattern = (arn: string): RegExp =>
  new RegExp(
    `^${arn
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** The resource policies of the functions (`AWS::Lambda::Permission`): which AWS service may invoke what. */
export class InvokePermissions {
  readonly #granted: readonly z.infer<typeof schema>[];

  constructor(resources: readonly Resource[]) {
    this.#granted = resourcesOf(resources, 'AWS::Lambda::Permission', schema).map(
      ({ properties }) => properties,
    );
  }

  /** Throws an Error when no permission lets the service invoke the function on behalf of the source. */
  check(functionArn: string, principal: string, sourceArn: string): void {
    const found = this.#granted.some(
      ({ Action, FunctionName, Principal, SourceArn }) =>
        Action === 'lambda:InvokeFunction' &&
        (FunctionName === functionArn || functionArn.endsWith(`:function:${FunctionName}`)) &&
        Principal === principal &&
        (SourceArn === undefined || pattern(SourceArn).test(sourceArn)),
    );
    if (!found)
      throw new Error(`no AWS::Lambda::Permission lets ${principal} (${sourceArn}) invoke ${functionArn}`);
  }
}

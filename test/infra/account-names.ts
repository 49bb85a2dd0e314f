import * as z from 'zod';
import { flat } from './synthesized.ts';
import type { Synthesized } from './synthesized.ts';

const resources = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

/** CloudFront keeps the names of its parts inside their configurations. */
const inside = z.looseObject({ Name: z.unknown() });

/** What is named within its API, pool or role, or only names what it watches. */
const within =
  /^AWS::(?:ApiGateway::(?:Stage|Authorizer|Model)|Cognito::UserPoolGroup|IAM::Policy|CloudWatch::Alarm) (?!AlarmName)/;

/** Every name of the account that a stack takes, but those that follow another resource's, as `type property name`. */
export function namesOf({ template }: Synthesized): string[] {
  return Object.values(resources.parse(template.toJSON()).Resources).flatMap(({ Type, Properties }) =>
    Object.entries(Properties).flatMap(([property, value]) => {
      const nested = property.endsWith('Config') ? inside.safeParse(value).data?.Name : undefined;
      const name = nested ?? (/(?:Name|EmailIdentity)$/.test(property) ? value : undefined);
      if (name === undefined) return [];
      const taken = `${Type} ${property} ${flat(name)}`;
      return within.test(taken) || /<(?!AWS::)/.test(taken) ? [] : [taken];
    }),
  );
}

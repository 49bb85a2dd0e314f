import type { Application } from '../application/application.ts';
import type { Gate } from '../application/gate-item.ts';
import type { Interview } from '../interviews/interview.ts';
import type { Job } from '../jobs/job.ts';
import type { VariablesOf } from '../messages/messages.ts';
import type { Question } from '../questions/question.ts';
import type { Settings } from '../settings/settings.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import { InvalidInput } from '../steps/errors.ts';
import type { Task } from '../tasks/task.ts';

/** What an issued offer says to its holder. */
export type OfferFacts = Pick<VariablesOf<'loyalty-offer'>, 'code' | 'value' | 'expiresOn' | 'shopUrl'>;

/** Everything a message may be made from; what a message needs and is not there is an error, not a blank. */
export interface Facts {
  readonly at: string;
  readonly application: Application;
  readonly job: Job;
  readonly settings: Settings;
  readonly gate?: Gate | undefined;
  readonly interview?: Interview | undefined;
  readonly task?: Task | undefined;
  readonly question?: Question | undefined;
  readonly offer?: OfferFacts | undefined;
  /** The colleague written to; none when it is the candidate. */
  readonly colleague?: StaffMember | undefined;
  readonly links: {
    /** The candidate's page. */
    readonly status: string;
    readonly survey: string;
    readonly unsubscribe: string;
    /** Where a colleague does the one thing asked. */
    readonly action: string;
  };
}

/**
 * A fact that a message cannot do without.
 * @throws InvalidInput that names it
 */
export function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new InvalidInput(`the message needs ${what}`);
  return value;
}

/** A message in the ledger: handed to the mail service or held back. Of what it says only the dates are kept. */
export interface Letter {
  readonly at: string;
  readonly message: string;
  readonly to: string;
  readonly occurrence: string;
  readonly status: 'sent' | 'held-back';
  /** Why it was held back for good. */
  readonly why?: string;
  readonly gateId?: string;
  readonly interviewId?: string;
  /** The instants the message names, by the name of its variable. */
  readonly dates: Readonly<Record<string, string>>;
}

/**
 * Errors that steps throw. The name is what a machine's Retry and Catch see.
 * Retried: `Contended`, what the mail service may yet do, and trouble of AWS, which passes; the rest would fail the same way again.
 */
class StepError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** The item asked for does not exist: a link to something erased, or a bug. */
export class NotFound extends StepError {
  constructor(what: string) {
    super('NotFound', `${what} does not exist`);
  }
}

/** A conditional write lost against another one; the same call may win next time. */
export class Contended extends StepError {
  constructor(what: string) {
    super('Contended', `${what} was changed at the same moment`);
  }
}

/** A service of AWS could not do it just now: it throttled, was busy with the same item, failed or could not be reached. */
export class Unavailable extends StepError {
  constructor(error: string) {
    super('Unavailable', `a service was not available: ${error}`);
  }
}

/** The rules forbid the move from where things stand now. */
export class NotAllowed extends StepError {
  constructor(what: string) {
    super('NotAllowed', what);
  }
}

/** What was passed in does not fit the contract. */
export class InvalidInput extends StepError {
  constructor(what: string) {
    super('InvalidInput', what);
  }
}

/** The mail service takes no mail of ours just now; the mail was certainly not sent. */
export class MailThrottled extends StepError {
  constructor(why: string) {
    super('MailThrottled', `the mail service takes no mail just now: ${why}`);
  }
}

/** The mail service will never take this mail; it was certainly not sent. */
export class MailRefused extends StepError {
  constructor(why: string) {
    super('MailRefused', `the mail service refused: ${why}`);
  }
}

/** Nobody knows whether the mail was sent: the ledger waits for the service's own word before another try. */
export class MailUnconfirmed extends StepError {
  constructor() {
    super('MailUnconfirmed', 'the mail service did not confirm');
  }
}

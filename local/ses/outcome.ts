/** What becomes of a mail at one recipient. */
export type Outcome = 'delivered' | 'bounced' | 'complained' | 'suppressed' | 'globally-suppressed';

const SIMULATOR = '@simulator.amazonses.com';

/** Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html */
const SIMULATED: Readonly<Record<string, Outcome>> = {
  bounce: 'bounced',
  complaint: 'complained',
  suppressionlist: 'globally-suppressed',
};

/** The mailbox simulator's answer for a bare address, labels allowed (`bounce+late@…`). */
function simulated(address: string): Outcome {
  const mailbox = address.endsWith(SIMULATOR) ? address.slice(0, -SIMULATOR.length) : '';
  return SIMULATED[mailbox.split('+', 1)[0] ?? ''] ?? 'delivered';
}

/** A suppressed address gets nothing; any other takes the mail unless the mailbox simulator says otherwise. */
export function outcomeOf(address: string, isSuppressed: boolean): Outcome {
  return isSuppressed ? 'suppressed' : simulated(address);
}

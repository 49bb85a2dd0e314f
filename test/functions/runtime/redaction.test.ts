import { expect, it } from 'vitest';
import { redact } from '../../../functions/runtime/redaction.ts';

it('takes addresses, names and credentials out of whatever is logged, at any depth', () => {
  const logged = JSON.stringify(
    {
      applicationId: '01KDVDNA00K641QW9P9RW517W6',
      message: 'no mail to julia@example.com, Authorization was Bearer abc.def',
      detail: { candidate: { name: 'Julia' }, Email: 'julia@example.com', taskToken: 'secret', count: 3 },
    },
    redact,
  );
  expect(JSON.parse(logged)).toEqual({
    applicationId: '01KDVDNA00K641QW9P9RW517W6',
    message: 'no mail to [address], Authorization was [credential]',
    detail: { candidate: '[redacted]', Email: '[redacted]', taskToken: '[redacted]', count: 3 },
  });
});

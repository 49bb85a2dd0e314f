import { describe, expect, test } from 'vitest';
import {
  audienceOf,
  categoryOf,
  isMessageName,
  messageNames,
  messages,
  variablesOf,
} from '../../../domain/messages/messages.ts';

const person = {
  name: 'Ana Ruiz',
  role: 'Recruiter',
  phone: '1-800-GR8HR',
  email: 'ana@shopwithus.example',
  hours: '9 to 5',
};
const candidate = {
  firstName: 'Julia',
  fullName: 'Julia Perez',
  jobTitle: 'Sales assistant',
  company: { name: 'Shopwithus', website: 'https://shopwithus.example', postalAddress: '1 Market St' },
  person,
  statusUrl: 'https://apply.shopwithus.example/status#token',
};

describe('the closed union of messages', () => {
  test('knows its members and nothing that an object inherits', () => {
    expect(messageNames).toHaveLength(28);
    expect(isMessageName('hired')).toBe(true);
    expect(isMessageName('constructor')).toBe(false);
  });

  test.each(messageNames)('%s goes to its audience, and marketing carries its way out', (name) => {
    const category = categoryOf(name);
    const toCandidate = category === 'transactional' || category === 'marketing';
    expect(audienceOf(name)).toBe(toCandidate ? 'candidate' : 'staff');
    expect('unsubscribeUrl' in messages[name].variables.shape).toBe(category === 'marketing');
  });

  test('a confirmed erasure knows neither job nor status link', () => {
    const shape = Object.keys(variablesOf('erasure-confirmed').shape);
    expect(shape).not.toContain('jobTitle');
    expect(shape).not.toContain('statusUrl');
  });
});

describe('variables', () => {
  const paths = (
    schema: { safeParse: (input: unknown) => { error?: { issues: { path: PropertyKey[] }[] } | undefined } },
    input: unknown,
  ) => schema.safeParse(input).error?.issues.map((issue) => issue.path.join('.')) ?? [];
  const scheduled = {
    ...candidate,
    startsAt: '2026-03-05T13:00:00Z',
    minutes: 45,
    zone: 'Europe/Madrid',
    place: 'Calle Mayor 1',
    interviewers: ['Omar Haddad'],
    phone: '+34 910 000 000',
    feedbackDue: '2026-03-10T13:45:00Z',
  };

  test('an interview is at a place or by video, never both or neither', () => {
    const schema = variablesOf('interview-scheduled');
    expect(paths(schema, scheduled)).toEqual([]);
    expect(paths(schema, { ...scheduled, videoUrl: 'https://meet.example/1' })).toEqual(['place']);
    expect(paths(schema, { ...scheduled, place: undefined })).toEqual(['place']);
  });

  test('instants are UTC, zones exist, weeks begin on Monday, links are web links', () => {
    const schema = variablesOf('interview-scheduled');
    expect(paths(schema, { ...scheduled, startsAt: '2026-03-05T14:00:00+01:00' })).toEqual(['startsAt']);
    for (const zone of ['Europe/Atlantis', '+02:00', 'europe/madrid', 'Europe/madrid'])
      expect(paths(schema, { ...scheduled, zone })).toEqual(['zone']);
    for (const zone of ['UTC', 'Asia/Calcutta', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires'])
      expect(paths(schema, { ...scheduled, zone })).toEqual([]);
    expect(paths(schema, { ...scheduled, statusUrl: 'javascript:alert(1)' })).toEqual(['statusUrl']);
    const invitation = { ...candidate, interviewWeek: '2026-03-10', arrangedBy: '2026-03-05T13:00:00Z' };
    expect(paths(variablesOf('invitation'), invitation)).toEqual(['interviewWeek']);
  });

  test('a name that would break a header is refused, and so is an unknown variable', () => {
    const survey = { ...candidate, surveyUrl: 'https://shopwithus.example/s' };
    expect(paths(variablesOf('survey'), { ...survey, firstName: 'Julia\r\nBcc: x@y.example' })).toEqual([
      'firstName',
    ]);
    expect(paths(variablesOf('survey'), { ...survey, score: 3 })).toEqual(['']);
  });

  test('a decline after an interview carries the feedback or its date', () => {
    const declined = {
      ...candidate,
      interviewedAt: '2026-03-05T13:00:00Z',
      reasons: [{ code: 'closer-match', criterion: 'cash handling' }],
      strength: 'Calm with an angry customer.',
      decidedBy: person,
      reapply: { url: 'https://shopwithus.example/jobs' },
    };
    const schema = variablesOf('decline-after-interview');
    expect(paths(schema, declined)).toEqual(['feedback']);
    expect(paths(schema, { ...declined, feedbackDue: '2026-03-10T13:00:00Z' })).toEqual([]);
  });
});

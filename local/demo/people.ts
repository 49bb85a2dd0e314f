import type { ApplicationView, Stage } from './stage.ts';

export const recruiter = 'ana-ruiz';
export const lead = 'grace-okafor';
export const job = 'sales-assistant-leeds';

export interface Candidate {
  readonly name: string;
  readonly email: string;
}

export interface Applied {
  readonly applicationId: string;
  /** The key that the answer to the form brought. */
  readonly token: string;
}

/** The candidate sends the form of the careers page. */
export async function apply(stage: Stage, { name, email }: Candidate): Promise<Applied> {
  await stage.note(name, 'applies');
  const { applicationId, statusUrl } = await stage.call<{ applicationId: string; statusUrl: string }>(
    'POST',
    '/api/applications',
    {
      body: {
        jobId: job,
        candidate: { name, email, phone: '+44 113 496 0000' },
        answers: { weekends: true, 'work-permit': true },
        interests: ['books'],
        consents: { offers: true },
      },
    },
  );
  return { applicationId, token: new URL(statusUrl).hash.slice(1) };
}

/** The key in the latest mail to an address that says an application arrived: it opens what is the person's, too. */
export async function mailedKey(stage: Stage, email: string): Promise<string> {
  const { text } = await stage.mail('acknowledgement', email);
  const token = /\/application#([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`the mail to ${email} has no link`);
  return token;
}

export async function withdraw(stage: Stage, who: Candidate, { token }: Applied): Promise<void> {
  await stage.note(who.name, 'withdraws');
  await stage.call('POST', '/api/candidate/withdrawal', { token, body: {} });
}

export function view(stage: Stage, { applicationId }: Applied): Promise<ApplicationView> {
  return stage.staff<ApplicationView>(lead, 'GET', `/api/staff/applications/${applicationId}`);
}

interface Decision {
  readonly outcome: string;
  readonly reasons?: readonly Record<string, string>[];
  readonly strength?: string;
}

/** The recruiter decides what the application waits for. */
export async function decide(stage: Stage, applied: Applied, decision: Decision): Promise<void> {
  const { gates } = await view(stage, applied);
  const gate = gates.find(
    ({ kind, status }) => status === 'pending' && (kind === 'shortlist' || kind === 'next-step'),
  );
  if (!gate) throw new Error('the application waits for no decision');
  await stage.note(recruiter, `decides: ${decision.outcome}`);
  await stage.staff(recruiter, 'POST', `/api/staff/applications/${applied.applicationId}/decision`, {
    ...decision,
    gateId: gate.gateId,
    expectedVersion: gate.version,
  });
}

interface Arranged {
  readonly interviewId: string;
  readonly version: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly minutes: number;
  readonly zone: string;
  readonly place: string;
  readonly interviewers: readonly string[];
  readonly bring: string;
}

/** The recruiter arranges an interview; gives it as it stands. */
export async function schedule(
  stage: Stage,
  { applicationId }: Applied,
  startsAt: string,
): Promise<Arranged> {
  await stage.note(recruiter, 'schedules the interview');
  return stage.staff(recruiter, 'POST', `/api/staff/applications/${applicationId}/interviews`, {
    startsAt,
    minutes: 45,
    zone: 'Europe/London',
    place: 'Shopwithus, 12 Market Street, Leeds',
    interviewers: ['tom-becker', 'lin-zhao'],
    bring: 'Nothing but yourself',
  });
}

/** An interviewer follows the link of the mail and gives feedback. */
export async function giveFeedback(stage: Stage, interviewer: string, email: string): Promise<void> {
  const { text } = await stage.mail('feedback-request', email);
  const token = /\/feedback#(\S+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`the mail to ${interviewer} has no link`);
  await stage.note(interviewer, 'gives feedback');
  await stage.call('POST', '/api/interviewer/feedback', {
    token,
    body: {
      ratings: [
        { criterion: 'weekends', rating: 'clearly' },
        { criterion: 'work-permit', rating: 'clearly' },
      ],
      wentWell: 'Listened first, then asked what the customer wanted to do with the plant.',
      toImprove: 'Did not know how a return without a receipt works.',
      forCandidate: 'You asked good questions before you advised. Read up on returns.',
    },
  });
}

/** The lead approves the text that the candidate reads. */
export async function approve(stage: Stage, { applicationId }: Applied, interviewId: string): Promise<void> {
  await stage.note(lead, 'approves the feedback');
  await stage.staff(
    lead,
    'POST',
    `/api/staff/applications/${applicationId}/interviews/${interviewId}/approval`,
    {
      strengths: ['You asked the customer three questions before you suggested a plant.'],
      improvements: ['Learn how a return without a receipt works; it comes up every day.'],
    },
  );
}

/** The candidate shops with the code of the offer: reserved at the till, then paid. */
export async function redeem(stage: Stage, who: Candidate, apiKey: string): Promise<void> {
  const { text } = await stage.mail('loyalty-offer', who.email);
  const code = /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-Z*~$=]\b/.exec(text)?.[0];
  if (code === undefined) throw new Error('the offer has no code');
  const order = { code, orderId: 'ORDER-1' };
  await stage.note(who.name, 'shops with the code');
  await stage.call('POST', '/api/shop/reserve', { apiKey, body: { ...order, ttl: 'PT15M' } });
  await stage.call('POST', '/api/shop/redeem', { apiKey, body: order });
}

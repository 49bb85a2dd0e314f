/** Keys of the one table: `pk` and `sk`, and those of its two indexes. docs/architecture.md has the table. */
export interface Key extends Record<string, string> {
  readonly pk: string;
  readonly sk: string;
}

const ofApplication = (id: string, sk: string): Key => ({ pk: `APP#${id}`, sk });

export const keys = {
  application: (id: string) => ofApplication(id, 'APP'),
  /** A journey taken up again; its number says which time. */
  run: (id: string, run: number) => ofApplication(id, `RUN#${run}`),
  event: (id: string, ulid: string) => ofApplication(id, `EVENT#${ulid}`),
  message: (id: string, key: string) => ofApplication(id, `MESSAGE#${key}`),
  gate: (id: string, gateId: string) => ofApplication(id, `GATE#${gateId}`),
  /** Something given to somebody else, who is to be told. */
  handOver: (id: string, ulid: string) => ofApplication(id, `HAND-OVER#${ulid}`),
  interview: (id: string, interviewId: string) => ofApplication(id, `INTERVIEW#${interviewId}`),
  feedback: (id: string, interviewId: string, interviewer: string) =>
    ofApplication(id, `FEEDBACK#${interviewId}#${interviewer}`),
  task: (id: string, taskId: string) => ofApplication(id, `TASK#${taskId}`),
  question: (id: string, questionId: string) => ofApplication(id, `QUESTION#${questionId}`),
  /** What sees to a question taken up again; its number says which time. */
  questionRun: (id: string, questionId: string, run: number) => ofApplication(id, `RUN#${questionId}#${run}`),
  /** Which question came of a request: the same request asks once. */
  asked: (id: string, request: string) => ofApplication(id, `ASKED#${request}`),
  /** Changes of preferences by an application's link on a day, in UTC. */
  changesOfDay: (id: string, day: string) => ofApplication(id, `DAY#${day}`),
  survey: (id: string) => ofApplication(id, 'SURVEY'),
  /** An erasure under way. It stands apart from what it erases. */
  erasure: (id: string): Key => ({ pk: `ERASURE#${id}`, sk: 'ERASURE' }),
  person: (hash: string): Key => ({ pk: `PERSON#${hash}`, sk: 'PERSON' }),
  /** Held while a person's application for a job is open: the same person and job is the same application. */
  openApplication: (hash: string, jobId: string): Key => ({ pk: `PERSON#${hash}`, sk: `OPEN#${jobId}` }),
  /** Applications of a mailbox on a day, in UTC. */
  applicationsOfDay: (hash: string, day: string): Key => ({ pk: `MAILBOX#${hash}`, sk: `DAY#${day}` }),
  /** Fresh links that were asked for with an address on a day, in UTC; and one request, known address or not. */
  linksOfDay: (hash: string, day: string): Key => ({ pk: `PERSON#${hash}`, sk: `LINKS#${day}` }),
  linkRequest: (hash: string, ulid: string): Key => ({ pk: `PERSON#${hash}`, sk: `LINK-REQUEST#${ulid}` }),
  /** The one live code a person may have. */
  liveOffer: (hash: string): Key => ({ pk: `PERSON#${hash}`, sk: 'LIVE-OFFER' }),
  /** The code of the link a person recommends the company with. */
  referralOf: (hash: string): Key => ({ pk: `PERSON#${hash}`, sk: 'REFERRAL' }),
  /** Somebody who came by such a link: they bring one credit. */
  referred: (hash: string): Key => ({ pk: `PERSON#${hash}`, sk: 'REFERRED' }),
  referral: (code: string): Key => ({ pk: `REFERRAL#${code}`, sk: 'REFERRAL' }),
  credit: (code: string, creditId: string): Key => ({ pk: `REFERRAL#${code}`, sk: `CREDIT#${creditId}` }),
  /** An upload that an application named. */
  handedIn: (resumeKey: string): Key => ({ pk: `RESUME#${resumeKey}`, sk: 'RESUME' }),
  idempotency: (key: string): Key => ({ pk: `IDEMPOTENCY#${key}`, sk: 'IDEMPOTENCY' }),
  job: (id: string): Key => ({ pk: `JOB#${id}`, sk: 'JOB' }),
  offer: (code: string): Key => ({ pk: `OFFER#${code}`, sk: 'OFFER' }),
  /** What stays of a redeemed code when its person is erased. */
  receipt: (code: string): Key => ({ pk: `OFFER#${code}`, sk: 'RECEIPT' }),
  /** Which code an application's candidate was given: an application brings one at most. */
  offerOf: (id: string) => ofApplication(id, 'OFFER'),
  /** How many codes of a campaign were issued, and what became of them. */
  campaign: (id: string): Key => ({ pk: `CAMPAIGN#${id}`, sk: 'CAMPAIGN' }),
  /** How many of them, neither redeemed nor void, can be used until the end of a day. */
  unusedUntil: (id: string, day: string): Key => ({ pk: `CAMPAIGN#${id}`, sk: `UNTIL#${day}` }),
  /** What happened on a day, in the company's zone. */
  record: (day: string): Key => ({ pk: `RECORD#${day}`, sk: 'RECORD' }),
  /** A published thing's revisions, and the one that new applications start with. */
  revision: (thing: string, revision: number): Key => ({
    pk: thing,
    sk: `REV#${String(revision).padStart(6, '0')}`,
  }),
  live: (thing: string): Key => ({ pk: thing, sk: 'LIVE' }),
  /** What placeholders stand for in this deployment, and which machines there are. */
  installation: { pk: 'WORKFLOWS', sk: 'INSTALLATION' },
  /** Hashes of what the last deployment brought from the repository. */
  deployed: { pk: 'DEPLOYED', sk: 'DEPLOYED' },
  proof: (id: string): Key => ({ pk: `PROOF#${id}`, sk: 'PROOF' }),
  /** What admins did, by time. */
  adminEvent: (ulid: string): Key => ({ pk: 'ADMIN', sk: `ADMIN#${ulid}` }),
} as const;

/** What a published thing is called as a partition key. */
export const published = {
  settings: 'SETTINGS',
  /** Which revision of each machine belongs together. */
  workflows: 'WORKFLOWS',
  workflow: (name: string) => `WORKFLOW#${name}`,
  /** Which revision of each template belongs together. */
  templates: 'TEMPLATES',
  /** A layout, the words of a language, or one message in one language. */
  part: (id: string) => `TEMPLATE#${id}`,
} as const;

export const index = { work: 'gsi1', person: 'gsi2' } as const;

/** Index keys of something that waits for somebody, ordered by when it is due. */
export function workKeys(queue: string, due: string, id: string): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `WORK#${queue}`, gsi1sk: `${due}#${id}` };
}

/** Index keys of a campaign that has issued codes, and of a code among those of its campaign, by when it was issued. */
export const campaignKeys = (id: string) => ({ gsi1pk: 'CAMPAIGNS', gsi1sk: id });
export const codeKeys = (campaign: string, issuedAt: string, code: string) => ({
  gsi1pk: `CODES#${campaign}`,
  gsi1sk: `${issuedAt}#${code}`,
});

/** The queue of erasures under way. */
export const erasureQueue = 'erasure';
/** The queue of closed applications, by when they are to be erased. */
export const retentionQueue = 'retention';
/** The queue of credited recommendations that nobody was thanked for yet. */
export const thanksQueue = 'thanks';

/**
 * The queue of what the sweep sees to: runs not begun and machines not woken a minute after they should have been,
 * and stalled journeys by when they are taken up again without anybody's help.
 */
export const sweepQueue = 'sweep';

/** What is younger is still on its ordinary way. */
const patienceMs = 60_000;

/** Index keys of what should happen at once, by when the sweep sees that it does. */
export function sweepKeys(at: string, id: string): { gsi1pk: string; gsi1sk: string } {
  return workKeys(sweepQueue, new Date(Date.parse(at) + patienceMs).toISOString(), id);
}

import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { canonical } from '../../../domain/api/canonical.ts';
import type { View } from './view.ts';
import { problemType } from '../../../domain/api/problem.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { beginQuestion } from '../../../domain/questions/begin.ts';
import { callWindows, isOffered } from '../../../domain/questions/call-windows.ts';
import { statusOf } from '../../../domain/questions/question.ts';
import type { Question, QuestionForm } from '../../../domain/questions/question.ts';
import { staffMemberOf } from '../../../domain/promises/owner.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { speaking } from '../../../domain/settings/staff-member.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { askQuestion } from '../../adapters/store/asking.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import { settingsOf } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { Refusal } from '../../runtime/refusal.ts';

type QuestionView = View['questions'][number];

interface Request {
  readonly body: QuestionForm;
  readonly headers: { readonly 'idempotency-key'?: string | undefined };
  readonly at: string;
}

/**
 * Takes a candidate's question and says by when a person answers, and who. Without a key the same words on the
 * same day are the same question.
 * @throws Refusal 422 for a window that is not offered, or a key used for something else
 * @throws NotAllowed, NotFound, Contended
 */
export async function ask(
  table: Table,
  applicationId: string,
  { body, headers, at }: Request,
): Promise<QuestionView> {
  const fingerprint = digest(canonical(body));
  const named = headers['idempotency-key'];
  const asked = await askQuestion(table, {
    applicationId,
    key: named === undefined ? fingerprint : digest(`key ${named}`),
    fingerprint,
    at,
    begin: async (application) => {
      const [settings, job] = await Promise.all([
        settingsOf(table, application),
        readJob(table, application.jobId),
      ]);
      if (body.wants === 'call' && !isOffered(settings, at, body.window)) {
        const errors = [{ field: 'body.window', message: 'is not offered (any more); choose another one' }];
        throw new Refusal(422, { detail: 'the call cannot be booked; see errors', errors });
      }
      return beginQuestion(body, { application, job, settings, questionId: ulid(Date.parse(at)), at });
    },
  });
  if (asked === 'key-reused') {
    throw new Refusal(422, {
      type: problemType.keyReused,
      detail: 'another request was sent with this Idempotency-Key',
    });
  }
  const application = await readApplication(table, applicationId);
  const settings = speaking(await settingsOf(table, application), application.locale);
  return questionView(asked.question, asked.gate, settings);
}

/** When a candidate may ask to be called. */
export async function readCallWindows(table: Table, applicationId: string, at: string) {
  const application = await readApplication(table, applicationId);
  const settings = await settingsOf(table, application);
  return {
    zone: application.zone,
    phone: application.candidate.phone ?? null,
    windows: callWindows(settings, at),
  };
}

/** The questions of an application as its candidate sees them. */
export function questionViews(
  questions: readonly Question[],
  gates: readonly Gate[],
  settings: Settings,
): QuestionView[] {
  return questions.flatMap((question) => {
    const gate = gates.find(({ subject, kind }) => kind === 'question' && subject === question.questionId);
    return gate ? [questionView(question, gate, settings)] : [];
  });
}

/** A question as its candidate sees it; what colleagues noted for each other stays with them. */
function questionView(
  { questionId, wants, text, askedAt, phone, window }: Question,
  gate: Gate,
  settings: Settings,
): QuestionView {
  const { decision, owner, due, firstDue } = gate;
  const answer = decision?.['text'];
  return {
    questionId,
    wants,
    text,
    askedAt,
    status: statusOf(gate),
    due,
    firstDue,
    ...(phone !== undefined && { phone }),
    ...(window && { window }),
    person: staffMemberOf(settings, decision?.by ?? owner),
    ...(decision && typeof answer === 'string' && { answer: { at: decision.at, text: answer } }),
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

import { settle } from '../../../domain/application/gate-changes.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { beginQuestion } from '../../../domain/questions/begin.ts';
import { callWindows } from '../../../domain/questions/call-windows.ts';
import { refuseUnlessAskable } from '../../../domain/questions/question.ts';
import type { CallWindow, QuestionForm } from '../../../domain/questions/question.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import type { Office } from './office.ts';

const text = 'Would I have to work on Sundays?';

/** Ids of questions, in the order they are asked. */
const questionIdOf = (index: number): string => `01KJQ${index}`.padEnd(26, '0');

/** What is asked for; without a `window` the first that can be booked. */
export type Wish =
  | { readonly wants: 'answer' }
  | { readonly wants: 'call'; readonly window?: CallWindow | undefined };

/** What candidate and colleagues do about questions, as the API lets them. */
export const questions = {
  /** Gives the question's id; what sees to it is started by the caller. @throws NotAllowed */
  ask({ table, settings, job }: Office, at: string, wish: Wish): string {
    refuseUnlessAskable(table.application, table.gates);
    const questionId = questionIdOf(Object.keys(table.data.questions).length);
    const asked = { application: table.application, job, settings, questionId, at };
    const { question, gate } = beginQuestion(formOf(settings, at, wish), asked);
    table.putQuestion(question);
    table.putGate(gate);
    table.note({ at, type: 'PromiseMade', about: gate.gateId, due: gate.due });
    return questionId;
  },

  /** @throws NotAllowed when somebody, or the timer, was first */
  settle({ table, job }: Office, at: string, gateId: string, outcome: 'answered' | 'called'): Gate[] {
    const decision = { by: job.recruiter, at, ...(outcome === 'answered' && { text: 'Nobody does.' }) };
    const settled = settle(table.gate(gateId), { outcome, decision, holdUntil: null });
    table.putGate(settled);
    return [settled];
  },
};

function formOf(settings: Office['settings'], at: string, wish: Wish): QuestionForm {
  if (wish.wants === 'answer') return { wants: 'answer', text };
  const window = wish.window ?? callWindows(settings, at)[0];
  if (!window) throw new NotAllowed('no call can be booked');
  return { wants: 'call', text, phone: '+44 113 496 0000', window };
}

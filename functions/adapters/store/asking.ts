import type { Application } from '../../../domain/application/application.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { questionGateId, refuseUnlessAskable } from '../../../domain/questions/question.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { applicationWrite, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { gateCreation, listGates, readGate } from './gates.ts';
import { optimistically } from './optimistic.ts';
import { askedWrite, findAsked, questionCreation, readQuestion } from './questions.ts';
import type { Table, Write } from './table.ts';

/** A question and the gate that waits for its answer. */
export interface AskedQuestion {
  readonly question: Question;
  readonly gate: Gate;
}

interface Asking {
  readonly applicationId: string;
  /** Under which the request is known again, and what the whole of it said. */
  readonly key: string;
  readonly fingerprint: string;
  readonly at: string;
  /** Makes the question of the request, or throws why it cannot be asked. */
  readonly begin: (application: Application) => Promise<AskedQuestion>;
}

/**
 * Stores a question together with the promise of an answer. However many equal requests come at once, one
 * question is stored and all of them are given it.
 * @throws NotAllowed when nothing more may be asked; NotFound, Contended, and what `begin` throws
 */
export async function askQuestion(table: Table, asking: Asking): Promise<AskedQuestion | 'key-reused'> {
  const { applicationId, key, fingerprint, at } = asking;
  const known = await optimistically(table, 'the application', async () => {
    const before = await findAsked(table, applicationId, key, at);
    if (before) return { writes: [], result: before.fingerprint === fingerprint ? before.questionId : null };
    // In this order: what opens a gate after they were listed has changed the version that was read before.
    const application = await readApplication(table, applicationId);
    const gates = await listGates(table, applicationId);
    refuseUnlessAskable(application, gates);
    const asked = await asking.begin(application);
    const { questionId } = asked.question;
    return {
      result: questionId,
      writes: [
        // Changes nothing but the version: two requests at once cannot both be the last one allowed.
        applicationWrite(table, application, {}, at),
        askedWrite(table, applicationId, key, { fingerprint, questionId, askedAt: at }),
        ...beginning(table, asked, at),
      ],
    };
  });
  if (known === null) return 'key-reused';
  const [question, gate] = await Promise.all([
    readQuestion(table, applicationId, known),
    readGate(table, applicationId, questionGateId(known)),
  ]);
  return { question, gate };
}

function beginning(table: Table, { question, gate }: AskedQuestion, at: string): Write[] {
  const { applicationId, questionId, wants } = question;
  const { gateId, kind, due, owner } = gate;
  return [
    questionCreation(table, question),
    gateCreation(table, gate),
    eventWrite(table, {
      applicationId,
      at,
      type: 'QuestionAsked',
      actor: 'candidate',
      detail: { questionId, wants },
    }),
    eventWrite(table, {
      applicationId,
      at,
      type: 'PromiseMade',
      actor: 'system',
      detail: { gateId, kind, due, owner },
    }),
  ];
}

import * as z from 'zod';
import { viewOf } from '../../domain/application/gate-item.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { QuestionForm } from '../../domain/questions/question.ts';
import { questionRunName } from '../../domain/questions/run.ts';
import { stepContracts } from '../../domain/steps/contracts.ts';
import * as stepErrors from '../../domain/steps/errors.ts';
import type { CallReply } from '../../simulator/asl/integrations/call.ts';
import { isJsonObject, parseJson } from '../../simulator/asl/json.ts';
import type { Json } from '../../simulator/asl/json.ts';
import type { Random } from '../../simulator/asl/random.ts';
import { stepOf } from './machines.ts';
import type { MachineName } from './machines.ts';
import { Office, applicationId, defaultSettings } from './office.ts';
import type { Letter } from './office.ts';
import { officeSteps } from './office-steps.ts';
import { People } from './people.ts';
import { Scripts } from './scripts.ts';
import { World } from './world.ts';
import type { Answered, Origin } from './world.ts';

/** A Monday, far from any change of clocks; every figure of a test counts from here unless it says otherwise. */
export const submittedAt = '2026-03-02T09:00:00.000Z';

export interface Beginning {
  readonly settings?: Settings;
  readonly consents?: boolean;
  readonly submittedAt?: string;
  /** Milliseconds from the submission until the journey begins. */
  readonly delay?: number;
  readonly random?: Random;
  readonly scripts?: Scripts;
}

/** One application on the shipped machines: the clock, the office behind the steps, and the people. */
export class Journey {
  readonly office: Office;
  readonly world: World;
  readonly people: People;
  readonly scripts: Scripts;
  /** Events put on the bus. */
  readonly alarms: Json[] = [];
  readonly start: number;

  constructor({
    settings = defaultSettings,
    consents = true,
    scripts = new Scripts(),
    ...how
  }: Beginning = {}) {
    const at = how.submittedAt ?? submittedAt;
    this.start = Date.parse(at);
    this.scripts = scripts;
    this.office = new Office(at, settings, consents);
    this.world = new World(
      this.start + (how.delay ?? 0),
      {
        invoke: (origin, functionArn, payload) => this.#invoke(origin, functionArn, payload),
        putEvents: (origin, entries) => this.#putEvents(origin, entries),
        child: (origin, machine) => this.#child(origin, machine),
      },
      how.random,
    );
    this.people = new People(this.office, this.world);
  }

  /** Starts a machine with its input, the whole journey unless told otherwise, and lets it get as far as it can. */
  async begin(machine: MachineName = 'candidate-journey', input: Record<string, Json> = {}): Promise<string> {
    const run = machine === 'candidate-journey' ? {} : { run: applicationId };
    const arn = this.world.start(machine, applicationId, { applicationId, ...run, ...input });
    await this.world.settle();
    return arn;
  }

  /** The candidate asks, or books a call; gives the question's id once what sees to it runs. */
  async ask(form: QuestionForm): Promise<string> {
    const questionId = this.people.ask(form);
    this.world.start('callback-request', `${applicationId}-${questionId}`, { applicationId, questionId });
    await this.world.settle();
    return questionId;
  }

  /** What sees to a question is started again, as the stream does it once HR has done the task. */
  async takeUpQuestion(questionId: string, run: number): Promise<void> {
    const name = questionRunName({ applicationId, questionId, run });
    this.world.start('callback-request', name, { applicationId, questionId });
    await this.world.settle();
  }

  /** The instant so long after submission: `47:55`, `47:59:59`, `72:00:00.250`. */
  after(offset: string): number {
    const [hours = '0', minutes = '0', seconds = '0'] = offset.split(':');
    return this.start + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  }

  /** Everything due by then has happened. */
  at(offset: string): Promise<void> {
    return this.world.advanceTo(this.after(offset));
  }

  /** Everything due before then has happened, nothing that is due at the very instant. */
  justBefore(offset: string): Promise<void> {
    return this.world.advanceTo(this.after(offset), false);
  }

  /** Somebody acts at an instant, after so many of the things that then happen by themselves. */
  async amid(offset: string, inSteps: number, act: () => void): Promise<void> {
    await this.world.advanceInterrupted(this.after(offset), inSteps, act);
  }

  end(): Promise<void> {
    return this.world.advanceToEnd();
  }

  /** What was sent, in order: `+24:00 decision-reminder → owner`. */
  sent(to?: 'candidate' | 'staff'): string[] {
    return this.letters(to).map(({ at, message, to }) => `${this.offsetOf(at)} ${message} → ${to}`);
  }

  letters(to?: 'candidate' | 'staff'): Letter[] {
    return [...this.office.ledger.values()].filter(
      (letter) =>
        letter.status === 'sent' &&
        (to === undefined || (letter.to === 'candidate') === (to === 'candidate')),
    );
  }

  /** The messages that the candidate got, in order. */
  heard(): string[] {
    return this.letters('candidate').map(({ message }) => message);
  }

  offsetOf(at: string): string {
    return this.offset((Date.parse(at) - this.start) / 1000);
  }

  /** Seconds since the submission as people read them. */
  offset(seconds: number): string {
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    const rest = seconds % 60;
    return `+${two(seconds / 3600)}:${two((seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`;
  }

  /** Tasks that HR was given and has not done, by kind. */
  tasks(): string[] {
    const open = [...this.office.tasks.values()].filter(({ status }) => status === 'open');
    return open.map(({ task, subject }) => `${task} ${subject}`);
  }

  /** When something was recorded of a gate. */
  audited(type: string, gateId: string): string[] {
    return this.office.audit
      .filter((event) => event.type === type && event.gateId === gateId)
      .map(({ at }) => this.offsetOf(at));
  }

  #invoke(origin: Origin, functionArn: string, payload: string): Answered {
    const name = stepOf(functionArn);
    const scripted = this.scripts.atFunction(origin, name);
    if (scripted?.unchecked) return scripted.answered;
    const contract: { input: z.ZodType; output: z.ZodType } = stepContracts[name];
    const input = contract.input.safeParse(JSON.parse(payload));
    if (!input.success)
      throw new Error(`${origin.machine}, ${origin.state}: ${name} is given ${z.prettifyError(input.error)}`);
    if (scripted && !scripted.works) return scripted.answered;
    try {
      const output = contract.output.parse(this.#work(name, input.data));
      const value = { payload: JSON.stringify(output), executedVersion: '$LATEST' };
      return scripted ? scripted.answered : { ok: true, value };
    } catch (error) {
      return thrown(error);
    }
  }

  #work(name: keyof typeof stepContracts, input: unknown): unknown {
    if (name === 'open-gate') return this.#openGate(stepContracts[name].input.parse(input));
    const step: (office: Office, input: never) => unknown = officeSteps[name];
    return step(this.office, input as never);
  }

  /** Stores the token, and answers at once when the gate has changed since the machine looked. */
  #openGate({ gateId, seenVersion, taskToken }: z.output<(typeof stepContracts)['open-gate']['input']>): {
    stored: boolean;
  } {
    const gate = { ...this.office.gate(gateId), token: taskToken };
    this.office.gates.set(gateId, gate);
    if (gate.version !== seenVersion) this.world.succeed(taskToken, viewOf(gate));
    return { stored: true };
  }

  #putEvents(origin: Origin, entries: readonly Json[]): Answered {
    const scripted = this.scripts.at(origin);
    if (scripted) return scripted.answered;
    for (const entry of entries) {
      const detail = isJsonObject(entry) ? entry['Detail'] : undefined;
      this.alarms.push(typeof detail === 'string' ? parseJson(detail) : null);
    }
    return { ok: true, value: { Entries: [], FailedEntryCount: 0 } };
  }

  #child(
    origin: Origin,
    machine: MachineName,
  ): { output: Json } | { refused: CallReply } | 'silence' | undefined {
    const answered = this.scripts.at(origin)?.answered;
    if (answered !== undefined) return answered === 'silence' ? answered : { refused: answered };
    const output = this.scripts.childOf(machine);
    return output === undefined ? undefined : { output };
  }
}

/** A step's own errors reach the machine by name; anything else is a fault of the test and ends it. */
function thrown(error: unknown): Answered {
  if (!(error instanceof Error) || !Object.hasOwn(stepErrors, error.name)) throw error;
  const payload = JSON.stringify({ errorType: error.name, errorMessage: error.message });
  return { ok: true, value: { payload, functionError: 'Unhandled', executedVersion: '$LATEST' } };
}

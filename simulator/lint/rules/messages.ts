import type { MessageFacts } from '../context.ts';
import type { Call } from '../definition/call.ts';
import type { StateView } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { literalsOf } from '../values/sources.ts';

/** What a message is made from, beyond the application: without it the step fails with InvalidInput. */
const NEEDS = new Map<string, readonly string[]>(
  Object.entries({
    decline: ['gateId'],
    'decline-after-interview': ['gateId'],
    release: ['gateId'],
    'feedback-delayed': ['gateId'],
    'decision-reminder': ['gateId'],
    'decision-escalation': ['gateId'],
    'feedback-request': ['gateId'],
    'feedback-reminder': ['gateId'],
    'feedback-escalation': ['gateId'],
    'interview-scheduled': ['interviewId'],
    'interview-cancelled': ['interviewId'],
    'interview-feedback': ['interviewId'],
    'question-received': ['gateId'],
    'question-assigned': ['gateId'],
    'question-reminder': ['gateId'],
    answer: ['gateId'],
    'task-raised': ['taskId'],
  }),
);

/** The Tasks that send a message, each with what they may send and to whom, as far as that is written. */
function sendings(subject: Subject): { state: StateView; call: Call; names: string[]; roles: string[] }[] {
  return [...subject.calls].flatMap(([state, call]) => {
    if (call.step !== 'send-message') return [];
    const textsAt = (argument: string): string[] => {
      const value = call.payload?.[argument];
      if (value === undefined) return [];
      return [...literalsOf(subject, { value, state }).values].filter((text) => typeof text === 'string');
    };
    return [{ state, call, names: textsAt('message'), roles: textsAt('to') }];
  });
}

/** Messages that do not exist, in no language or for nobody of that role. */
export const messages: Rule = (subject) =>
  sendings(subject).flatMap(({ state, call, names, roles }) =>
    names.flatMap((name) => {
      const path = [...state.path, 'Arguments', 'Payload', 'message'];
      const facts = subject.context.messages.get(name);
      if (!facts?.sendable) return [unknown(subject, path, name, facts)];
      return [
        ...locales(subject, path, name),
        ...roles.flatMap((role) => wrongRole(state, name, facts, role)),
        ...needs(state, call, name),
      ];
    }),
  );

function unknown(
  { context }: Subject,
  path: Problem['path'],
  name: string,
  facts: MessageFacts | undefined,
): Problem {
  const sendable = [...context.messages].filter(([, { sendable }]) => sendable).map(([known]) => known);
  return {
    rule: 'unknown-message',
    path,
    message: facts ? `No workflow can send '${name}'.` : `There is no message '${name}'.`,
    mend: `Messages: ${sendable.join(', ')}.`,
  };
}

function locales({ context }: Subject, path: Problem['path'], name: string): Problem[] {
  return context.locales
    .filter((locale) => !context.templates.has(`${locale}/${name}`))
    .map((locale) => ({
      rule: 'message-locale',
      path,
      message: `'${name}' is not written in '${locale}': whoever reads that language would hear nothing.`,
      mend: `Write templates/${locale}/${name}.md.`,
    }));
}

function wrongRole({ path }: StateView, name: string, { audience }: MessageFacts, role: string): Problem[] {
  if ((role === 'candidate') === (audience === 'candidate')) return [];
  return [
    {
      rule: 'message-role',
      path: [...path, 'Arguments', 'Payload', 'to'],
      message: `'${name}' is written for ${audience === 'candidate' ? 'the candidate' : 'colleagues'}, not for '${role}'.`,
      mend:
        audience === 'candidate' ? 'Write "to": "candidate".' : 'Write owner, backup, lead or interviewer.',
    },
  ];
}

function needs({ path }: StateView, { payload = {} }: Call, name: string): Problem[] {
  return (NEEDS.get(name) ?? [])
    .filter((argument) => payload[argument] === undefined)
    .map((argument) => ({
      rule: 'message-facts',
      path: [...path, 'Arguments', 'Payload'],
      message: `'${name}' cannot be written without '${argument}'.`,
      mend: `Add "${argument}" to the Payload.`,
    }));
}

/** The Tasks that may send one of these messages, by what they send. */
export function sendingsOf(
  subject: Subject,
  wanted: (name: string) => boolean,
): { state: StateView; name: string }[] {
  return sendings(subject).flatMap(({ state, names }) =>
    names.filter(wanted).map((name) => ({ state, name })),
  );
}

import type { WorkflowName } from '../../../domain/workflows/names.ts';

interface Words {
  readonly title: string;
  readonly about: string;
}

/** What people call the machines, and what each is for. */
export const workflowWords: Readonly<Record<string, Words>> = {
  'candidate-journey': {
    title: 'Candidate journey',
    about: 'The way of one application, from the acknowledgement to the survey.',
  },
  'keep-promise': {
    title: 'Keep a promise',
    about: 'Reminds, escalates, tells the candidate of a delay, and releases them in the end.',
  },
  'interview-feedback': {
    title: 'Interview and feedback',
    about: 'Confirms an interview, asks for feedback, and has it approved.',
  },
  'loyalty-offer': {
    title: 'Thank-you offer',
    about: 'Issues one code to whoever agreed to it, after the answer.',
  },
  'callback-request': {
    title: 'Question or call',
    about: 'Says who answers a question or calls, and by when, has that promise kept, and sends the answer.',
  },
} satisfies Readonly<Record<WorkflowName, Words>>;

/** A machine as people call it; one this page does not know is called by its name. */
export const titleOf = (name: string): string => workflowWords[name]?.title ?? name;

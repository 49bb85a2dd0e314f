import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type * as z from 'zod';
import { useEffect, useEffectEvent, useState } from 'react';
import { previewDecision } from '../../../domain/api/recruiter/letters.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { useSigned } from '../api/context.ts';
import { Refused } from '../api/problems.ts';
import { troubleOf } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { languageNames } from '../words/languages.ts';
import { Letter } from './letter.tsx';

type Preview = z.output<typeof previewDecision.reply.body>;

/** Milliseconds without a keystroke after which the letter is written anew. */
const pause = 400;

interface State {
  readonly letter?: Preview;
  readonly trouble?: unknown;
  /** What the letter was written from. */
  readonly of?: string | undefined;
}

interface DecisionPreviewProps {
  readonly applicationId: string;
  readonly gateId: string;
  /** The decision as far as it is complete. */
  readonly decision: Decision | undefined;
}

/** The very letter that a decision would send, written anew as its reasons are. */
export function DecisionPreview({ applicationId, gateId, decision }: DecisionPreviewProps) {
  const { call } = useSigned();
  const [{ letter, trouble, of }, setState] = useState<State>({});
  // A note is for colleagues: with another one the letter stays the same.
  const told = decision && JSON.stringify({ ...decision, note: undefined });
  const write = useEffectEvent(async (isWanted: () => boolean) => {
    if (decision === undefined) return;
    const { note: _, ...body } = decision;
    let came: State;
    try {
      came = {
        letter: await call(previewDecision, { params: { applicationId }, body: { ...body, gateId } }),
      };
    } catch (error) {
      came = { trouble: error };
    }
    if (isWanted()) setState({ ...came, of: told });
  });
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => void write(() => !isOver), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [applicationId, gateId, told]);

  return (
    <section aria-label="The message" className="preview">
      <SpaceBetween size="s">
        <Box variant="h3">The message</Box>
        {told === undefined ? (
          <Box color="text-body-secondary">It is written here once the decision is complete.</Box>
        ) : of !== told ? (
          <StatusIndicator type="loading">Being written</StatusIndicator>
        ) : trouble !== undefined ? (
          <StatusIndicator type="warning">{whyNot(trouble)}</StatusIndicator>
        ) : (
          letter && (
            <Box color="text-body-secondary">
              To {letter.to} in {languageNames[letter.locale]}, {moment(letter.leavesAt)} if you send it now.
            </Box>
          )
        )}
        {told !== undefined && letter && trouble === undefined && (
          <Letter letter={letter} locale={letter.locale} tallest={440} />
        )}
      </SpaceBetween>
    </section>
  );
}

/** Why no letter can be written: the words that may not be said, or what went wrong. */
function whyNot(trouble: unknown): string {
  if (trouble instanceof Refused && trouble.fields.size > 0) return [...trouble.fields.values()].join(' ');
  const { header, text } = troubleOf(trouble);
  return `${header}. ${text}`;
}

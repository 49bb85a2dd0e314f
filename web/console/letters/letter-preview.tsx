import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useEffectEvent, useState } from 'react';
import type { LetterPreview as Written } from '../../../domain/api/recruiter/letters.ts';
import { Refused } from '../api/problems.ts';
import { troubleOf } from '../shell/failed.tsx';
import { moment } from '../time/words.ts';
import { languageNames } from '../words/languages.ts';
import { Letter } from './letter.tsx';

/** Milliseconds without a keystroke after which the letter is written anew. */
const pause = 400;

interface State {
  readonly letter?: Written;
  readonly trouble?: unknown;
  /** What the letter was written from. */
  readonly of?: string;
}

interface LetterPreviewProps<Told> {
  readonly title?: string;
  /** What the letter tells; undefined while that is not complete. */
  readonly told: Told | undefined;
  /** Has the letter written. */
  readonly write: (told: Told) => Promise<Written>;
  /** What is said until it is complete. */
  readonly until: string;
}

/** The very letter that would be sent, written anew as what it tells is. */
export function LetterPreview<Told>({ title = 'The message', told, write, until }: LetterPreviewProps<Told>) {
  const wanted = told === undefined ? undefined : JSON.stringify(told);
  const [{ letter, trouble, of }, setState] = useState<State>({});
  const look = useEffectEvent(async (isWanted: () => boolean) => {
    if (told === undefined || wanted === undefined) return;
    let came: State;
    try {
      came = { letter: await write(told) };
    } catch (error) {
      came = { trouble: error };
    }
    if (isWanted()) setState({ ...came, of: wanted });
  });
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => void look(() => !isOver), pause);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted]);

  return (
    <section aria-label={title} className={wanted === undefined ? undefined : 'preview'}>
      <SpaceBetween size="s">
        <Box variant="h3">{title}</Box>
        {wanted === undefined ? (
          <Box color="text-body-secondary">{until}</Box>
        ) : of !== wanted ? (
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
        {wanted !== undefined && letter && trouble === undefined && (
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

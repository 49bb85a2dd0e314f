import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Slider from '@cloudscape-design/components/slider';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useMemo, useState } from 'react';
import { isMessageName } from '../../../domain/messages/messages.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { momentIn } from '../time/words.ts';
import { promised } from '../words/gates.ts';
import { messageWords } from '../words/timeline.ts';
import { momentsOf, readable, since, standingAfter } from './timeline.ts';
import type { Entry, PromiseState, Standing } from './timeline.ts';
import { titleOf } from './words.ts';

interface PlayerProps {
  readonly timeline: readonly Entry[];
  readonly zone: string;
  /** Told how things stand at the moment that is looked at; keep it with `useCallback`. */
  readonly onStanding: (standing: Standing | undefined) => void;
  readonly onShowMessage?: (message: MessageName) => void;
}

/** A timeline to go through moment by moment. */
export function Player({ timeline, zone, onStanding, onShowMessage }: PlayerProps) {
  const moments = useMemo(() => momentsOf(timeline), [timeline]);
  const [at, setAt] = useState(0);
  const last = moments.length - 1;
  const place = Math.min(at, last);
  const standing = useMemo(() => {
    const count = moments.slice(0, place + 1).reduce((sum, { entries }) => sum + entries.length, 0);
    return standingAfter(timeline, count);
  }, [timeline, moments, place]);
  useEffect(() => onStanding(standing), [onStanding, standing]);
  useEffect(() => () => onStanding(undefined), [onStanding]);
  const [first, now] = [moments[0], moments[place]];
  if (first === undefined || now === undefined) return <Box>Nothing happens.</Box>;
  const show = (instant: string) => momentIn(instant, zone);
  return (
    <SpaceBetween size="s">
      <FormField label="Moment" description={`${show(now.at)}, ${since(first.at, now.at)} h`}>
        <SpaceBetween size="xs" direction="horizontal" alignItems="center">
          <Button
            iconName="angle-left"
            ariaLabel="The moment before"
            disabled={place === 0}
            onClick={() => setAt(place - 1)}
          />
          <div className="scrubber">
            <Slider
              value={place}
              min={0}
              max={Math.max(1, last)}
              hideFillLine
              ariaLabel="Moment of the journey"
              valueFormatter={(value) => show(moments[value]?.at ?? now.at)}
              onChange={({ detail }) => setAt(detail.value)}
            />
          </div>
          <Button
            iconName="angle-right"
            ariaLabel="The next moment"
            disabled={place === last}
            onClick={() => setAt(place + 1)}
          />
        </SpaceBetween>
      </FormField>
      <Where standing={standing} show={show} />
      <ol className="moments" aria-label="What happens">
        {moments.map((moment, index) => (
          <li key={moment.at} aria-current={index === place ? 'step' : undefined}>
            <button type="button" onClick={() => setAt(index)}>
              <time dateTime={moment.at}>{show(moment.at)}</time> {since(first.at, moment.at)} h
            </button>
            <ul>
              {moment.entries
                .filter(({ what }) => what !== 'enters')
                .map((entry) => (
                  <li key={JSON.stringify(entry)}>
                    {sentence(entry, show)}{' '}
                    {onShowMessage && entry.what === 'hears' && isMessageName(entry.text) && (
                      <Button
                        variant="inline-link"
                        ariaLabel={`Read the message: ${messageWords(entry.text)}`}
                        onClick={() => isMessageName(entry.text) && onShowMessage(entry.text)}
                      >
                        Read it
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </SpaceBetween>
  );
}

const promiseSigns = { made: 'in-progress', kept: 'success', broken: 'error' } as const;
const promiseWords = { made: 'promised for', kept: 'kept', broken: 'broken; it was promised for' } as const;

const promiseText = ({ status, due }: PromiseState, show: (at: string) => string): string =>
  status === 'kept' || due === undefined ? promiseWords[status] : `${promiseWords[status]} ${show(due)}`;

function Where({ standing, show }: { standing: Standing; show: (at: string) => string }) {
  return (
    <div role="status">
      <SpaceBetween size="xxs">
        {[...standing.states].map(([machine, state]) => (
          <Box key={machine}>
            {titleOf(machine)}: <strong>{state}</strong>
          </Box>
        ))}
        {standing.promises.map((promise) => (
          <StatusIndicator key={promise.about} type={promiseSigns[promise.status]}>
            {promiseName(promise.about)}: {promiseText(promise, show)}
          </StatusIndicator>
        ))}
      </SpaceBetween>
    </div>
  );
}

/** `decisionDue` is "decision due". */
const spoken = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What a promise is called: `shortlist-1` is the first of the shortlist decisions. */
function promiseName(about: string): string {
  const [, kind = about] = /^(.+?)(?:-\d+)?$/.exec(about) ?? [];
  return Object.entries(promised).find(([known]) => known === kind)?.[1] ?? messageWords(about);
}

function sentence({ what, who, text, dates = {} }: Entry, show: (at: string) => string): string {
  const told = readable(text, show);
  const named = Object.entries(dates).map(([name, date]) => `${spoken(name)} ${show(date)}`);
  const dated = named.length === 0 ? '' : ` (${named.join(', ')})`;
  switch (what) {
    case 'hears':
      return `The ${who} hears: ${messageWords(told)}${dated}.`;
    case 'held back':
      return `Not sent to the ${who}: ${messageWords(told)}.`;
    case 'promise':
      return `${promiseName(who)}: ${told}.`;
    case 'task':
      return `A task for ${messageWords(who)}: ${told}.`;
    case 'ends':
      return `${titleOf(who)} ends: ${told.toLowerCase()}.`;
    case 'acts':
      return `Somebody acts (${who}): ${told}.`;
    case 'enters':
      return `${titleOf(who)}: ${told}.`;
  }
}

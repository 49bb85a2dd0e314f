import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import type { Settings } from '../../../domain/settings/settings.ts';
import { messageWords } from '../words/timeline.ts';
import { pictureOf } from './ladder-picture.ts';
import type { Picture, PromiseKind, Step } from './ladder-picture.ts';
import { doesWords, promiseWords, roleLabel } from './words.ts';

interface LadderPictureProps {
  readonly kind: PromiseKind;
  readonly settings: Settings;
  readonly from: string;
}

/** The clock of a promise as a line of moments. */
export function LadderPicture({ kind, settings, from }: LadderPictureProps) {
  const picture = drawn(kind, settings, from);
  if (typeof picture === 'string') return <Alert type="error">{picture}</Alert>;
  const moment = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: settings.calendar.zone,
  });
  return (
    <div>
      <ol className="ladder" aria-label={`What happens while nobody acts: ${promiseWords[kind].title}`}>
        {picture.steps.map((step) => (
          <li key={`${step.at} ${step.does}`} className={`ladder-${step.does}`}>
            <time dateTime={step.at}>{moment.format(Date.parse(step.at))}</time>
            <strong>{step.does === 'begins' ? promiseWords[kind].begins : doesWords[step.does]}</strong>
            <span>{told(step)}</span>
          </li>
        ))}
      </ol>
      <Box color="text-body-secondary">{picture.closed}</Box>
    </div>
  );
}

function drawn(kind: PromiseKind, settings: Settings, from: string): Picture | string {
  try {
    return pictureOf(kind, settings, from);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const told = ({ to, message }: Step): string =>
  message === null || to.length === 0 ? '' : `${to.map(roleLabel).join(', ')}: ${messageWords(message)}`;

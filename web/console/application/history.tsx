import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Settled } from '../decide/settled.tsx';
import { moment } from '../time/words.ts';
import { promised } from '../words/gates.ts';
import { actorOf } from '../words/people.ts';
import { eventWords } from '../words/timeline.ts';
import type { ApplicationData } from './data.ts';

/** Decisions with their reasons, and everything that happened, newest first. */
export function History({ gates, timeline }: Pick<ApplicationData, 'gates' | 'timeline'>) {
  const over = gates.filter(({ status, outcome }) => status === 'closed' && outcome !== undefined);
  const events = timeline.toReversed();
  return (
    <SpaceBetween size="l">
      {over.map((gate) => (
        <Container key={gate.gateId} header={<Header variant="h3">{promised[gate.kind]}</Header>}>
          <Settled gate={gate} isHeld={false} />
        </Container>
      ))}
      <Container header={<Header variant="h3">What happened</Header>}>
        <ol className="timeline">
          {events.map((event, place) => (
            <li key={`${event.at} ${event.type} ${events.length - place}`}>
              <time dateTime={event.at}>{moment(event.at)}</time>
              <span>
                <b>{actorOf(event.actor)}</b> {eventWords(event)}
              </span>
            </li>
          ))}
        </ol>
      </Container>
    </SpaceBetween>
  );
}

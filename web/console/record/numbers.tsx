import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import type { ReactNode } from 'react';
import { isEnough } from '../../../domain/record/share.ts';
import { allScores, promisesTo } from '../../../domain/record/summary.ts';
import type { Summary } from '../../../domain/record/summary.ts';
import { duration, mean, ratio, share } from './words.ts';

/** The five numbers, each with how many stand behind it. */
export function Numbers({ total }: { total: Summary }) {
  const { acknowledged, applications, feedback, offers } = total;
  const promises = promisesTo(total);
  const scores = allScores(total);
  const few = (n: number) => (isEnough(n) ? '' : ' Fewer than five: no percentage.');
  return (
    <Container>
      <dl className="numbers">
        <Figure
          name="Time to acknowledge"
          value={acknowledged.p50 === null ? '–' : duration(acknowledged.p50)}
        >
          {acknowledged.p50 === null || acknowledged.p95 === null
            ? `${ratio(acknowledged.n, applications)} applications acknowledged.${few(acknowledged.n)}`
            : `Half of ${acknowledged.n} waited no longer, 95 of 100 no longer than ${duration(acknowledged.p95)}.`}
        </Figure>
        <Figure name="Promises kept" value={share(promises.kept, promises.ended)}>
          {promises.ended === 0
            ? 'No promise has ended yet.'
            : `${ratio(promises.kept, promises.ended)} promises to candidates.${few(promises.ended)}`}
        </Figure>
        <Figure name="Feedback given" value={share(feedback.delivered, feedback.held)}>
          {feedback.held === 0
            ? 'No interview was held.'
            : `${ratio(feedback.delivered, feedback.held)} interviews.${few(feedback.held)}`}
        </Figure>
        <Figure name="Candidate score" value={mean(scores.sum, scores.n)}>
          {scores.n === 0 ? 'Nobody has answered the survey.' : `Mean of ${scores.n}, from 0 to 10.`}
          {scores.n > 0 && !isEnough(scores.n) && ' Fewer than five: no mean.'}
        </Figure>
        <Figure name="Offers redeemed" value={share(offers.redeemed, offers.issued)}>
          {offers.issued === 0
            ? 'No code was given.'
            : `${ratio(offers.redeemed, offers.issued)} codes.${few(offers.issued)}`}
        </Figure>
      </dl>
    </Container>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Box variant="awsui-key-label" tagOverride="span">
          {name}
        </Box>
      </dt>
      <dd className="figure">{value}</dd>
      <dd>
        <Box color="text-body-secondary" tagOverride="span">
          {children}
        </Box>
      </dd>
    </div>
  );
}

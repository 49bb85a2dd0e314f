import type { Proof, Verdict } from '../../simulator/proof/prove.ts';
import { timelineText } from './print-timeline.ts';

const grouped = (count: number | string): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** A proof as text: rule by rule, and what was looked at. */
export const proofText = ({ verdicts, parts, complete, places, edges, paths }: Proof): string => {
  const seen = `${grouped(places)} situations and ${grouped(edges)} ways from one to the next`;
  const covered = complete
    ? [`Looked at all of ${paths === undefined ? 'endlessly many' : grouped(paths)} paths: ${seen}.`]
    : [
        `Too large to look at all of it: given up after ${seen}.`,
        'What is not broken so far is undecided. Looked at:',
        ...parts.map(
          (part) =>
            `  ${part.complete ? 'all of  ' : 'a part of'} ${part.title} (${grouped(part.places)} situations)`,
        ),
      ];
  return `${verdicts.map(verdictText).join('')}\n${covered.join('\n')}\n`;
};

function verdictText({ rule, title, verdict, why, timeline = [] }: Verdict): string {
  const head = `${String(rule).padStart(2)}. ${verdict.padEnd(9)}  ${title}\n`;
  const reason = why === undefined ? '' : `      ${why}\n`;
  const [first] = timeline;
  return head + reason + (first ? `${timelineText(timeline, first.at)}\n` : '');
}

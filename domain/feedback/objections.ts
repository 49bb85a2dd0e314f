import { findForbidden } from '../reasons/forbidden.ts';
import type { ApprovedFeedback } from './approved-feedback.ts';

/** What in a text for the candidate may not be said: the field (`strengths.0`) and why. */
export function objectionsToText(text: ApprovedFeedback): { path: string; message: string }[] {
  return (['strengths', 'improvements'] as const).flatMap((part) =>
    text[part].flatMap((sentence, position) =>
      findForbidden(sentence).map(({ found, topic, why }) => ({
        path: `${part}.${position}`,
        message: `“${found}” touches ${topic}: ${why}`,
      })),
    ),
  );
}

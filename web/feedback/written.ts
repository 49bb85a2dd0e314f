import type { FeedbackDraft, FeedbackForm } from '../../domain/feedback/feedback.ts';
import { textIn } from '../shared/form-data.ts';
import { boxes, ratings } from './words.ts';
import type { Request } from './words.ts';

/** What stands in the form, complete or not; an empty box is left out. */
export function writtenIn(data: FormData, criteria: Request['criteria']): FeedbackDraft {
  const rated = criteria.flatMap(({ id }) => {
    const rating = ratings.find((known) => known === data.get(`rating.${id}`));
    return rating === undefined ? [] : [{ criterion: id, rating }];
  });
  const texts = boxes.flatMap((box) => {
    const text = textIn(data, box).trim();
    return text === '' ? [] : [[box, text] as const];
  });
  return { ...(rated.length > 0 && { ratings: rated }), ...Object.fromEntries(texts) };
}

/** The names of what is missing before a draft can be given, in the form's order. */
export function missingIn(draft: FeedbackDraft, criteria: Request['criteria']): string[] {
  const rated = new Set(draft.ratings?.map(({ criterion }) => criterion));
  return [
    ...criteria.map(({ id }) => id).filter((id) => !rated.has(id)),
    ...boxes.filter((box) => draft[box] === undefined),
  ];
}

/** The draft as a form to give, once nothing is missing. */
export function completed(draft: FeedbackDraft): FeedbackForm | undefined {
  const { ratings: rated = [], wentWell, toImprove, forCandidate } = draft;
  if (wentWell === undefined || toImprove === undefined || forCandidate === undefined) return undefined;
  return { ratings: rated, wentWell, toImprove, forCandidate };
}

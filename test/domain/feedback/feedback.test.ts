import { describe, expect, it } from 'vitest';
import { feedback, feedbackForm } from '../../../domain/feedback/feedback.ts';
import { objectionsToText } from '../../../domain/feedback/objections.ts';
import { unpublished, unrated } from '../../../domain/feedback/rated.ts';
import { whoseLink } from '../../../domain/feedback/whose.ts';
import { drafted, given, writingState } from '../../../domain/feedback/writing.ts';
import { interviewerLinkId } from '../../../domain/links/link.ts';
import { NotAllowed, NotFound } from '../../../domain/steps/errors.ts';

const whose = {
  applicationId: '01JNBZ3V4W5X6Y7Z8A9B0C1D2E',
  interviewId: '01JNBZ3V4W5X6Y7Z8A9B0C1D2F',
  interviewer: 'tom-becker',
};
const form = feedbackForm.parse({
  ratings: [{ criterion: 'till', rating: 'partly' }],
  wentWell: 'Calm.',
  toImprove: 'Till.',
  forCandidate: 'You stayed calm.',
});
const [first, second] = ['2026-03-11T10:00:00.000Z', '2026-03-11T11:00:00.000Z'] as const;
const criterion = (id: string) => ({ id, question: `${id}?`, text: id, expected: true });

describe('feedback', () => {
  it('grows from draft to given, and keeps the instant it was first given at', () => {
    const draft = drafted(undefined, whose, { wentWell: 'Cal' }, first);
    const complete = given(draft, whose, form, first);
    const changed = given(complete, whose, { ...form, toImprove: 'Practise.' }, second);
    expect([draft, complete, changed].map(({ version, givenAt }) => [version, givenAt])).toEqual([
      [1, undefined],
      [2, first],
      [3, first],
    ]);
    expect(feedback.parse(changed)).toEqual(changed);
    expect(() => drafted(complete, whose, {}, second)).toThrow(NotAllowed);
  });

  it('replaces a draft as a whole: what was emptied is gone', () => {
    const draft = drafted(undefined, whose, { wentWell: 'Cal', toImprove: 'Ti' }, first);
    expect(drafted(draft, whose, { wentWell: 'Calm' }, second)).not.toHaveProperty('toImprove');
  });

  it('rates every published criterion once, and no other', () => {
    const ratings = [...form.ratings, { criterion: 'charm', rating: 'clearly' as const }];
    expect(unpublished(ratings, [criterion('till')]).map(({ path }) => path)).toEqual([
      ['ratings', 1, 'criterion'],
    ]);
    expect(unrated(form.ratings, [criterion('till'), criterion('nights')])).toHaveLength(1);
    const twice = { ...form, ratings: [...form.ratings, ...form.ratings] };
    expect(feedbackForm.safeParse(twice).success).toBe(false);
  });
});

describe('writing feedback', () => {
  const interview = { status: 'scheduled' as const, endsAt: '2026-03-10T14:45:00.000Z' };
  const approved = { strengths: ['a'], improvements: ['b'], by: 'grace-okafor', at: second };

  it('is open until the text is approved, the interview called off or the candidate gone', () => {
    expect(writingState(interview, {}, first)).toBe('editable');
    expect(writingState(interview, { outcome: 'released' }, first)).toBe('editable');
    expect(writingState({ ...interview, approved }, {}, first)).toBe('approved');
    expect(writingState({ ...interview, status: 'cancelled' }, {}, first)).toBe('over');
    expect(writingState(interview, { outcome: 'withdrawn' }, first)).toBe('over');
  });

  it('is for whom the link names', () => {
    const { applicationId, interviewId, interviewer } = whose;
    expect(whoseLink(interviewerLinkId(applicationId, interviewId, interviewer))).toEqual(whose);
    expect(() => whoseLink(applicationId)).toThrow(NotFound);
  });
});

describe('a text for the candidate', () => {
  it('says nothing about the person', () => {
    const text = { strengths: ['Clear answers.', 'A young team player.'], improvements: ['Speed.'] };
    expect(objectionsToText(text)).toEqual([]);
    expect(objectionsToText({ ...text, improvements: ['You are not a culture fit.'] })).toMatchObject([
      { path: 'improvements.0' },
    ]);
  });
});

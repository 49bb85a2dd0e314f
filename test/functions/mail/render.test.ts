import { describe, expect, test } from 'vitest';
import type { Template } from '../../../domain/messages/catalogue.ts';
import { parseMessage } from '../../../domain/messages/messages.ts';
import { render } from '../../../functions/mail/render.ts';
import { MissingVariable, UnsupportedTag } from '../../../functions/mail/strict-mustache.ts';
import { letterOf, samples, templatesFor } from '../../templates/letters.ts';

function sampleOf(name: string, locale = 'en') {
  const found = samples.find((it) => it.message.name === name && it.locale === locale);
  if (!found) throw new Error(`no sample of ${name}`);
  return found;
}

const survey = sampleOf('survey');
const changed = (variables: Record<string, unknown>) =>
  parseMessage('survey', { ...survey.message.variables, ...variables });
const withTemplate = (template: Partial<Template>) => {
  const parts = templatesFor('en', 'survey');
  return () => render({ ...survey, ...parts, template: { ...parts.template, ...template } });
};

describe('what people typed', () => {
  const message = changed({ jobTitle: '<img src=x onerror=alert(1)> & "Sons"' });

  test('is escaped in HTML and left alone in text', () => {
    const { html, text } = letterOf(survey, message);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Sons&quot;');
    expect(text).toContain('<img src=x onerror=alert(1)> & "Sons"');
  });

  test('is never read as a tag or a slot', () => {
    const { html, text } = letterOf(survey, changed({ jobTitle: '{{statusUrl}} [[body]] {{{x}}}' }));
    expect(html).toContain('{{statusUrl}} [[body]] {{{x}}}');
    expect(text).toContain('{{statusUrl}} [[body]] {{{x}}}');
  });

  test('comes through in subjects without entities', () => {
    const acknowledgement = sampleOf('acknowledgement');
    const variables = { ...acknowledgement.message.variables, jobTitle: "Baker's & Son" };
    const { subject, html } = letterOf(acknowledgement, parseMessage('acknowledgement', variables));
    expect(subject).toBe("We have your application: Baker's & Son");
    expect(html).toContain('<title>We have your application: Baker&#39;s &amp; Son</title>');
  });
});

test('variables that do not fit the message are refused', () => {
  const { jobTitle: _job, ...rest } = { jobTitle: '', ...survey.message.variables };
  expect(() => parseMessage('survey', rest)).toThrow('jobTitle');
  const message = { ...survey.message, variables: { ...survey.message.variables, score: 9 } };
  expect(() => letterOf(survey, JSON.parse(JSON.stringify(message)))).toThrow('score');
});

test('a tag without value stops the letter, wherever it stands', () => {
  expect(withTemplate({ html: '<p>{{nickName}}</p>' })).toThrow(MissingVariable);
  expect(withTemplate({ text: '{{person}}' })).toThrow(MissingVariable);
  expect(withTemplate({ subject: '{{person.title}}' })).toThrow('{{person.title}}');
  const { layout, ...parts } = templatesFor('en', 'survey');
  const broken = { ...layout, text: '[[signature]]' };
  expect(() => render({ ...survey, ...parts, layout: broken })).toThrow(MissingVariable);
});

test('a template edited past the build still cannot reach past the escaping', () => {
  expect(withTemplate({ html: '{{{jobTitle}}}' })).toThrow(UnsupportedTag);
  expect(withTemplate({ html: '{{&jobTitle}}' })).toThrow(UnsupportedTag);
  expect(withTemplate({ html: '{{> other}}' })).toThrow(UnsupportedTag);
});

test('a message with a zone of its own is written in that zone', () => {
  const { message } = sampleOf('interview-scheduled');
  const variables = { ...message.variables, zone: 'Europe/Madrid' };
  const { text } = letterOf(survey, parseMessage('interview-scheduled', variables));
  expect(text).toContain('3 pm (Madrid time)');
});

test('what is optional and absent leaves no trace', () => {
  const { message } = sampleOf('acknowledgement');
  const said = (meetsAllCriteria: boolean | undefined) =>
    letterOf(survey, parseMessage('acknowledgement', { ...message.variables, meetsAllCriteria })).text;
  expect(said(true)).toContain('You meet all the criteria');
  expect(said(false)).not.toContain('criteria');
  expect(said(undefined)).toBe(said(false));
});

test('prose becomes paragraphs', () => {
  const { html, text } = letterOf(sampleOf('answer'), sampleOf('answer').message);
  expect(html.match(/<p style="[^"]*">(The shop|On Saturdays)/g)).toHaveLength(2);
  expect(text).toContain('works then.\n\nOn Saturdays');
});

test('the same request is the same letter', () => {
  expect(letterOf(survey, survey.message)).toEqual(letterOf(survey, survey.message));
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildTemplates } from '../../tools/build-templates.ts';
import { buildTemplate } from '../../functions/mail/build/build-template.ts';
import type { MessageName } from '../../domain/messages/messages.ts';
import { catalogue, root } from './letters.ts';

const survey = `---
subject: How did we do?
preheader: One question
category: transactional
audience: candidate
variables: surveyUrl
action: Score us
action-url: {{surveyUrl}}
---
# How did we do?

Hello {{firstName}},
`;

const build = (source: string) => () => buildTemplate('templates/en/survey.md', source, 'en', 'survey');
const at = (line: number, problem: string) => `templates/en/survey.md:${line}: ${problem}`;

describe('a template', () => {
  test('is built with its tags in place', () => {
    const built = build(survey)();
    expect(built.html).toContain('Hello {{firstName}},</p>');
    expect(built.text).toBe('How did we do?\n\nHello {{firstName}},\n\n');
    expect(built.action).toEqual({ label: 'Score us', url: '{{surveyUrl}}', plain: '{{surveyUrl}}' });
  });

  test.each<[string, (source: string) => string, string]>([
    [
      'an undeclared tag',
      (it) => it.replace('{{firstName}},', '{{nickName}},'),
      at(12, '{{nickName}} is not a variable'),
    ],
    [
      'a tag without its part',
      (it) => it.replace('{{firstName}},', '{{person}},'),
      at(12, '{{person}} is no text; choose one of person.name'),
    ],
    [
      'an unescaped tag',
      (it) => it.replace('{{firstName}}', '{{{firstName}}}'),
      at(12, '{{{firstName}}} would not be escaped'),
    ],
    [
      'an ampersand tag',
      (it) => it.replace('{{firstName}}', '{{&firstName}}'),
      at(12, '{{{firstName}}} would not be escaped'),
    ],
    ['a partial', (it) => `${it}\n{{> footer}}\n`, at(14, '{{> footer}}: partials are not supported')],
    ['other delimiters', (it) => `${it}\n{{=<% %>=}}\n`, ': delimiters cannot be changed'],
    ['an open section', (it) => `${it}\n{{#company}}\n`, at(15, 'Unclosed section "company"')],
    [
      'a section in the subject that is open',
      (it) => it.replace('do?', 'do{{#company}}'),
      at(2, 'Unclosed section "company"'),
    ],
    [
      'a variable of the message that is not declared',
      (it) => it.replace('variables: surveyUrl', 'variables:'),
      at(6, 'declare "surveyUrl"'),
    ],
    [
      'a declared variable the message lacks',
      (it) => it.replace('variables: surveyUrl', 'variables: surveyUrl, score'),
      at(6, '"score" is not a variable of survey'),
    ],
    [
      'a variable that nothing says',
      (it) => it.replace('action-url: {{surveyUrl}}', 'action-url: {{statusUrl}}'),
      at(10, 'nothing says {{surveyUrl}}'),
    ],
    [
      'a wrong category',
      (it) => it.replace('transactional', 'marketing'),
      at(4, 'survey is "transactional"'),
    ],
    [
      'a head without a subject',
      (it) => it.replace(/subject.*\n/, ''),
      at(8, 'the front matter lacks "subject"'),
    ],
    ['an unknown key', (it) => it.replace('subject:', 'title:'), at(2, 'unknown key "title"')],
    [
      'an action that leads nowhere',
      (it) =>
        `${it.replace('action-url: {{surveyUrl}}', 'action-url: {{firstName}}')}[Score us]({{surveyUrl}})\n`,
      at(8, 'an action leads to a variable that holds an address'),
    ],
    [
      'a link to a fixed place',
      (it) => `${it}\n[See](https://elsewhere.example)\n`,
      at(14, 'a link leads to a variable that holds an address'),
    ],
    ['a picture', (it) => `${it}\n![Logo]({{statusUrl}})\n`, at(14, 'Markdown "image" is not supported')],
    [
      'a body without its heading',
      (it) => it.replace('# How', 'How'),
      at(10, 'begin the body with its one "# heading"'),
    ],
    [
      'a comment of HTML, which would be printed',
      (it) => `${it}\n<!-- {{#company}} -->\nOurs\n<!-- {{/company}} -->\n`,
      at(14, 'a comment would be printed'),
    ],
    ['a second first heading', (it) => `${it}\n# Again\n`, at(14, 'use "## " below')],
  ])('fails with %s, by file and line', (_what, change, problem) => {
    expect(build(change(survey))).toThrow(problem);
  });

  test('may name what can be absent only inside its section', () => {
    const path = join(root, 'templates', 'en', 'erasure-confirmed.md');
    const source = readFileSync(path, 'utf8').replace(/\{\{[#/]keptUntil\}\}\n/g, '');
    expect(() => buildTemplate('erasure-confirmed.md', source, 'en', 'erasure-confirmed')).toThrow(
      '{{keptUntil.full}} may be absent: put it inside {{#keptUntil}}',
    );
  });

  test('treats HTML as text', () => {
    expect(build(`${survey}\nA <b>bold</b> & plain word\n`)().html).toContain(
      'A &lt;b&gt;bold&lt;/b&gt; &amp; plain word',
    );
  });
});

/** A shipped template, changed. */
const edited = (name: MessageName, change: (source: string) => string) => () => {
  const source = readFileSync(join(root, 'templates', 'en', `${name}.md`), 'utf8');
  const changed = change(source);
  expect(changed).not.toBe(source);
  return buildTemplate(`${name}.md`, changed, 'en', name);
};

describe('a letter tells its facts to every reader', () => {
  test('what is always there is no part of what may be absent', () => {
    const due = '**By {{decisionDue.full}}**, you will know whether you are shortlisted';
    const onlyForSome = (it: string) =>
      it.replace(due, '{{#meetsAllCriteria}}By {{decisionDue.full}}, you will know{{/meetsAllCriteria}}');
    expect(edited('acknowledgement', onlyForSome)).toThrow(
      'nothing in the letter says {{decisionDue}} when there is no meetsAllCriteria',
    );
  });

  test('a preheader says nothing: few read it', () => {
    expect(edited('acknowledgement', (it) => it.replace('By {{decisionDue.full}}', 'Soon'))).toThrow(
      'acknowledgement.md:10: nothing in the letter says {{decisionDue}}',
    );
  });

  test('what may be absent is said whenever it is there', () => {
    const onlyForSome = (it: string) =>
      it
        .replace('{{#candidatePhone}}', '{{#meetsAllCriteria}}{{#candidatePhone}}')
        .replace('{{/candidatePhone}}', '{{/candidatePhone}}{{/meetsAllCriteria}}');
    expect(edited('welcome-call', onlyForSome)).toThrow(
      'nothing in the letter says {{candidatePhone}} when there is no meetsAllCriteria',
    );
    const day = /\{\{#reapply.from\}\}[^]*?\{\{\/reapply.from\}\}/;
    expect(edited('decline', (it) => it.replace(day, ''))).toThrow(
      'nothing in the letter says {{reapply.from}}',
    );
  });

  test('who owes what a letter speaks of is named in its text, whatever it is', () => {
    const owes = 'no judgement of you. {{person.name}}, {{person.role}}, owes you an answer';
    const nobody = (it: string) => it.replace(owes, 'no judgement of you. Somebody owes you an answer');
    expect(edited('release', nobody)).toThrow(
      'the text does not say who owes what it speaks of: name {{person.name}}',
    );
    const toSome = (it: string) =>
      it.replace('{{person.name}}, {{person.role}}', '{{#missed}}{{person.name}}{{/missed}}');
    expect(edited('decision-delayed', toSome)).toThrow(/who owes .* no missed: name/);
  });

  test('a list is told, not asked for', () => {
    const unsaid = '{{^reasons}}There is no reason.{{/reasons}}';
    expect(edited('decline', (it) => it.replace('{{#reasons}}{{sentence}}{{/reasons}}', unsaid))).toThrow(
      'nothing in the letter says {{reasons}}',
    );
  });

  test('two sections that are never there together cover each other', () => {
    expect(edited('question-received', (it) => `${it}\nAgain.\n`)).not.toThrow();
  });
});

describe('a choice of words by a kind', () => {
  const shortlist = /\{\{#kind.shortlist\}\}[^]*?\{\{\/kind.shortlist\}\}\n?/;

  test('passes no kind over', () => {
    expect(edited('decision-delayed', (it) => it.replace(shortlist, ''))).toThrow(
      'decision-delayed.md:14: nothing is said for {{#kind.shortlist}}',
    );
  });

  test('has words for every kind', () => {
    const empty = '{{#kind.shortlist}}\n{{/kind.shortlist}}\n';
    expect(edited('decision-delayed', (it) => it.replace(shortlist, empty))).toThrow(
      'decision-delayed.md:14: nothing is said for {{#kind.shortlist}}',
    );
  });

  test('passes no kind over in a button either', () => {
    const label = '{{#kind.question}}Answer{{/kind.question}}';
    expect(edited('decision-reminder', (it) => it.replace(label, ''))).toThrow(
      'decision-reminder.md:7: nothing is said for {{#kind.question}}',
    );
  });

  test('may word all kinds but one in the same way', () => {
    const others = '{{^kind.approval}}\nIt is still being written.\n{{/kind.approval}}\n';
    const written = /\{\{#kind.feedback\}\}[^]*?\{\{\/kind.feedback\}\}\n/;
    expect(edited('feedback-delayed', (it) => it.replace(written, others))).not.toThrow();
  });
});

describe('the button', () => {
  const none = (it: string) => it.replace(/action: .*\naction-url: .*\n/, '');

  test('is there where the message asks for something', () => {
    const lacks = 'decision-reminder.md:7: the front matter lacks "action" and "action-url"';
    expect(edited('decision-reminder', none)).toThrow(lacks);
    expect(edited('acknowledgement', none)).toThrow('acknowledgement has a button');
  });

  test('takes a colleague to what is to be done', () => {
    const elsewhere = (it: string) =>
      it.replace('action-url: {{actionUrl}}', 'action-url: {{company.website}}');
    expect(edited('decision-reminder', elsewhere)).toThrow(
      'decision-reminder.md:8: the action leads to {{actionUrl}}',
    );
  });
});

describe('the whole folder', () => {
  let copy = '';
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(join(root, 'templates'), join(copy, 'templates'), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));
  const path = (...names: string[]) => join(copy, 'templates', ...names);
  const rewrite = (file: string, change: (text: string) => string) => {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  test('fails when a message lacks a language', async () => {
    rmSync(path('fr', 'decline.md'));
    await expect(buildTemplates(copy)).rejects.toThrow(
      'templates/fr/decline.md:1: the message has no template',
    );
  });

  test('fails for a template of no message', async () => {
    writeFileSync(path('es', 'newsletter.md'), survey);
    await expect(buildTemplates(copy)).rejects.toThrow('templates/es/newsletter.md:1: there is no message');
  });

  test('fails when a reason has no sentence, or leaves a detail out', async () => {
    rewrite(path('es', 'reasons.json'), (text) => text.replace('{{neededBy.date}}', 'pronto'));
    await expect(buildTemplates(copy)).rejects.toThrow(
      /templates\/es\/reasons.json:\d+: .* leaves out \{\{neededBy\}\}/,
    );
    rewrite(path('es', 'reasons.json'), (text) => text.replace('"closer-match"', '"other"'));
    await expect(buildTemplates(copy)).rejects.toThrow(
      /templates\/es\/reasons.json:\d+: "other" is no decline reason/,
    );
  });

  test.each([
    [
      'a subject',
      /^subject: .*/m,
      `subject: ${'Our decision '.repeat(25)}`,
      '2: a subject has 50 characters',
    ],
    ['a preheader', /^preheader: .*/m, 'preheader: News', '3: a preheader has 40 to 85 characters'],
    ['a letter', '## What you can do', 'So it is. '.repeat(60), '10: decline has 150 words at most'],
  ])('fails when %s is of the wrong length', async (_part, from, to, problem) => {
    rewrite(path('en', 'decline.md'), (text) => text.replace(from, to));
    await expect(buildTemplates(copy)).rejects.toThrow(`templates/en/decline.md:${problem}`);
  });

  test('fails when the layout names what a message does not carry', async () => {
    rewrite(path('layout.mjml'), (text) => text.replace('{{company.postalAddress}}', '{{company.slogan}}'));
    await expect(buildTemplates(copy)).rejects.toThrow(
      /layout.mjml:\d+: \{\{company.slogan\}\} is not a variable/,
    );
  });

  test.each([
    [
      'layout.txt',
      /.*\{\{unsubscribeUrl\}\}.*/,
      'nothing says {{unsubscribeUrl}}, which loyalty-offer needs',
    ],
    ['layout.mjml', /<a href="\{\{unsubscribeUrl\}\}.*?<\/a>/, 'nothing says {{unsubscribeUrl}}'],
    ['layout.txt', '[[body]]', 'the slot [[body]] is missing'],
    ['layout.mjml', '[[body]]', 'the slot [[body]] is missing'],
    ['layout.mjml', 'href="[[url]]"', 'the slot [[url]] is missing'],
    ['layout.txt', '[[plain]]', 'the slot [[plain]] is missing'],
  ])('fails when %s lacks %s', async (file, part, problem) => {
    rewrite(path(file), (text) => text.replace(part, ''));
    await expect(buildTemplates(copy)).rejects.toThrow(`templates/${file}:1: ${problem}`);
  });

  test('stays small enough to travel in a function', () => {
    expect(JSON.stringify(catalogue).length).toBeLessThan(350_000);
  });
});

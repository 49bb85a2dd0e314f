import { describe, expect, test } from 'vitest';
import { audienceOf, categoryOf, messageNames } from '../../domain/messages/messages.ts';
import { letterOf, letters, samples } from './letters.ts';

test('every message has a sample in every language', () => {
  const seen = new Set(samples.map(({ message, locale }) => `${message.name} ${locale}`));
  expect(seen.size).toBe(messageNames.length * 3);
});

const signature = /^Ana Ruiz\n.*, Shopwithus\n.*1-800-GR8HR \(/m;

describe('each sample', () => {
  test.each(letters)('$title', ({ letter, locale, message, template }) => {
    const { html, text } = letter;
    rendersWhole(Object.values(letter));
    expect(html).toContain(`<html lang="${locale}"`);
    isPlain(text);
    hasOneHeadingAndNoPicture(html);
    loadsNothing(html);
    expect(html.match(/class="hb-button"/g)?.length ?? 0).toBe(template.action ? 1 : 0);
    saysEveryAddress(text, html);

    const signed = audienceOf(message.name) === 'candidate' ? signature : /^[^:]+: SW-7K2M, Julia P., /m;
    expect(text).toMatch(signed);
    expect(text).toContain('120 Market Street');
    expect(text.includes('/unsubscribe#')).toBe(categoryOf(message.name) === 'marketing');
  });
});

function rendersWhole(parts: readonly string[]): void {
  for (const part of parts) expect(part).not.toMatch(/\{\{|\}\}|\[\[|\]\]|undefined|\[object/);
}

function isPlain(text: string): void {
  expect(text).not.toMatch(/&(?:[a-z]+|#\d+);|<\/?\w+>/i);
  expect(text).not.toMatch(/\n{3}/);
}

/** Opening a letter tells nobody: it loads nothing. */
function loadsNothing(html: string): void {
  expect(html).not.toMatch(/<link|<script|@import|url\(| src=/);
}

function hasOneHeadingAndNoPicture(html: string): void {
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(html).not.toMatch(/<h[3-6][ >]|<img/);
  expect(html).not.toMatch(/<(li|ul|h1|h2)[^>]*>\s*<\/\1>|<p style="margin[^"]*">\s*<\/p>/);
  expect(html.match(/<table(?![^>]*role="presentation")[^>]*>/g)).toBeNull();
}

function saysEveryAddress(text: string, html: string): void {
  const addresses = [...html.matchAll(/href="(?:mailto:)?((?!tel:)[^"]+)"/g)];
  expect(addresses.length).toBeGreaterThan(0);
  for (const [, address = ''] of addresses) expect(text).toContain(address.replaceAll('&amp;', '&'));
}

test('a title of 24 characters and the longest dates still fit', () => {
  const longest = 'Warehouse team assistant';
  expect(longest).toHaveLength(24);
  for (const { message, ...sample } of letters) {
    const variables = {
      ...message.variables,
      ...('statusUrl' in message.variables ? { jobTitle: longest } : {}),
    };
    const text = JSON.stringify({ name: message.name, variables }).replaceAll(
      /2026-03-\d\d(T[\d:]+Z)/g,
      '2026-09-30$1',
    );
    const { subject, preheader } = letterOf({ ...sample, message }, JSON.parse(text));
    expect({ subject, long: subject.length > 50 }).toEqual({ subject, long: false });
    expect({ preheader, long: preheader.length > 85 }).toEqual({ preheader, long: false });
  }
});

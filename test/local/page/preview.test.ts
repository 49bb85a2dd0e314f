import { expect, it } from 'vitest';
import { previewOf } from '../../../local/page/preview.ts';

const BASE = '<base target="_blank">';

it.each([
  ['<!doctype html><html><head lang="en"><title>', `<!doctype html><html><head lang="en">${BASE}<title>`],
  ['<!DOCTYPE html PUBLIC "x"><p>Hello', `<!DOCTYPE html PUBLIC "x">${BASE}<p>Hello`],
  ['<header>Hello</header>', `${BASE}<header>Hello</header>`],
])('opens the links of %s in a tab of their own', (html, expected) => {
  expect(previewOf(html)).toBe(expected);
});

import type { Locale } from '../../../domain/messages/locale.ts';
import { languageNames } from '../words/languages.ts';
import { tagsIn } from './variables.ts';

/** Something worth a look before a message goes to people; it refuses nothing. */
export interface Check {
  readonly rule: string;
  readonly message: string;
}

interface Checked {
  readonly locale: Locale;
  /** The Markdown with its head. */
  readonly source: string;
  /** The texts of the same message in the other languages. */
  readonly others: Readonly<Partial<Record<Locale, string>>>;
  /** Subjects as they would be sent, with sample data. */
  readonly subjects: readonly string[];
}

const longestSubject = 50;
const preheader = { least: 40, most: 85 };
const words = /\p{L}{4,}/gu;
const shouting = /(?<![\p{L}{}\d-])\p{Lu}{4,}(?![\p{L}{}\d-])/gu;
const empty =
  /\[(?:click here|here|this link|link|read more|haga clic(?: aquí)?|aquí|este enlace|cliquez(?: ici)?|ici|ce lien)\]/giu;
const bare = /(?<![(<"\w])https?:\/\/\S+|\[https?:/g;
const pushing =
  /\b(?:act now|guaranteed|hurry|limited time|winner|urgent|gratis|oferta limitada|urgente|gratuit|offre limitée|dépêchez)\b/giu;

/** What mail filters, and people, take badly; and where the languages differ. */
export function checksOf(checked: Checked): Check[] {
  const { head, body } = partsOf(checked.source);
  const said = `${head.get('subject') ?? ''}\n${head.get('preheader') ?? ''}\n${body}`;
  return [
    ...lengths(checked.subjects, head),
    ...mannersOf(said),
    ...linksIn(body),
    ...imagesIn(body),
    ...differences(checked),
  ];
}

function lengths(subjects: readonly string[], head: ReadonlyMap<string, string>): Check[] {
  const longest = Math.max(0, ...subjects.map(({ length }) => length));
  const shown = head.get('preheader') ?? '{{';
  // With names in it its length is another one for every reader.
  const ahead = shown.includes('{{') ? preheader.least : shown.length;
  return [
    ...(longest > longestSubject
      ? [
          {
            rule: 'subject',
            message: `The subject has ${longest} characters; beyond ${longestSubject}, mail programs cut it off.`,
          },
        ]
      : []),
    ...(ahead < preheader.least || ahead > preheader.most
      ? [
          {
            rule: 'preheader',
            message: `The preheader has ${ahead} characters; ${preheader.least} to ${preheader.most} are shown whole.`,
          },
        ]
      : []),
  ];
}

function mannersOf(said: string): Check[] {
  const plain = said.replaceAll(/\{\{[^}]*\}\}|\]\([^)]*\)/g, ' ');
  const loud = [...new Set(plain.match(shouting) ?? [])];
  const pushed = [...new Set((plain.match(pushing) ?? []).map((word) => word.toLowerCase()))];
  return [
    ...(loud.length > 0
      ? [{ rule: 'capitals', message: `Capitals read as shouting: ${loud.join(', ')}.` }]
      : []),
    ...(/[!¡]/.test(plain)
      ? [{ rule: 'exclamation', message: 'Exclamation marks read as advertising; a full stop does.' }]
      : []),
    ...(pushed.length > 0
      ? [{ rule: 'pushing', message: `Filters look for such words: ${pushed.join(', ')}.` }]
      : []),
  ];
}

function linksIn(body: string): Check[] {
  return [
    ...(body.match(empty) ?? []).map((link) => ({
      rule: 'link-text',
      message: `${link} says nothing where it is read alone. Name what is behind it.`,
    })),
    ...((body.match(bare) ?? []).length > 0
      ? [{ rule: 'bare-link', message: 'A bare address reads badly aloud. Write [what it is](address).' }]
      : []),
  ];
}

function imagesIn(body: string): Check[] {
  const images: readonly string[] = body.match(/!\[[^\]]*\]/g) ?? [];
  const text = body.replaceAll(/!\[[^\]]*\]\([^)]*\)|\{\{[^}]*\}\}/g, ' ');
  return [
    ...(images.includes('![]')
      ? [{ rule: 'image-text', message: 'An image has no text for those who do not see it.' }]
      : []),
    ...(images.length > 0 && (text.match(words) ?? []).length < 20
      ? [{ rule: 'image-only', message: 'Hardly more than an image: most filters refuse that.' }]
      : []),
  ];
}

/** A name that one language tells and another leaves out: often an edit that was made once. */
function differences({ locale, source, others }: Checked): Check[] {
  const own = namesIn(source);
  return Object.entries(others).flatMap(([other, text]): Check[] => {
    const theirs = namesIn(text);
    const language = languageNames[other as Locale];
    const [missing, extra] = [
      [...theirs].filter((tag) => !own.has(tag)),
      [...own].filter((tag) => !theirs.has(tag)),
    ];
    return [
      ...(missing.length > 0
        ? [
            {
              rule: 'languages',
              message: `${language} names ${missing.join(', ')}; ${languageNames[locale]} does not.`,
            },
          ]
        : []),
      ...(extra.length > 0
        ? [
            {
              rule: 'languages',
              message: `${languageNames[locale]} names ${extra.join(', ')}; ${language} does not.`,
            },
          ]
        : []),
    ];
  });
}

/** Languages greet by the first name or by the whole: that is no difference. */
const namesIn = (text: string): Set<string> =>
  new Set([...tagsIn(text)].map((tag) => (tag === 'fullName' ? 'firstName' : tag)));

/** A source as its head, by key, and its body. */
function partsOf(source: string): { head: ReadonlyMap<string, string>; body: string } {
  const [, head = '', body = source] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const lines = head.split('\n').map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
  return { head: new Map(lines.map((found) => [found?.[1] ?? '', found?.[2] ?? ''])), body };
}

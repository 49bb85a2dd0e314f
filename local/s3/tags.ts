import { element, S3Error } from './errors.ts';

/** S3 allows ten tags on an object. */
const MAX_TAGS = 10;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return name === undefined ? String.fromCodePoint(code) : (ENTITIES[name] ?? whole);
    },
  );

/** Throws `InvalidTag` for an empty or repeated key or too many tags. */
function tagSet(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const tags = Object.fromEntries(pairs);
  const isValid =
    Object.keys(tags).length === pairs.length &&
    pairs.length <= MAX_TAGS &&
    pairs.every(([key]) => key !== '');
  if (!isValid) {
    throw new S3Error('InvalidTag', 400, 'The tag provided was not a valid tag.');
  }
  return tags;
}

/** Reads a `Tagging` document as the SDK writes it. Throws `MalformedXML`, `InvalidTag`. */
export function parseTagging(xml: string): Record<string, string> {
  if (!/<Tagging[\s>]/.test(xml)) {
    throw new S3Error(
      'MalformedXML',
      400,
      'The XML you provided was not well-formed or did not validate against our published schema.',
    );
  }
  const tags = [...xml.matchAll(/<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>/g)];
  return tagSet(tags.map(([, key = '', value = '']) => [unescape(key), unescape(value)] as const));
}

/** Reads the `x-amz-tagging` header, written like a query. */
export const parseTaggingHeader = (header: string | undefined): Record<string, string> =>
  tagSet([...new URLSearchParams(header ?? '')]);

/** The content of a `Tagging` document. */
export function taggingXml(tags: Readonly<Record<string, string>>): string {
  const set = Object.entries(tags).map(
    ([key, value]) => `<Tag>${element('Key', key)}${element('Value', value)}</Tag>`,
  );
  return `<TagSet>${set.join('')}</TagSet>`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalHandler, LocalReply } from '../rest/exchange.ts';
import { contentTypeOf } from '../rest/static-site.ts';
import type { Attachment, Mail } from '../ses/mail-store.ts';
import { previewOf } from './preview.ts';

/** What the page shows besides the control API. */
interface About {
  readonly staff: readonly {
    readonly userName: string;
    readonly name: string;
    readonly email: string;
    readonly groups: readonly string[];
  }[];
  /** Keys of the REST API by name. */
  readonly apiKeys: readonly { readonly name: string; readonly value: string }[];
  /** Addresses to open, in order; paths of this origin or whole URLs. */
  readonly links: readonly { readonly title: string; readonly href: string }[];
}

export interface ControlPageOptions {
  readonly mails: {
    get(id: string): Mail | undefined;
    attachment(id: string, position: number): Attachment | undefined;
  };
  readonly about: () => About;
}

const PAGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** A mail can do no more here than in a careful mail program: no script, no form, nothing from elsewhere. */
const PREVIEW_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'",
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const PREVIEW = /^\/_local\/mail\/(?<id>[\w-]+)\/html$/;
const ATTACHMENT = /^\/_local\/mail\/(?<id>[\w-]+)\/attachments\/(?<position>\d+)$/;

/** The page's files by the path they are served at. */
function readAssets(): ReadonlyMap<string, LocalReply> {
  const directory = join(import.meta.dirname, 'assets');
  return new Map(
    readdirSync(directory).map((name) => [
      name === 'index.html' ? '/_local/' : `/_local/${name}`,
      {
        status: 200,
        headers: { ...PAGE_HEADERS, 'content-type': contentTypeOf(name) },
        body: readFileSync(join(directory, name)),
      },
    ]),
  );
}

function preview(mail: Mail | undefined): LocalReply | undefined {
  return mail?.html === undefined
    ? undefined
    : { status: 200, headers: PREVIEW_HEADERS, body: previewOf(mail.html) };
}

/** Always a download, whatever type the mail claims. */
function download(attachment: Attachment | undefined): LocalReply | undefined {
  return (
    attachment && {
      status: 200,
      headers: {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.fileName)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'content-type': 'application/octet-stream',
        'x-content-type-options': 'nosniff',
      },
      body: attachment.content,
    }
  );
}

/** The control page at `/_local/`, its files, rendered mails and attachments; other paths are left to the control API. */
export function createControlPage({ mails, about }: ControlPageOptions): LocalHandler {
  const assets = readAssets();
  return async ({ method, path }) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return undefined;
    }
    if (path === '/_local') {
      return { status: 308, headers: { location: '/_local/' }, body: '' };
    }
    if (path === '/_local/about') {
      return {
        status: 200,
        headers: { ...PAGE_HEADERS, 'content-type': 'application/json' },
        body: JSON.stringify(about()),
      };
    }
    const shown = PREVIEW.exec(path)?.groups;
    if (shown !== undefined) {
      return preview(mails.get(shown['id'] ?? ''));
    }
    const wanted = ATTACHMENT.exec(path)?.groups;
    if (wanted !== undefined) {
      return download(mails.attachment(wanted['id'] ?? '', Number(wanted['position'])));
    }
    return assets.get(path);
  };
}

import type { intakeApi } from '../../../domain/api/intake.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import { call, Refused, Unreachable } from '../../shared/api.ts';
import { fileSize } from '../../shared/dates.ts';
import { find, render } from '../../shared/dom.ts';
import { h, on } from '../../shared/view.ts';
import type { Child } from '../../shared/view.ts';
import { idOf } from './field-view.ts';
import type { FormWords } from './form-words.ts';
import { upload } from './upload.ts';

/** Media types by the end of a file's name; browsers know some of them by no type. */
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  txt: 'text/plain',
};

export interface ResumeField {
  readonly field: HTMLElement;
  readonly locale: Locale;
  readonly words: FormWords;
  readonly site: string;
  /** Says what is wrong with the file, or with undefined that nothing is any more. */
  readonly complain: (message: string | undefined) => void;
}

/** Puts a place to drop or choose a file where the form had none. Gives whether a file is on its way. */
export function mountResumeField(options: ResumeField): { readonly busy: () => boolean } {
  const { field, locale, words, site, complain } = options;
  const place = find(field, '.upload', HTMLElement);
  const name = field.dataset['field'] ?? '';
  let running: AbortController | undefined;

  const show = (...views: readonly Child[]): void => render(place, ...views);

  const offer = (): void => {
    const input = h('input', {
      type: 'file',
      id: idOf(name),
      accept: Object.keys(types)
        .map((end) => `.${end}`)
        .join(','),
      'aria-describedby': `${idOf(name)}-problem ${idOf(name)}-formats`,
    });
    show(
      h(
        'div',
        { class: 'pick' },
        on(input, { change: chosen }),
        h('span', { 'aria-hidden': 'true' }, words.drop),
        h('label', { for: idOf(name) }, words.choose),
      ),
      h('p', { class: 'formats', id: `${idOf(name)}-formats` }, words.formats),
    );
  };

  const restart = (): void => {
    offer();
    find(place, 'input', HTMLInputElement).focus();
  };

  const take = async (file: File): Promise<void> => {
    running?.abort();
    const own = new AbortController();
    running = own;
    complain(undefined);
    show(
      h('p', { role: 'status' }, words.uploading(file.name)),
      h('progress', { max: 100, value: 0, 'aria-label': words.uploading(file.name) }),
    );
    const bar = find(place, 'progress', HTMLProgressElement);
    try {
      const key = await send(file, site, own.signal, (share) => (bar.value = Math.round(share * 100)));
      if (own.signal.aborted) return;
      show(
        h('input', { type: 'hidden', name: 'resumeKey', value: key }),
        h('p', { role: 'status' }, words.uploaded(file.name, fileSize(file.size, locale))),
        on(h('button', { type: 'button', class: 'plain' }, words.remove), { click: restart }),
      );
    } catch (error) {
      if (own.signal.aborted) return;
      offer();
      complain(complaint(error, locale, words));
    } finally {
      if (running === own) running = undefined;
    }
  };

  const chosen = (event: Event): void => {
    const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined;
    if (file) void take(file);
  };

  place.addEventListener('dragover', (event) => {
    event.preventDefault();
    place.classList.add('over');
  });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    const file = event.dataTransfer?.files[0];
    if (file) void take(file);
  });
  offer();
  return { busy: () => running !== undefined };
}

/** The file has a size that is refused before it is sent. */
class SizeRefused extends Error {
  readonly size: number;
  readonly limit: number;
  constructor(size: number, limit: number) {
    super(`a file of ${size} bytes; the limit is ${limit}`);
    this.name = 'SizeRefused';
    this.size = size;
    this.limit = limit;
  }
}

/** Uploads a file and gives the key that an application names it by. */
async function send(
  file: File,
  site: string,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<string> {
  const end = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  const contentType = types[end] ?? (file.type || 'application/octet-stream');
  const form = await call<typeof intakeApi.openUpload>('POST', '/api/uploads', {
    site,
    body: { contentType },
  });
  if (file.size === 0 || file.size > form.maxBytes) throw new SizeRefused(file.size, form.maxBytes);
  await upload(form, file, signal, progress);
  return form.resumeKey;
}

function complaint(error: unknown, locale: Locale, words: FormWords): string {
  if (error instanceof SizeRefused) {
    const { size, limit } = error;
    return size === 0 ? words.empty : words.tooLarge(fileSize(size, locale), fileSize(limit, locale));
  }
  if (error instanceof Refused) return words.wrongType;
  if (error instanceof Unreachable) return words.uploadFailed;
  throw error;
}

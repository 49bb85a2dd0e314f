import { Unreachable } from '../../shared/api.ts';

/** A form that the API gave for one file. */
interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Posts a file by the form made for it. `progress` is told the share sent, 0 to 1: `fetch` cannot tell.
 * @throws Unreachable when it did not arrive
 */
export function upload(
  { url, fields }: UploadForm,
  file: File,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', url);
  request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / Math.max(total, 1)));
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    const failed = (): void => reject(new Unreachable(`the upload was answered ${request.status}`));
    request.addEventListener('error', failed);
    request.addEventListener('abort', failed);
    request.addEventListener('load', () => (request.status < 300 ? resolve() : failed()));
    request.send(body);
  });
}

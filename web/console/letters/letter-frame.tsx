import { useEffect, useRef, useState } from 'react';
import * as z from 'zod';

const told = z.union([z.literal('ready'), z.strictObject({ height: z.number().nonnegative().max(20_000) })]);

interface LetterFrameProps {
  /** The mail, a whole HTML page. */
  readonly html: string;
  /** What screen readers call it. */
  readonly title: string;
  /** Pixels beyond which it scrolls. */
  readonly tallest?: number | undefined;
}

/** A mail as a mail program shows it. The page in the frame is a stranger: see ADR 14. */
export function LetterFrame({ html, title, tallest = Infinity }: LetterFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [height, setHeight] = useState(320);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      const heard = told.safeParse(data).data;
      if (heard === 'ready') setReady(true);
      else if (heard !== undefined) setHeight(heard.height);
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  useEffect(() => {
    // The stranger's origin has no name to address it by.
    if (isReady) frame.current?.contentWindow?.postMessage(html, '*');
  }, [isReady, html]);
  return (
    <iframe
      ref={frame}
      className="letter"
      title={title}
      src="/preview/"
      sandbox="allow-scripts"
      height={Math.min(height, tallest)}
    />
  );
}

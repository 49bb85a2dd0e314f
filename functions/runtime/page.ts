/** Text as it may stand anywhere in HTML, also in an attribute's double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1d2733;background:#fff}
label,legend{font-weight:600}fieldset{border:0;padding:0;margin:1.25rem 0}fieldset label{font-weight:400;margin-right:1.5rem}
input:not([type=radio]):not([type=checkbox]){display:block;width:100%;box-sizing:border-box;padding:.5rem;font:inherit;border:1px solid #5b6b7c;border-radius:.25rem}
.wrong{border-left:.25rem solid #b3261e;padding-left:.75rem}.hint{color:#b3261e;margin:.25rem 0}
button{font:inherit;font-weight:600;padding:.625rem 1.25rem;border:0;border-radius:.25rem;background:#1d4f91;color:#fff}`;

/** A complete page without script or foreign resource. `title` is text, `body` is HTML. */
export function page(locale: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

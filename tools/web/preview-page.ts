import type { SiteFile } from '../build-web.ts';
import type { Bundle } from './bundles.ts';

/**
 * The empty frame in which the console shows a mail. Its headers make it a stranger to the site (infra's
 * site-headers.ts), so its script is loaded the classic way, which asks for no permission of the site.
 */
export function previewPage(script: Bundle): SiteFile {
  return {
    path: 'preview/index.html',
    contents: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Preview</title>
<script defer src="/${script.path}"></script>
</head>
<body></body>
</html>
`,
  };
}

/**
 * The CloudFront function that finds a page by its address, run on each request for one and on its reply: `/careers/`
 * and `/careers` are the file `/careers/index.html`, and whatever is no file of the console is the console's own page.
 * What is nowhere is the page that says so, with its status: the bucket would answer 403 in XML, and an error page of
 * the distribution would stand in for the API's own errors too. `files` are those of the site, from its root; of parts
 * whose names change with each build earlier ones may still be asked for, so the bucket is asked for any.
 */
export function pageAddresses(files: readonly string[]): string {
  return `var files = ${JSON.stringify(files.filter((file) => !parts.test(file)).map((file) => `/${file}`))};
function fileOf(uri) {
  if (/^\\/console(\\/(?!assets\\/|config\\.json$)|$)/.test(uri)) return '/console/index.html';
  if (/^\\/(console\\/)?assets\\/./.test(uri)) return uri;
  var file = uri;
  if (uri.endsWith('/')) file += 'index.html';
  else if (!/\\.[^/]+$/.test(uri)) file += '/index.html';
  return files.includes(file) ? file : '/404.html';
}
function handler(event) {
  var file = fileOf(event.request.uri);
  if (event.context.eventType === 'viewer-response') {
    if (file === '/404.html') event.response.statusCode = 404;
    return event.response;
  }
  event.request.uri = file;
  return event.request;
}`;
}

const parts = /^(console\/)?assets\//;

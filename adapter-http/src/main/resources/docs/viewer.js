'use strict';

// Opens the definition that is beside this page in Swagger UI. Requests that are tried go where the page came from,
// which may be below a path of a proxy that the definition cannot know.
(async () => {
  const answer = await fetch('openapi.json');
  const definition = await answer.json();
  document.title = definition.info.title;
  definition.servers = [{ url: new URL('.', window.location.href).href.replace(/\/$/, '') }];
  window.SwaggerUIBundle({
    spec: definition,
    dom_id: '#viewer',
    deepLinking: true,
    filter: true,
    showExtensions: true,
    validatorUrl: null,
    requestInterceptor: (request) => withScheme(request, definition.components.securitySchemes),
  });
})();

// Puts the scheme before a key that was pasted alone, where the definition says that there is one.
function withScheme(request, securitySchemes) {
  for (const { name, 'x-aura-scheme': scheme } of Object.values(securitySchemes)) {
    const key = scheme && request.headers[name];
    if (key && !key.trim().includes(' ')) {
      request.headers[name] = `${scheme} ${key.trim()}`;
    }
  }
  return request;
}

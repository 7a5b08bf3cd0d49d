package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.adapter.http.docs.DocsPage;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The definition in its three forms, made once. */
public final class DefinitionEndpoints {
    private final Response yaml;
    private final Response json;
    private final Response page;

    public DefinitionEndpoints(ApiDefinition definition) {
        DocsPage docs = DocsPage.of(definition.tree());
        this.yaml = Response.text("application/yaml", definition.yaml()).with("Cache-Control", "no-cache");
        this.json = Response.json(200, definition.json().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-cache");
        this.page = Response.text("text/html;charset=utf-8", docs.html())
                .with("Cache-Control", "no-cache")
                .with("Content-Security-Policy", docs.contentSecurityPolicy());
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "readDefinitionAsYaml", always(yaml),
                "readDefinitionAsJson", always(json),
                "readDefinitionAsPage", always(page));
    }

    private static Endpoint always(Response answer) {
        return inputs -> deadline -> answer;
    }
}

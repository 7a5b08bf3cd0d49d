package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.docs.DocsPage;
import io.github.auraauth.adapter.http.request.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The definition in its three forms, made once. */
public final class DefinitionEndpoints {
    private final Answer yaml;
    private final Answer json;
    private final Answer page;

    public DefinitionEndpoints(ApiDefinition definition) {
        DocsPage docs = DocsPage.of(definition.tree());
        this.yaml = Answer.text("application/yaml", definition.yaml()).with("Cache-Control", "no-cache");
        this.json = Answer.json(200, definition.json().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-cache");
        this.page = Answer.text("text/html;charset=utf-8", docs.html())
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

    private static Endpoint always(Answer answer) {
        return inputs -> deadline -> answer;
    }
}

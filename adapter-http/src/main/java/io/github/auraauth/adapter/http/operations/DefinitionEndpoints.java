package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.docs.CompressibleDocument;
import io.github.auraauth.adapter.http.docs.ViewerFiles;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** The definition as text, and the viewer that shows it to people. */
public final class DefinitionEndpoints {
    private final CompressibleDocument yaml;
    private final CompressibleDocument json;

    public DefinitionEndpoints(ApiDefinition definition) {
        this.yaml = new CompressibleDocument(
                () -> Answer.text("application/yaml", definition.yaml()).with("Cache-Control", "no-cache"));
        this.json = new CompressibleDocument(
                () -> Answer.json(200, definition.json().getBytes(StandardCharsets.UTF_8))
                        .with("Cache-Control", "no-cache"));
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "readDefinitionAsYaml", document(inputs -> yaml),
                "readDefinitionAsJson", document(inputs -> json),
                "readDefinitionAsPage", document(inputs -> ViewerFiles.page()),
                "readViewerFile", document(inputs -> inputs.required("file", ViewerFiles::loaded)));
    }

    private static Endpoint document(Function<Inputs, CompressibleDocument> choice) {
        return inputs -> {
            CompressibleDocument document = choice.apply(inputs);
            String ifNoneMatch = inputs.text("If-None-Match").orElse("");
            String acceptEncoding = inputs.text("Accept-Encoding").orElse("");
            return deadline -> document.answer(ifNoneMatch, acceptEncoding);
        };
    }
}

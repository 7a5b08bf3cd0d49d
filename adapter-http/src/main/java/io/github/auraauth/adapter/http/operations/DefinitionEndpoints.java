package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.adapter.http.docs.ViewerFiles;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.CompressibleDocument;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** The definition as text, and the viewer that shows it to people. */
public final class DefinitionEndpoints {
    private static final Input FILE = Input.path("file");
    private static final Input IF_NONE_MATCH = Input.header("If-None-Match");
    private static final Input ACCEPT_ENCODING = Input.header("Accept-Encoding");

    private final CompressibleDocument yaml;
    private final CompressibleDocument json;

    /** @param prefix path that a proxy takes off, below which callers find the API; empty for none */
    public DefinitionEndpoints(ApiDefinition api, String prefix) {
        ApiDefinition definition = api.below(prefix);
        this.yaml = new CompressibleDocument(
                () -> Response.text("application/yaml", definition.yaml()).with("Cache-Control", "no-cache"));
        this.json = new CompressibleDocument(
                () -> Response.json(200, definition.json().getBytes(StandardCharsets.UTF_8))
                        .with("Cache-Control", "no-cache"));
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "readDefinitionAsYaml", document(inputs -> yaml),
                "readDefinitionAsJson", document(inputs -> json),
                "readDefinitionAsPage", document(inputs -> ViewerFiles.page()),
                "readViewerFile", document(inputs -> viewerFile(inputs)));
    }

    private static CompressibleDocument viewerFile(Inputs inputs) {
        return inputs.text(FILE)
                .flatMap(ViewerFiles::loaded)
                .orElseThrow(() -> ResponseException.of(ErrorCode.NOT_FOUND));
    }

    private static Endpoint document(Function<Inputs, CompressibleDocument> choice) {
        return inputs -> {
            CompressibleDocument document = choice.apply(inputs);
            String ifNoneMatch = inputs.text(IF_NONE_MATCH).orElse("");
            String acceptEncoding = inputs.text(ACCEPT_ENCODING).orElse("");
            return deadline -> document.answer(ifNoneMatch, acceptEncoding);
        };
    }
}

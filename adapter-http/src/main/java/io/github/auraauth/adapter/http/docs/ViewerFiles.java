package io.github.auraauth.adapter.http.docs;

import io.github.auraauth.front.response.CompressibleDocument;
import io.github.auraauth.front.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of the viewer that shows definitions, Swagger UI: its page, and what the page loads. */
public final class ViewerFiles {
    /**
     * Scripts, styles and requests are this address's own. Swagger UI sets styles of elements by script, which needs no
     * permission, and its style sheet has pictures in it.
     */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final CompressibleDocument PAGE = new CompressibleDocument(
            () -> file("index.html", "text/html;charset=utf-8").with("Content-Security-Policy", POLICY));

    private static final Map<String, CompressibleDocument> LOADED = Map.of(
            "viewer.js", new CompressibleDocument(() -> file("viewer.js", SCRIPT)),
            "swagger-ui-bundle.js", new CompressibleDocument(() -> file("swagger-ui-bundle.js", SCRIPT)),
            "swagger-ui.css", new CompressibleDocument(() -> file("swagger-ui.css", "text/css;charset=utf-8")));

    private ViewerFiles() {}

    /** The page, which finds the definition and the other files by addresses relative to its own. */
    public static CompressibleDocument page() {
        return PAGE;
    }

    /** What the page loads under that name, if anything. */
    public static Optional<CompressibleDocument> loaded(String name) {
        return Optional.ofNullable(LOADED.get(name));
    }

    private static Response file(String name, String mediaType) {
        return Response.bytes(mediaType, read(name))
                .with("Cache-Control", "no-cache")
                .with("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static byte[] read(String name) {
        try (InputStream file = ViewerFiles.class.getResourceAsStream("/docs/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}

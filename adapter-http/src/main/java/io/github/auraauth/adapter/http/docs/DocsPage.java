package io.github.auraauth.adapter.http.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The definition as one page that loads nothing: no script, and one style that its policy names by digest.
 *
 * @param html the page
 * @param contentSecurityPolicy the policy under which it shows as it should
 */
public record DocsPage(String html, String contentSecurityPolicy) {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            code,pre{font:14px/1.4 ui-monospace,monospace}
            pre{padding:.75rem;overflow:auto;border:1px solid #8886;border-radius:4px}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8886}
            h2{margin-top:2.5rem;border-bottom:2px solid #8888}
            h3{margin-top:2rem}
            """;

    /** @param definition an OpenAPI tree */
    public static DocsPage of(JsonNode definition) {
        Html html = new Html();
        String title = definition.at("/info/title").asText();
        html.markup("<!doctype html>").markup("<html lang=\"en\">");
        html.element("head", () -> {
            html.markup("<meta charset=\"utf-8\">");
            html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            html.element("title", title);
            html.element("style", () -> html.markup(STYLE));
        });
        html.element("body", () -> {
            html.element("h1", title);
            new OperationSections(definition, html).write();
            new SchemaSections(definition, html).write();
        });
        html.markup("</html>");
        String policy = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new DocsPage(html.toString(), policy);
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of a form or a query, some of them secret. Immutable: each {@link #with} returns new parameters. */
final class FormParameters {
    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    static final FormParameters EMPTY = new FormParameters(Map.of());

    private final Map<String, Secret> parameters;

    private FormParameters(Map<String, Secret> parameters) {
        this.parameters = parameters;
    }

    FormParameters with(String name, String value) {
        return with(name, Secret.ofText(value));
    }

    FormParameters with(String name, Secret value) {
        Map<String, Secret> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new FormParameters(more);
    }

    /** The parameters as a body. */
    Secret encoded() {
        return Secret.ofText(text());
    }

    /** The address with these parameters added to its query. */
    URI appendedTo(URI address) {
        String query = address.getRawQuery();
        String separator = query == null ? "?" : query.isEmpty() ? "" : "&";
        return URI.create(address + separator + text());
    }

    /** With {@code %20} for a space and not {@code +}, since both a body and a query may contain it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String text() {
        return parameters.entrySet().stream()
                .map(each ->
                        encoded(each.getKey()) + '=' + encoded(each.getValue().revealText()))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "FormParameters" + parameters.keySet();
    }
}

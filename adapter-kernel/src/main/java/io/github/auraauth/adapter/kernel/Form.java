package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters of a request, some of them secret; each {@link #with} gives a new form. */
final class Form {
    static final String MEDIA_TYPE = "application/x-www-form-urlencoded";
    static final Form EMPTY = new Form(Map.of());

    private final Map<String, Secret> parameters;

    private Form(Map<String, Secret> parameters) {
        this.parameters = parameters;
    }

    Form with(String name, String value) {
        return with(name, Secret.ofText(value));
    }

    Form with(String name, Secret value) {
        Map<String, Secret> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Form(more);
    }

    /** As a body. */
    Secret encoded() {
        return Secret.ofText(text());
    }

    /** Behind the parameters that an address has already. */
    URI behind(URI address) {
        String query = address.getRawQuery();
        String separator = query == null ? "?" : query.isEmpty() ? "" : "&";
        return URI.create(address + separator + text());
    }

    /** With {@code %20} and not {@code +} for a space, which everybody reads alike, in a body and in an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String text() {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey())
                        + '='
                        + encoded(new String(each.getValue().reveal(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}

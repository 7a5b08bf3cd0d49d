package io.github.auraauth.app.config;

import io.github.auraauth.domain.state.StatePurpose;
import java.net.URI;

/**
 * Where this service is reached.
 *
 * @param base of the API, without a slash at its end
 */
public record ServiceAddress(String base) {
    private static final String API = "/aura-services/v1";
    private static final String LOGIN = "/users/auraid/integrated";

    /** Below {@code AURA_PUBLIC_URL}, or without it, which only development does, on this machine. */
    public static ServiceAddress of(Configuration configuration) {
        String root = configuration
                .deployment()
                .publicUrl()
                .map(URI::toString)
                .orElse("http://127.0.0.1:" + configuration.http().port());
        return below(root);
    }

    /** Below an address of http or https. */
    public static ServiceAddress below(String root) {
        return new ServiceAddress((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + API);
    }

    /** An address below it. */
    public URI at(String path) {
        return URI.create(base + path);
    }

    /** Where a provider sends browsers back to. */
    public URI callback() {
        return at(LOGIN);
    }

    /** What a person opens to log in or out. */
    public URI link(StatePurpose purpose, String state) {
        String step = switch (purpose) {
            case LOGIN -> "/start";
            case LOGOUT -> "/logout";
        };
        return at(LOGIN + step + "?state=" + state);
    }
}

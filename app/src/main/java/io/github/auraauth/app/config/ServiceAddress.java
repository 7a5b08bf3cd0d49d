package io.github.auraauth.app.config;

import io.github.auraauth.domain.state.StatePurpose;
import java.net.URI;

/**
 * Where this service is reached.
 *
 * @param root below which its APIs lie, without a slash at its end
 */
public record ServiceAddress(String root) {
    private static final String API = "/aura-services/v1";
    private static final String LOGIN = "/users/auraid/integrated";

    /** Below {@code AURA_PUBLIC_URL}, or without it, which only development does, on this machine. */
    public static ServiceAddress of(Configuration configuration) {
        return of(configuration, configuration.http().port());
    }

    /** The same, where the port may be another than the configured one. */
    public static ServiceAddress of(Configuration configuration, int port) {
        return below(
                configuration.deployment().publicUrl().map(URI::toASCIIString).orElse("http://127.0.0.1:" + port));
    }

    /** The same for browsers, which know passkeys of names alone: without it, this machine is {@code localhost}. */
    public static ServiceAddress ofBrowsers(Configuration configuration, int port) {
        return below(
                configuration.deployment().publicUrl().map(URI::toASCIIString).orElse("http://localhost:" + port));
    }

    /** Below an address of http or https. */
    public static ServiceAddress below(String root) {
        return new ServiceAddress(root.endsWith("/") ? root.substring(0, root.length() - 1) : root);
    }

    /** The path that a proxy takes off before requests come here; empty for none. */
    public String prefix() {
        return URI.create(root).getRawPath();
    }

    /** An address in the authentication API. */
    public URI at(String path) {
        return URI.create(root + API + path);
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

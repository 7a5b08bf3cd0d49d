package io.github.auraauth.adapter.kernel;

import java.net.URI;
import java.util.Optional;

/** Addresses that Kernel names, and those that it has when it names none. */
final class KernelAddresses {
    private KernelAddresses() {}

    /** The address of a text that a document below {@code endpoint} has, or empty when it is none that we would call. */
    static Optional<URI> parse(String text, URI endpoint) {
        try {
            return Optional.of(URI.create(text)).filter(address -> isAddress(address, endpoint));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether it is absolute, without a user and a fragment, and https; http only where the endpoint is http itself. */
    static boolean isAddress(URI address, URI endpoint) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme()) && "http".equalsIgnoreCase(endpoint.getScheme());
        return (https || http)
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }
}

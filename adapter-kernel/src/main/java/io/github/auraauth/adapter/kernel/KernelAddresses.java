package io.github.auraauth.adapter.kernel;

import java.net.URI;
import java.util.Optional;

/** Checks the addresses of Kernel and of its endpoints. */
final class KernelAddresses {
    private KernelAddresses() {}

    /** The address in a document from below {@code endpoint}; empty when it is not one that may be called. */
    static Optional<URI> parse(String text, URI endpoint) {
        try {
            return Optional.of(URI.create(text)).filter(address -> isAddress(address, endpoint));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether it is absolute, without user and fragment, and https; http only where the endpoint is http itself. */
    static boolean isAddress(URI address, URI endpoint) {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme()) && "http".equalsIgnoreCase(endpoint.getScheme());
        return (https || http)
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null;
    }
}

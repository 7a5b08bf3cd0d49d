package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

/** The terms and conditions of a service in one version. */
public record Terms(ServiceName name, TermsVersion version) {
    public Terms {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
    }
}

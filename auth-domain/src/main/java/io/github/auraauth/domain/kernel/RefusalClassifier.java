package io.github.auraauth.domain.kernel;

import static java.util.Objects.requireNonNull;

/**
 * Sorts a provider's refusals by the operator's words. Where both fit, it was the credentials.
 *
 * @param credentials {@code AURA_ERROR_CODES_CREDENTIALS} and {@code AURA_ERROR_DESCRIPTIONS_CREDENTIALS}
 * @param timeout {@code AURA_ERROR_CODES_TIMEOUT} and {@code AURA_ERROR_DESCRIPTIONS_TIMEOUT}
 */
public record RefusalClassifier(RefusalPatterns credentials, RefusalPatterns timeout) {
    public RefusalClassifier {
        requireNonNull(credentials, "credentials");
        requireNonNull(timeout, "timeout");
    }

    /** The kind of a refusal. */
    public RefusalKind sort(ProviderRefusal refusal) {
        if (credentials.areOf(refusal)) {
            return RefusalKind.CREDENTIALS;
        }
        return timeout.areOf(refusal) ? RefusalKind.TIMEOUT : RefusalKind.GENERAL;
    }
}

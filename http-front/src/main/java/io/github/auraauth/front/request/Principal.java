package io.github.auraauth.front.request;

import java.util.Optional;

/**
 * The caller of a request, as far as their credential proves. Each API has its own kinds, which endpoints, hooks, audit and the
 * log ask instead of looking at headers.
 */
public interface Principal {
    /** Somebody who showed no credential where none was needed. */
    Principal ANONYMOUS = Optional::empty;

    /**
     * What the log and the audit trail call them: a kind and an identifier, such as {@code key:4f1a}. Neither a secret nor
     * personal data; empty where there is nothing to say.
     */
    Optional<String> label();
}

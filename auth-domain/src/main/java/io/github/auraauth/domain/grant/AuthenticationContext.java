package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;

/**
 * How and when the person of a grant proved who they are.
 *
 * @param session in which they did
 * @param at to the second
 * @param methods by their names in RFC 8176: {@code pwd}, {@code otp}, {@code hwk}, {@code user}, {@code mfa}
 */
public record AuthenticationContext(SessionId session, Instant at, Set<String> methods) {
    private static final String SEVERAL_FACTORS = "mfa";

    public AuthenticationContext {
        requireNonNull(session, "session");
        at = at.truncatedTo(ChronoUnit.SECONDS);
        methods = Set.copyOf(requireNonNull(methods, "methods"));
    }

    /** Whether they proved more than one factor. */
    public boolean hasSeveralFactors() {
        return methods.contains(SEVERAL_FACTORS);
    }

    /** The assurance level that the methods come to: {@code aal1} or {@code aal2}. */
    public String level() {
        return hasSeveralFactors() ? "aal2" : "aal1";
    }

    /** The methods in the order of their names. */
    public Set<String> sortedMethods() {
        return new TreeSet<>(methods);
    }
}

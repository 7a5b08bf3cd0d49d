package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * Single claims that a request asks for beside its scopes (OpenID Connect Core 1.0, section 5.5). One that cannot be given
 * is left out, also where it is called essential; but for the level of the login (section 5.5.1.1).
 *
 * @param userInfo names of those to be told at the userinfo endpoint
 * @param idToken names of those to be told in the id_token
 * @param subject who must be logged in; absent where that is open
 * @param levels assurance levels of which the login must have one; empty where any will do
 */
public record RequestedClaims(Set<String> userInfo, Set<String> idToken, Optional<String> subject, Set<String> levels) {
    /** Nothing beside the scopes. */
    public static final RequestedClaims NONE = new RequestedClaims(Set.of(), Set.of(), Optional.empty());

    public RequestedClaims {
        userInfo = Set.copyOf(requireNonNull(userInfo, "userInfo"));
        idToken = Set.copyOf(requireNonNull(idToken, "idToken"));
        requireNonNull(subject, "subject");
        levels = Set.copyOf(requireNonNull(levels, "levels"));
    }

    /** Claims of a login of any level. */
    public RequestedClaims(Set<String> userInfo, Set<String> idToken, Optional<String> subject) {
        this(userInfo, idToken, subject, Set.of());
    }

    /** Whether a login of that level will do. */
    public boolean accepts(String level) {
        return levels.isEmpty() || levels.contains(level);
    }
}

package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * Single claims that a request asks for beside its scopes (OpenID Connect Core 1.0, section 5.5). One that cannot be given
 * is left out, also where it is called essential.
 *
 * @param userInfo names of those to be told at the userinfo endpoint
 * @param idToken names of those to be told in the id_token
 * @param subject who must be logged in; absent where that is open
 */
public record RequestedClaims(Set<String> userInfo, Set<String> idToken, Optional<String> subject) {
    /** Nothing beside the scopes. */
    public static final RequestedClaims NONE = new RequestedClaims(Set.of(), Set.of(), Optional.empty());

    public RequestedClaims {
        userInfo = Set.copyOf(requireNonNull(userInfo, "userInfo"));
        idToken = Set.copyOf(requireNonNull(idToken, "idToken"));
        requireNonNull(subject, "subject");
    }
}

package io.github.auraauth.domain.token;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.UserId;
import java.util.Optional;

/** Kernel's claims of a person, in a token or in the answer of its introspection (RFC 7662). */
public final class KernelClaims {
    private KernelClaims() {}

    /** The person; empty without a good {@code sub}. Of the rest, what is absent or malformed is left out. */
    public static Optional<KernelPerson> person(TokenClaims claims) {
        return userId(claims)
                .map(userId -> new KernelPerson(
                        userId,
                        claims.text("authorization_id").flatMap(AuthorizationId::parse),
                        claims.firstObject("authentication_context").flatMap(KernelClaims::authentication)));
    }

    static Optional<UserId> userId(TokenClaims claims) {
        return claims.text("sub").flatMap(UserId::parse);
    }

    private static Optional<Authentication> authentication(TokenClaims context) {
        return context.text("type")
                .flatMap(AuthenticationType::parse)
                .flatMap(type ->
                        context.text("identifier").flatMap(identifier -> Authentication.parse(type, identifier)));
    }
}

package io.github.auraauth.domain.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.UserId;
import java.util.Optional;

/**
 * A person as Kernel knows him.
 *
 * @param userId its {@code sub}
 * @param authorizationId of his session there, its {@code authorization_id}
 * @param authentication what he was recognised by, its first {@code authentication_context}
 */
public record KernelPerson(
        UserId userId, Optional<AuthorizationId> authorizationId, Optional<Authentication> authentication) {
    public KernelPerson {
        requireNonNull(userId, "userId");
        requireNonNull(authorizationId, "authorizationId");
        requireNonNull(authentication, "authentication");
    }

    @Override
    public String toString() {
        return "KernelPerson[redacted]";
    }
}

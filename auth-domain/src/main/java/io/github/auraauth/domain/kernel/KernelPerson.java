package io.github.auraauth.domain.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.UserId;
import java.util.Optional;

/**
 * A person as Kernel knows them.
 *
 * @param userId its {@code sub}
 * @param authorizationId of their session there, its {@code authorization_id}
 * @param authentication what they were recognised by, its first {@code authentication_context}
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

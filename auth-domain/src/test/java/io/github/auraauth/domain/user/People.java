package io.github.auraauth.domain.user;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/** Registrations and users for tests, each like the last one unless a part is given. */
final class People {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    static final ChannelId CHANNEL = channel("692933bb-41bb-442d-aa8a-d825e0e9f6f0");
    static final ChannelId OTHER_CHANNEL = channel("0c6196a5-a843-428a-92f4-bcf245a70d66");

    private People() {}

    static Registration registration() {
        return new Registration(
                CHANNEL,
                new UserId("user-1"),
                new AuthorizationId("authorization-1"),
                Authentication.of(new PhoneNumber("+34600111222")),
                Optional.of(Secret.ofText("a-token")),
                Optional.of(NOW.plusSeconds(60)));
    }

    static Registration with(ChannelId channel) {
        Registration r = registration();
        return new Registration(
                channel, r.userId(), r.authorizationId(), r.authentication(), r.idTokenHint(), r.expiresAt());
    }

    static Registration with(UserId userId) {
        Registration r = registration();
        return new Registration(
                r.channelId(), userId, r.authorizationId(), r.authentication(), r.idTokenHint(), r.expiresAt());
    }

    static Registration with(AuthorizationId authorizationId) {
        Registration r = registration();
        return new Registration(
                r.channelId(), r.userId(), authorizationId, r.authentication(), r.idTokenHint(), r.expiresAt());
    }

    static Registration with(Authentication authentication) {
        Registration r = registration();
        return new Registration(
                r.channelId(), r.userId(), r.authorizationId(), authentication, r.idTokenHint(), r.expiresAt());
    }

    static Registration with(Optional<Secret> hint, Optional<Instant> end) {
        Registration r = registration();
        return new Registration(r.channelId(), r.userId(), r.authorizationId(), r.authentication(), hint, end);
    }

    static UserIdentities identities() {
        return new UserIdentities(Secret.ofText("a-seed-for-tests"));
    }

    static User user() {
        Registration registration = registration();
        AuraGlobalId globalId = identities().globalId(registration.authentication());
        return User.registered(new AuraId("aura-1"), globalId, registration, NOW.minusSeconds(3600));
    }

    private static ChannelId channel(String text) {
        return ChannelId.parse(text).orElseThrow();
    }
}

package io.github.auraauth.testkit.user;

import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Users and registrations for tests, with data that cannot be mistaken for real. Everything follows from a name, so
 * that users of two names share nothing but their channel; each method gives a changed copy.
 */
public final class SampleUsers {
    /** The channel of every user who is not given another. */
    public static final ChannelId CHANNEL = new ChannelId(new UUID(0x4000, 0x8000_0000_0000_0001L));

    /** A channel that is not {@link #CHANNEL}. */
    public static final ChannelId OTHER_CHANNEL = new ChannelId(new UUID(0x4000, 0x8000_0000_0000_0002L));

    private SampleUsers() {}

    /** A registration of the person of that name: by e-mail, with a hint, without an end. */
    public static Registration registration(String name) {
        return new Registration(
                CHANNEL,
                new UserId("fake-user-" + name),
                new AuthorizationId("fake-authorization-" + name),
                email(name),
                Optional.of(Secret.ofText("fake-hint-" + name)),
                Optional.empty());
    }

    /** The user of that name who registered then. */
    public static User user(String name, Instant at) {
        return User.registered(new AuraId("fake-aura-" + name), globalId(name), registration(name), at);
    }

    /** The authentication of the person of that name. */
    public static Authentication email(String name) {
        return Authentication.parse(AuthenticationType.EMAIL, name + "@example.com")
                .orElseThrow();
    }

    /** The global id of the person of that name. */
    public static AuraGlobalId globalId(String name) {
        return new AuraGlobalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was known when a value was read: that many changes, of two writers in turn. */
    public static Provenance provenance(long changes) {
        Set<LogPosition> finished = LongStream.rangeClosed(1, changes)
                .mapToObj(number -> new LogPosition("writer " + number % 2, number))
                .collect(Collectors.toSet());
        return new Provenance(finished, new Epoch("epoch " + changes), Instant.parse("2030-01-02T03:04:05.678Z"));
    }

    /** The pseudonym of that name: not an HMAC, but of the same form. */
    public static HashedAuraId pseudonym(String name) {
        String hex = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        return new HashedAuraId(("0".repeat(64) + hex).substring(hex.length()));
    }

    public static User withAuraId(User user, String auraId) {
        return new User(
                new AuraId(auraId),
                user.auraGlobalId(),
                user.registration(),
                user.created(),
                user.registeredAt(),
                user.lastAccess());
    }

    public static User withGlobalId(User user, AuraGlobalId globalId) {
        return new User(
                user.auraId(), globalId, user.registration(), user.created(), user.registeredAt(), user.lastAccess());
    }

    public static User withRegistration(User user, Registration registration) {
        return new User(
                user.auraId(),
                user.auraGlobalId(),
                registration,
                user.created(),
                user.registeredAt(),
                user.lastAccess());
    }

    /** The same user, registered anew then; {@code created} stays. */
    public static User renewedAt(User user, Instant at) {
        return new User(user.auraId(), user.auraGlobalId(), user.registration(), user.created(), at, at);
    }

    public static User withLastAccess(User user, Instant at) {
        return new User(
                user.auraId(), user.auraGlobalId(), user.registration(), user.created(), user.registeredAt(), at);
    }

    public static User withAuthorization(User user, String authorizationId) {
        return withRegistration(user, withAuthorization(user.registration(), authorizationId));
    }

    public static Registration withAuthorization(Registration from, String authorizationId) {
        return new Registration(
                from.channelId(),
                from.userId(),
                new AuthorizationId(authorizationId),
                from.authentication(),
                from.idTokenHint(),
                from.expiresAt());
    }

    public static User withUserId(User user, String userId) {
        Registration from = user.registration();
        return withRegistration(
                user,
                new Registration(
                        from.channelId(),
                        new UserId(userId),
                        from.authorizationId(),
                        from.authentication(),
                        from.idTokenHint(),
                        from.expiresAt()));
    }

    public static User withAuthentication(User user, Authentication authentication) {
        Registration from = user.registration();
        return withRegistration(
                user,
                new Registration(
                        from.channelId(),
                        from.userId(),
                        from.authorizationId(),
                        authentication,
                        from.idTokenHint(),
                        from.expiresAt()));
    }

    public static User withChannel(User user, ChannelId channelId) {
        Registration from = user.registration();
        return withRegistration(
                user,
                new Registration(
                        channelId,
                        from.userId(),
                        from.authorizationId(),
                        from.authentication(),
                        from.idTokenHint(),
                        from.expiresAt()));
    }

    public static User withHint(User user, Secret hint) {
        Registration from = user.registration();
        return withRegistration(
                user,
                new Registration(
                        from.channelId(),
                        from.userId(),
                        from.authorizationId(),
                        from.authentication(),
                        Optional.of(hint),
                        from.expiresAt()));
    }

    public static User expiringAt(User user, Instant end) {
        Registration from = user.registration();
        return withRegistration(
                user,
                new Registration(
                        from.channelId(),
                        from.userId(),
                        from.authorizationId(),
                        from.authentication(),
                        from.idTokenHint(),
                        Optional.of(end)));
    }
}

package io.github.auraauth.app.docs;

// example: imports
import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.adapter.memory.NoUserCache;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.invalidation.CacheTimes;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import io.github.auraauth.usecase.invalidation.InvalidationLogFollower;
import io.github.auraauth.usecase.invalidation.InvalidationSettings;
import io.github.auraauth.usecase.user.UserService;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
// end

/** The examples of docs/embedding.md. */
final class EmbeddingExample {
    // example: wiring
    private final InstantSource clock = InstantSource.system();
    private final Secret seed = Secret.ofText("a-seed-of-your-own");
    private final UserIdentities identities = new UserIdentities(seed);
    private final InMemoryUserStore store = new InMemoryUserStore(clock);
    private final InvalidationLogFollower follower = new InvalidationLogFollower(
            new InMemoryInvalidationLog(clock),
            new InvalidationSettings(Duration.ofHours(1), false),
            clock,
            clock,
            () -> UUID.randomUUID().toString());
    private final CoherentUserCache cache = new CoherentUserCache(
            new CaffeineUserCache(10_000_000, clock),
            new NoUserCache(),
            follower,
            new AuraIdHasher(seed),
            new CacheTimes(Duration.ofHours(1)),
            clock);
    final Users users = new UserService(store, cache, identities, store, Duration.ofDays(1), clock, new SecureRandom());
    // end

    Optional<User> registerAndRead() {
        // example: calling
        Deadline deadline = Deadline.in(Duration.ofMillis(1_500), clock);
        follower.poll(deadline);

        Registration registration = new Registration(
                ChannelId.parse("6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11").orElseThrow(),
                new UserId("80234511"),
                new AuthorizationId("a-session"),
                Authentication.parse(AuthenticationType.EMAIL, "Ada@Example.org")
                        .orElseThrow(),
                Optional.empty(),
                Optional.empty());
        Optional<AuraId> auraId = users.register(registration, deadline)
                .fold(
                        created -> Optional.of(created.auraId()),
                        present -> Optional.of(present.auraId()),
                        () -> Optional.empty(),
                        () -> Optional.empty());
        Optional<User> user = auraId.flatMap(id -> users.read(id, deadline));
        // end
        return user;
    }
}

package io.github.auraauth.app.wiring;

import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what requests will do, before there are any: loads classes, opens connections, and lets the compiler see the ways
 * that matter, so that the first callers after a start find the deadline as long as the later ones do. Writes nothing.
 */
final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int CALLERS = 16;
    private static final int ROUNDS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private WarmUp() {}

    static void of(UsersModule userModule, ApiKeysModule keys, ClockAndRandom clockAndRandom)
            throws InterruptedException {
        Deadline deadline = Deadline.in(LONGEST, clockAndRandom.clock());
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.execute(() -> call(userModule, keys, clockAndRandom, deadline));
        }
        callers.shutdown();
        if (!callers.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
            callers.shutdownNow();
        }
    }

    private static void call(
            UsersModule userModule, ApiKeysModule keys, ClockAndRandom clockAndRandom, Deadline deadline) {
        try {
            for (int round = 0; round < ROUNDS && !deadline.hasPassed(); round++) {
                keys.authentication.authenticate(keyless(round), deadline);
                userModule.users.readWithIdTokenHint(AuraId.random(clockAndRandom.random()), deadline);
            }
        } catch (Outage e) {
            LOG.warn("the warm-up ended early: {}", e.getMessage());
        }
    }

    /** From another source in each round, so that none fails so often that it is turned away unheard. */
    private static ApiKeyCall keyless(int round) {
        return new ApiKeyCall(
                Optional.of("APIKEY 00"),
                "warm-up " + round,
                RequiredAccess.ofPublic(AccessMode.READ),
                new RequestPath(List.of("users")));
    }
}

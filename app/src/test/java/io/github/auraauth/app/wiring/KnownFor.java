package io.github.auraauth.app.wiring;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.memory.InMemoryRevocationMirror;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** For how long the wired core takes the revocations that it has read for the present ones. */
final class KnownFor {
    private static final long A_MOMENT_MILLIS = 2_000;
    private static final long STEP_MILLIS = 50;

    private KnownFor() {}

    /** Whether they are too old before two seconds have passed. */
    static Object aMomentOnly(Arrived arrived) {
        MongoServer server = new MongoServer(new MemoryBackend());
        Secret uri = Secret.ofText(server.bindAndGetConnectionString());
        try (MongoConnection mongo = MongoConnection.open(
                AdapterConfigs.mongo(arrived.configuration().mongo(), uri), Arrived.SOURCES.clock())) {
            var core = new ApiKeysModule(
                    arrived.configuration(),
                    mongo,
                    new InMemoryRevocationMirror(),
                    new SourceThrottle(0, Arrived.SOURCES.clock()),
                    Runnable::run,
                    Arrived.SOURCES);
            core.revocations.poll(Deadline.in(Duration.ofSeconds(10), Arrived.SOURCES.clock()));
            for (long waited = 0; waited < A_MOMENT_MILLIS && core.revocations.isCurrent(); waited += STEP_MILLIS) {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            }
            return !core.revocations.isCurrent();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            server.shutdownNow();
        }
    }
}

package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.index.MongoIndexMakeup;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the state that the program needs, before anything is served from it. */
final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration TRIAL = Duration.ofMillis(2_500);
    private static final Duration PAUSE = Duration.ofMillis(2_500);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MongoConnection connection;
    private final InstantSource clock;
    private final SecureRandom random;

    Preparation(MongoConnection connection, ClockAndRandom clockAndRandom) {
        this.connection = connection;
        this.clock = clockAndRandom.clock();
        this.random = clockAndRandom.random();
    }

    /** Whether MongoDB answers soon. */
    boolean isMongoThere() {
        return connection.isThere(Deadline.in(TRIAL, clock));
    }

    /** Waits until MongoDB answers, and says so in the log every five seconds; the port is still closed. */
    void awaitMongo() throws InterruptedException {
        while (!isMongoThere()) {
            LOG.warn("MongoDB does not answer; the port stays closed until it does");
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    /** Reads the revocations once, so that the first call finds them known; an outage leaves that to later. */
    void readRevocations(RevocationLogFollower revocations) {
        try {
            revocations.poll(Deadline.in(PATIENCE, clock));
        } catch (Outage outage) {
            LOG.warn("the revocations could not be read yet: {}", outage.getMessage());
        }
    }

    /**
     * Applies what is missing of the index definition.
     *
     * @return the versions applied, maybe none
     * @throws StartRefused when the database is not one that this program can work on
     */
    List<String> makeUp() throws StartRefused {
        return makeUp(IndexDefinition.bundled());
    }

    /** The same by another definition. */
    List<String> makeUp(IndexDefinition definition) throws StartRefused {
        return new MongoIndexMakeup(connection, definition, clock, random)
                .run(Deadline.in(PATIENCE, clock))
                .fold(
                        Made::of,
                        (stored, known) -> Made.refused("the database has schema version " + stored
                                + ", which is newer than this program's " + known + "; start a newer program"),
                        index -> Made.refused("the unique index " + index
                                + " cannot be made: rows share a value; remove the duplicates and start again"))
                .orThrow();
    }

    /**
     * Refuses a seed that the stored users were not registered with: their ids would change.
     *
     * @param accept whether the operator wants just that
     */
    void checkSeed(String fingerprint, boolean accept) throws StartRefused {
        MongoSeedRecord record = new MongoSeedRecord(connection, clock);
        Deadline deadline = Deadline.in(PATIENCE, clock);
        boolean differs = switch (record.compare(fingerprint, deadline)) {
            case SAME, FIRST -> false;
            case DIFFERENT_WITHOUT_USERS -> {
                record.accept(fingerprint, deadline);
                yield false;
            }
            case DIFFERENT_WITH_USERS -> true;
        };
        if (differs && !accept) {
            throw new StartRefused("AURA_SEED_ID is not the one that the stored users were registered with: their"
                    + " auraGlobalId and all anonymous ids would change. Give the old seed, or start once with"
                    + " --accept-new-seed");
        }
        if (differs) {
            record.accept(fingerprint, deadline);
            LOG.warn("a new seed was accepted over existing users");
        }
    }

    /** What a make-up came to: versions, or a reason to end the start. */
    private record Made(List<String> versions, String refusal) {
        static Made of(List<String> versions) {
            return new Made(versions, "");
        }

        static Made refused(String reason) {
            return new Made(List.of(), reason);
        }

        List<String> orThrow() throws StartRefused {
            if (!refusal.isEmpty()) {
                throw new StartRefused(refusal);
            }
            return versions;
        }
    }
}

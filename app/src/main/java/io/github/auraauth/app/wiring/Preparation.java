package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.Remedies;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.index.MongoIndexMakeup;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the state that the program needs, before anything is served from it. */
public final class Preparation {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration TRIAL = Duration.ofMillis(2_500);
    private static final Duration PAUSE = Duration.ofMillis(2_500);
    private static final Duration QUIET = Duration.ofMillis(4_500);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MongoConnection connection;
    private final InstantSource clock;
    private final SecureRandom random;

    public Preparation(MongoConnection connection, ClockAndRandom clockAndRandom) {
        this.connection = connection;
        this.clock = clockAndRandom.clock();
        this.random = clockAndRandom.random();
    }

    /** Why MongoDB cannot be used, asked once; empty when it can be. */
    public Optional<String> problem() {
        try {
            connection.requireAnswer(Deadline.in(TRIAL, clock));
            return Optional.empty();
        } catch (Outage.Refused refused) {
            return Optional.of("refuses the service: " + refused.error() + ": " + Remedies.of(refused));
        } catch (Outage outage) {
            return Optional.of("does not answer");
        }
    }

    /** Waits until MongoDB answers, and says so in the log every five seconds; the port answers liveness only. */
    void awaitMongo() throws InterruptedException {
        Deadline quiet = Deadline.in(Duration.ZERO, clock);
        for (Optional<String> problem = problem(); problem.isPresent(); problem = problem()) {
            if (quiet.hasPassed()) {
                LOG.warn("MongoDB {}; the port answers liveness only until it does better", problem.get());
                quiet = Deadline.in(QUIET, clock);
            }
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
     * Applies what is missing of the users' index definition, however long that takes, and tells the log meanwhile.
     *
     * @throws StartRefused when the database is not one that this program can work on
     * @throws Outage.Refused when the database refuses what is asked of it
     */
    void makeUp() throws StartRefused {
        makeUp(IndexDefinition.bundled());
    }

    /** The same by another definition. */
    public void makeUp(IndexDefinition definition) throws StartRefused {
        try {
            makeUp(definition, told -> LOG.info("index make-up: {}", told));
        } catch (Outage.Refused refused) {
            LOG.error("{}: {}", refused.getMessage(), Remedies.of(refused));
            throw refused;
        }
    }

    /**
     * The same, which tells the listener and no log.
     *
     * @return the versions applied, maybe none
     */
    List<String> makeUp(IndexDefinition definition, Consumer<String> listener) throws StartRefused {
        return new MongoIndexMakeup(
                        connection,
                        definition,
                        clock,
                        random,
                        ManagementFactory.getRuntimeMXBean().getName(),
                        listener)
                .run()
                .fold(
                        Made::of,
                        (stored, known) -> Made.refused("the database has schema version " + stored
                                + ", which is newer than this program's " + known + "; start a newer program"),
                        index -> Made.refused("the unique index " + index
                                + " cannot be made: rows share a value; remove the duplicates and start again"))
                .orThrow();
    }

    /**
     * The configuration with the seed that the stored users were registered with, where that is the given one with the white
     * space or quotes that were around it; else the configuration as it is.
     *
     * @throws Outage when the database does not answer
     */
    Configuration withRecordedSeed(Configuration configuration) {
        Deadline deadline = Deadline.in(TRIAL, clock);
        MongoSeedRecord record = new MongoSeedRecord(connection, clock);
        return configuration
                .keys()
                .seedAsItCame()
                .map(seed -> new UserIdentities(seed).seedFingerprint())
                .filter(fingerprint -> record.isRecorded(fingerprint, deadline))
                .map(fingerprint -> {
                    LOG.warn("AURA_SEED_ID stays as it came, with what is around it: users were registered with it");
                    return configuration.withSeedAsItCame();
                })
                .orElse(configuration);
    }

    /** The same for a command, which does nothing with the seed where the database is away. */
    Configuration withRecordedSeedIfKnown(Configuration configuration) {
        try {
            return withRecordedSeed(configuration);
        } catch (Outage away) {
            return configuration;
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

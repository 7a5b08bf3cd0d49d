package io.github.auraauth.usecase.kpi;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.kpi.KpiLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes a row of each operation that ends, by its typed inputs and its outcome. Safe for use by many threads. */
public final class KpiRecorder {
    private final KpiLog log;
    private final InstantSource clock;
    private final InstantSource steady;

    /**
     * @param clock tells when operations ended
     * @param steady measures how long they took
     */
    public KpiRecorder(KpiLog log, InstantSource clock, InstantSource steady) {
        this.log = requireNonNull(log, "log");
        this.clock = requireNonNull(clock, "clock");
        this.steady = requireNonNull(steady, "steady");
    }

    /** One that records nothing. */
    public static KpiRecorder none(InstantSource clock) {
        return new KpiRecorder(KpiLog.none(), clock, clock);
    }

    /** The same users, whose changes are recorded. */
    public Users record(Users users) {
        return new RecordedUsers(users, this);
    }

    /** The same users, whose changes are recorded. */
    public OwnUsers record(OwnUsers users) {
        return new RecordedOwnUsers(users, this);
    }

    /** The same logins and logouts, each recorded once it has ended. */
    public Logins record(Logins logins) {
        return new RecordedLogins(logins, this);
    }

    /** The same bot, whose tokens and conversations are recorded. */
    public Bot record(Bot bot) {
        return new RecordedBot(bot, this);
    }

    /**
     * Does the operation, and records it.
     *
     * @param failed what it is about where it does not come to an outcome
     * @param done what is recorded of an outcome; empty for one that ends nothing
     */
    <T> T record(Operation failed, Supplier<T> operation, Function<T, Optional<Ended>> done) {
        Instant began = steady.instant();
        T outcome;
        try {
            outcome = operation.get();
        } catch (Outage outage) {
            add(new Ended(failed, KpiResult.UNAVAILABLE), began);
            throw outage;
        } catch (RuntimeException fault) {
            add(new Ended(failed, KpiResult.FAILED), began);
            throw fault;
        }
        done.apply(outcome).ifPresent(ended -> add(ended, began));
        return outcome;
    }

    private void add(Ended ended, Instant began) {
        Duration took = Duration.between(began, steady.instant());
        Operation operation = ended.operation;
        log.add(new KpiRow(
                clock.instant(),
                operation.kind,
                operation.channelId,
                operation.authenticationType,
                ended.result,
                took.isNegative() ? Duration.ZERO : took));
    }

    /** What a row says of an operation, whatever it comes to. */
    record Operation(KpiKind kind, Optional<ChannelId> channelId, Optional<AuthenticationType> authenticationType) {
        static Operation of(KpiKind kind) {
            return new Operation(kind, Optional.empty(), Optional.empty());
        }
    }

    /** An operation with what it came to. */
    record Ended(Operation operation, KpiResult result) {}
}

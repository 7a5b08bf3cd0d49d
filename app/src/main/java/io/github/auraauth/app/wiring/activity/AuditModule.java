package io.github.auraauth.app.wiring.activity;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.activity.MongoActivityLog;
import io.github.auraauth.adapter.mongo.activity.MongoAuditChains;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.AuditPseudonyms;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.activity.AuditTrail;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.activity.AuditRetention;
import io.github.auraauth.usecase.activity.AuditTrailService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit trail: a chain of this process's own, which its parts write, and all chains, which are verified and aged. */
public final class AuditModule implements FeatureModule, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditModule.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    /** A database that is not asked for a moment may be a quarter of a second later. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    public final ActivityRecorder recorder;
    public final AuditTrail trail;
    private final AuditRetention retention;
    private final InstantSource clock;
    private final Consumer<ChainHead> heads;
    private final AtomicReference<ChainHead> told = new AtomicReference<>(ChainHead.first("none"));

    /** For a command; writes nothing by itself. */
    public AuditModule(
            Configuration configuration, MongoConnection mongo, MeterRegistry metrics, ClockAndRandom clockAndRandom) {
        this(configuration, mongo, head -> {}, metrics, clockAndRandom);
    }

    private AuditModule(
            Configuration configuration,
            MongoConnection mongo,
            Consumer<ChainHead> heads,
            MeterRegistry metrics,
            ClockAndRandom clockAndRandom) {
        this.heads = heads;
        clock = clockAndRandom.clock();
        var sealer = new AuditSealer(configuration.keys().encryptionKeys());
        var unreadable = new UnreadableDocumentReporter(
                "entry of the audit trail",
                Counter.builder("aura.audit.unreadable")
                        .description(
                                "How often a document was met that cannot be read as what the audit trail is made of")
                        .register(metrics)::increment);
        var log = new MongoActivityLog(mongo, unreadable);
        var chains = new MongoAuditChains(mongo, unreadable);
        recorder = new ActivityRecorder(
                log, chains, sealer, new AuditPseudonyms(configuration.keys().seed()), clock, clockAndRandom.random());
        trail = new AuditTrailService(chains, sealer);
        Counter faults = Counter.builder("aura.audit.faults")
                .description("What did not verify among the entries of the audit trail that were removed by age")
                .register(metrics);
        retention = new AuditRetention(chains, sealer, configuration.audit().retention(), clock, fault -> {
            faults.increment();
            LOG.error(
                    "the audit trail does not verify: chain {}, {} to {}: {}",
                    fault.instance(),
                    fault.number(),
                    fault.last(),
                    fault.kind().words());
        });
        Gauge.builder("aura.audit.waiting", recorder, ActivityRecorder::waiting)
                .description("Entries of the audit trail that wait for the database")
                .register(metrics);
        FunctionCounter.builder("aura.audit.lost", recorder, ActivityRecorder::lost)
                .description("Entries of the audit trail that were lost, since too many waited")
                .register(metrics);
    }

    /**
     * For a server, whose start it notes; where that cannot be stored yet, it is later.
     *
     * @param heads is told each head that the log is told
     */
    public static AuditModule ofServer(
            Configuration configuration,
            MongoConnection mongo,
            Consumer<ChainHead> heads,
            MeterRegistry metrics,
            ClockAndRandom clockAndRandom) {
        AuditModule module = new AuditModule(configuration, mongo, heads, metrics, clockAndRandom);
        try {
            module.recorder.noteStart(
                    Actor.labelled("aura-auth"),
                    configuration.deployment().version(),
                    configuration.audit().values(),
                    Deadline.in(LONGEST_START, module.clock));
        } catch (Outage outage) {
            LOG.warn("the audit trail cannot be written yet: {}", outage.getMessage());
        }
        return module;
    }

    @Override
    public List<ScheduledJob> jobs() {
        return List.of(
                ScheduledJob.every(SECOND, SECOND.multipliedBy(5), "storing the audit trail", recorder::flush),
                ScheduledJob.fromNowEvery(MINUTE, SECOND, "telling the audit trail's head", deadline -> tellHead()),
                ScheduledJob.every(
                        MINUTE.multipliedBy(30),
                        MINUTE.multipliedBy(10),
                        "removing old entries of the audit trail",
                        retention::sweep));
    }

    /** Once for each head, so that whoever keeps the log can tell later whether the chain was cut. */
    private void tellHead() {
        ChainHead head = recorder.head();
        if (head.number() > 0 && !head.equals(told.getAndSet(head))) {
            LOG.info("audit head {}", head.text());
            heads.accept(head);
        }
    }

    @Override
    public void close() {
        flushed(recorder::flush, Deadline.in(LONGEST_CLOSE, clock))
                .ifPresent(
                        outage -> LOG.error("the last entries of the audit trail are lost: {}", outage.getMessage()));
        tellHead();
    }

    /** Tries until it is done or the time is over, and why it was not done then. */
    static Optional<Outage> flushed(Consumer<Deadline> flush, Deadline end) {
        Optional<Outage> problem = attempt(flush, end);
        while (problem.isPresent() && !end.hasPassed() && pause(end.remainingUpTo(PAUSE))) {
            problem = attempt(flush, end);
        }
        return problem;
    }

    private static Optional<Outage> attempt(Consumer<Deadline> flush, Deadline end) {
        try {
            flush.accept(end);
            return Optional.empty();
        } catch (Outage outage) {
            return Optional.of(outage);
        }
    }

    /** Whether it is worth going on after it. */
    private static boolean pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

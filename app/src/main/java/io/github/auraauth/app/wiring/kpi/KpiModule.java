package io.github.auraauth.app.wiring.kpi;

import io.github.auraauth.adapter.files.KpiSpool;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.Deployment;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.port.out.kpi.KpiLog;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of operations, and the files of them in the operator's common storage; nothing where there is none. */
public final class KpiModule implements FeatureModule, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KpiModule.class);
    private static final Duration WRITTEN_EVERY = Duration.ofMillis(250);
    private static final Duration SENT_EVERY = Duration.ofMinutes(2);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(100);
    private static final Duration LONGEST_LAST_SEND = Duration.ofSeconds(3);
    private static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final String FOLDER = "kpis";
    private static final int INSTANCE_BYTES = 6;

    public final KpiRecorder recorder;
    private final Optional<KpiSpool> spool;
    private final InstantSource clock;

    /**
     * @param storage the common one
     * @throws DataFolderException when files are to be kept, and the data folder cannot be written
     */
    public KpiModule(
            Configuration configuration,
            Optional<StoredFiles> storage,
            MeterRegistry metrics,
            ClockAndRandom clockAndRandom)
            throws DataFolderException {
        clock = clockAndRandom.clock();
        spool = storage.isPresent()
                ? Optional.of(spool(configuration, storage.get(), metrics, clockAndRandom.random()))
                : Optional.empty();
        recorder = new KpiRecorder(spool.map(KpiSpool::log).orElseGet(KpiLog::none), clock, new SteadyClock(clock));
    }

    private static KpiSpool spool(
            Configuration configuration, StoredFiles storage, MeterRegistry metrics, SecureRandom random)
            throws DataFolderException {
        Deployment deployment = configuration.deployment();
        byte[] instance = new byte[INSTANCE_BYTES];
        random.nextBytes(instance);
        var settings = new KpiSpool.Config(
                deployment.name(), deployment.version(), configuration.logging().zone(), MOST_BYTES);
        Path folder = DataFolder.open(deployment.dataFolder()).file(FOLDER);
        DataFolder.open(folder);
        return new KpiSpool(folder, HexFormat.of().formatHex(instance), settings, storage, metrics);
    }

    /** Writes a head of the audit trail among the rows, which whoever can change the database cannot reach. */
    public void tell(ChainHead head) {
        spool.ifPresent(files -> files.tell(head, clock.instant()));
    }

    @Override
    public List<ScheduledJob> jobs() {
        return spool.stream()
                .flatMap(files -> List.of(
                        ScheduledJob.every(WRITTEN_EVERY, WRITTEN_EVERY, "writing KPI rows", deadline -> files.flush()),
                        ScheduledJob.fromNowEvery(SENT_EVERY, LONGEST_SEND, "sending KPI files", files::send))
                        .stream())
                .toList();
    }

    /** Sends what there is, for a short time; what the storage does not take is sent after the next start. */
    @Override
    public void close() {
        spool.ifPresent(files -> {
            try (files) {
                files.send(Deadline.in(LONGEST_LAST_SEND, clock));
            } catch (Outage outage) {
                LOG.warn("KPI files stay here until the next start: {}", outage.getMessage());
            }
        });
    }
}

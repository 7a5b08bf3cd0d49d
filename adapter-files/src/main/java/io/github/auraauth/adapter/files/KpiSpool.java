package io.github.auraauth.adapter.files;

import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.port.out.kpi.KpiLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The KPI files of this machine: those of this instance, and those that instances before it have left. Sends them to the
 * storage, oldest first, and keeps what it does not take, up to a bound.
 */
public final class KpiSpool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KpiSpool.class);

    private final Path root;
    private final Config settings;
    private final StoredFiles storage;
    private final KpiFolder own;
    private final FileKpiLog writer;
    private final DroppedRows dropped;
    private volatile int left;

    /**
     * Takes its place in a folder of such files.
     *
     * @param folder that is there; processes may share it
     * @param instance of this life of the process and of no other
     * @param storage where they go
     */
    public KpiSpool(Path folder, String instance, Config settings, StoredFiles storage, MeterRegistry metrics) {
        this.root = folder;
        this.settings = settings;
        this.storage = storage;
        this.own = KpiFolder.take(root, instance)
                .orElseThrow(() -> new IllegalArgumentException("instance must be of this life alone"));
        this.dropped = new DroppedRows(metrics);
        this.writer = new FileKpiLog(own, new KpiCsv(settings.version), settings.zone, dropped);
        Gauge.builder("aura.kpi.files.waiting", this, spool -> spool.left)
                .description("KPI files that the storage has not taken at the last try")
                .register(metrics);
    }

    /** Where rows are to be put. */
    public KpiLog log() {
        return writer;
    }

    /** Writes a head of the audit trail among the rows. */
    public void tell(ChainHead head, Instant at) {
        writer.write(at, head);
    }

    /** Writes to disk what was put there. */
    public void flush() {
        writer.flush();
    }

    /**
     * Sends all that is there, also of instances that have ended.
     *
     * @throws Outage when the storage does not take a file; it and those behind it are kept
     */
    public synchronized void send(Deadline deadline) {
        // a file that is begun from here on is written to meanwhile, and not for this time
        List<KpiFile> finished = writer.finished();
        List<KpiFolder> ended = new ArrayList<>();
        try {
            KpiFolder.instances(root).stream()
                    .flatMap(instance -> KpiFolder.take(root, instance).stream())
                    .forEach(ended::add);
            Deque<Kept> files = oldestFirst(ended, finished);
            dropOldest(files);
            send(files, deadline);
        } finally {
            ended.forEach(KpiFolder::close);
        }
    }

    private Deque<Kept> oldestFirst(List<KpiFolder> ended, List<KpiFile> finished) {
        Map<Kept, FileTime> written = new LinkedHashMap<>();
        ended.forEach(folder -> folder.files().forEach(file -> written.put(new Kept(folder, file), file.written())));
        finished.forEach(file -> written.put(new Kept(own, file), file.written()));
        return written.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void send(Deque<Kept> files, Deadline deadline) {
        try {
            while (!files.isEmpty()) {
                send(files.peek(), deadline);
                files.remove();
            }
        } finally {
            left = files.size();
        }
    }

    private void send(Kept kept, Deadline deadline) {
        try {
            byte[] lines = kept.file.lines();
            if (KpiFile.rows(lines) > 0) {
                storage.write(
                        kept.file.stored(settings.environment, kept.folder.instance()), "text/csv", lines, deadline);
            }
            Files.deleteIfExists(kept.file.path());
        } catch (IOException e) {
            LOG.warn("a KPI file cannot be read or removed: {}", e.getClass().getSimpleName());
        }
    }

    private void dropOldest(Deque<Kept> files) {
        long bytes = files.stream().mapToLong(kept -> kept.file.size()).sum();
        int rows = 0;
        while (bytes > settings.mostBytes && !files.isEmpty()) {
            Kept oldest = files.remove();
            bytes -= oldest.file.size();
            try {
                int its = KpiFile.rows(oldest.file.lines());
                Files.deleteIfExists(oldest.file.path());
                rows += its;
            } catch (IOException e) {
                LOG.warn("a KPI file cannot be removed: {}", e.getClass().getSimpleName());
            }
        }
        if (rows > 0) {
            dropped.old(rows);
            LOG.warn("the oldest {} KPI rows are dropped: too many wait for the storage", rows);
        }
    }

    /** Writes what was put there, and gives the folder back; what is in it is sent by whoever starts next. */
    @Override
    public void close() {
        writer.flush();
        writer.finish();
        own.close();
    }

    /**
     * How files are written and named.
     *
     * @param environment the first part of their names in the storage
     * @param version as rows say it
     * @param zone in which days begin
     * @param mostBytes that may wait for the storage
     */
    public record Config(String environment, String version, ZoneId zone, long mostBytes) {}

    /** A file with the folder that it is in. */
    private record Kept(KpiFolder folder, KpiFile file) {}
}

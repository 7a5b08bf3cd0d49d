package io.github.auraauth.adapter.files;

import io.github.auraauth.port.out.kpi.KpiLog;
import io.github.auraauth.testkit.kpi.KpiLogContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileKpiLogTest implements KpiLogContract {
    @TempDir
    private Path root;

    private KpiFolder folder;
    private FileKpiLog log;

    @BeforeEach
    void open() {
        folder = KpiFolder.take(root, "a").orElseThrow();
        log = new FileKpiLog(folder, new KpiCsv("9.9.9"), ZoneOffset.UTC, new DroppedRows(new SimpleMeterRegistry()));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Override
    public KpiLog log() {
        return log;
    }

    @Override
    public List<Instant> times() {
        log.flush();
        log.finish();
        List<Instant> times = new ArrayList<>();
        for (KpiFile file : folder.files()) {
            try {
                Files.readAllLines(file.path()).stream()
                        .skip(1)
                        .map(line -> Instant.parse(line.substring(0, line.indexOf(','))))
                        .forEach(times::add);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return times;
    }
}

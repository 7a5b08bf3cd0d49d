package io.github.auraauth.adapter.files;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.port.out.kpi.KpiLog;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rows into a bounded queue, and writes them from there to the files of this instance. What is written outlives the
 * process, however it ends.
 */
final class FileKpiLog implements KpiLog {
    private static final Logger LOG = LoggerFactory.getLogger(FileKpiLog.class);
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 1_000;
    private static final long LARGEST_FILE = 8L * 1024 * 1024;

    private final BlockingQueue<KpiRow> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final KpiFolder folder;
    private final KpiCsv csv;
    private final ZoneId zone;
    private final DroppedRows dropped;
    private Optional<Open> open = Optional.empty();
    private int sequence;
    private boolean failing;

    /** @param zone in which days begin */
    FileKpiLog(KpiFolder folder, KpiCsv csv, ZoneId zone, DroppedRows dropped) {
        this.folder = folder;
        this.csv = csv;
        this.zone = zone;
        this.dropped = dropped;
    }

    @Override
    public void add(KpiRow row) {
        if (!waiting.offer(requireNonNull(row, "row"))) {
            dropped.atOnce();
        }
    }

    /** Writes the rows that wait. Those that the disk does not take are dropped, which is logged. */
    synchronized void flush() {
        List<KpiRow> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            try {
                write(batch);
                failing = false;
            } catch (IOException e) {
                dropped.unwritten(batch.size());
                fail(e);
            }
            batch.clear();
        }
    }

    /** Writes a head of the audit trail. Where the disk does not take it, the next one tells more than it. */
    synchronized void write(Instant at, ChainHead head) {
        try {
            write(day(at), new StringBuilder(csv.line(at, head)));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(Exception cause) {
        if (!failing) {
            LOG.warn(
                    "KPI rows are lost: AURA_DATA_FOLDER cannot be written: {}",
                    cause.getClass().getSimpleName());
        }
        failing = true;
        finish();
    }

    /** Ends the file that is being written; the next row begins another one. */
    synchronized void finish() {
        try {
            if (open.isPresent()) {
                open.get().stream.close();
            }
        } catch (IOException e) {
            LOG.debug("a KPI file did not close: {}", e.getClass().getSimpleName());
        } finally {
            open = Optional.empty();
        }
    }

    /** Writes the rows that wait, and ends the file: all that there are, of which none is written any more. */
    synchronized List<KpiFile> finished() {
        flush();
        finish();
        return folder.files();
    }

    private void write(List<KpiRow> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        String day = "";
        for (KpiRow row : rows) {
            String its = day(row.time());
            if (!its.equals(day)) {
                write(day, lines);
                lines.setLength(0);
                day = its;
            }
            lines.append(csv.line(row));
        }
        write(day, lines);
    }

    private String day(Instant time) {
        return time.atZone(zone).toLocalDate().toString();
    }

    private void write(String day, StringBuilder lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        if (open.filter(file -> file.day.equals(day) && file.size < LARGEST_FILE)
                .isEmpty()) {
            finish();
            open = Optional.of(new Open(day, folder.newFile(KpiFile.name(++sequence, day))));
            open.get().write(KpiCsv.HEADER);
        }
        open.get().write(lines.toString());
    }

    /** The file that is being written. A stream, since a channel ends where its thread is interrupted. */
    private static final class Open {
        private final String day;
        private final OutputStream stream;
        private long size;

        Open(String day, Path path) throws IOException {
            this.day = day;
            this.stream = new FileOutputStream(path.toFile(), true);
        }

        void write(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            stream.write(bytes);
            size += bytes.length;
        }
    }
}

package io.github.auraauth.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.kpi.KpiKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.testkit.user.SampleUsers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiSpoolTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00.123456Z");
    private static final String HEADER = "time,kind,channelId,authenticationType,result,ms,version\r\n";

    @TempDir
    private Path folder;

    private final Storage storage = new Storage();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void send_rowsOfTwoDays_areAFileOfEachDayOfTheZone() throws Exception {
        try (KpiSpool spool = spool("a")) {
            add(spool, "2026-11-30T22:59:59.999Z");
            add(spool, "2026-11-30T23:00:00Z");
            spool.send(soon());
            add(spool, "2026-11-30T23:00:01Z");
            spool.send(soon());
        }
        assertThat(storage.texts())
                .containsExactly(
                        Map.entry("north/2026-11-30/a-1.csv", HEADER + line("2026-11-30T22:59:59.999Z")),
                        Map.entry("north/2026-12-01/a-2.csv", HEADER + line("2026-11-30T23:00:00Z")),
                        Map.entry("north/2026-12-01/a-3.csv", HEADER + line("2026-11-30T23:00:01Z")));
        assertThat(folder.resolve("kpis")).isEmptyDirectory();
    }

    @Test
    void tell_headOfTheAuditTrail_isALineThatVerifyingReadsAmongTheRows() throws Exception {
        ChainHead head = new ChainHead("Abc123", 42, "0f".repeat(32));
        try (KpiSpool spool = spool("a")) {
            spool.log().add(row(NOON));
            spool.flush();
            spool.tell(head, NOON);
            spool.send(soon());
        }
        String told = "2026-11-30T12:00:00.123Z,audit,,," + head.text() + ",0,9.9.9\r\n";
        assertThat(storage.texts().values()).containsExactly(HEADER + line("2026-11-30T12:00:00.123Z") + told);
        assertThat(ChainHead.find(told)).contains(head);
    }

    @Test
    void send_nothingDone_sendsNothing() throws Exception {
        try (KpiSpool spool = spool("a")) {
            spool.send(soon());
            spool.send(soon());
        }
        assertThat(storage.texts()).isEmpty();
    }

    @Test
    void send_storageRefusesOrLosesItsAnswer_sendsTheSameAgainUntilItHasIt() throws Exception {
        try (KpiSpool spool = spool("a")) {
            storage.fault = Fault.REFUSES;
            spool.log().add(row(NOON));
            assertThatThrownBy(() -> spool.send(soon())).isInstanceOf(Outage.class);
            spool.log().add(row(NOON.plusSeconds(1)));
            storage.fault = Fault.LOSES_ANSWERS;
            assertThatThrownBy(() -> spool.send(soon())).isInstanceOf(Outage.class);
            assertThat(metrics.get("aura.kpi.files.waiting").gauge().value()).isEqualTo(2);
            storage.fault = Fault.NONE;
            spool.send(soon());
            spool.send(soon());
            assertThat(metrics.get("aura.kpi.files.waiting").gauge().value()).isZero();
        }
        assertThat(storage.texts())
                .containsExactly(
                        Map.entry("north/2026-11-30/a-1.csv", HEADER + line("2026-11-30T12:00:00.123Z")),
                        Map.entry("north/2026-11-30/a-2.csv", HEADER + line("2026-11-30T12:00:01.123Z")));
        assertThat(storage.written).containsExactly("a-1.csv", "a-1.csv", "a-2.csv");
    }

    @Test
    void send_earlierLifeLeftFiles_sendsTheirWholeLines() throws Exception {
        try (KpiSpool killed = spool("a")) {
            killed.log().add(row(NOON));
        }
        Path left = files().get(0);
        Files.writeString(left, "2026-11-30T12:00:02Z,regis", StandardOpenOption.APPEND);
        try (KpiSpool next = spool("b")) {
            next.send(soon());
            assertThat(storage.texts())
                    .containsExactly(Map.entry("north/2026-11-30/a-1.csv", HEADER + line("2026-11-30T12:00:00.123Z")));
        }
        assertThat(folder.resolve("kpis")).isEmptyDirectory();
    }

    @Test
    void send_anotherInstanceLivesInTheFolder_leavesItsFiles() throws Exception {
        try (KpiSpool one = spool("a");
                KpiSpool other = spool("b")) {
            one.log().add(row(NOON));
            one.flush();
            other.send(soon());
            assertThat(storage.texts()).isEmpty();
            one.send(soon());
            assertThat(storage.texts()).containsOnlyKeys("north/2026-11-30/a-1.csv");
        }
    }

    @Test
    void send_moreWaitsThanMay_dropsTheOldestAndCountsThem() throws Exception {
        long aboutTwoFiles = 2L * (HEADER.length() + line(NOON.toString()).length());
        try (KpiSpool spool = spool("a", aboutTwoFiles)) {
            storage.fault = Fault.REFUSES;
            for (int i = 0; i < 4; i++) {
                spool.log().add(row(NOON.plusSeconds(i)));
                assertThatThrownBy(() -> spool.send(soon())).isInstanceOf(Outage.class);
            }
            storage.fault = Fault.NONE;
            spool.send(soon());
        }
        assertThat(storage.texts()).containsOnlyKeys("north/2026-11-30/a-3.csv", "north/2026-11-30/a-4.csv");
        assertThat(lost("space")).isEqualTo(2);
    }

    @Test
    void send_moreThanMayIsLeftOfEarlierLives_dropsTheOldestWhateverItsName() throws Exception {
        for (String killed : List.of("z", "a")) {
            try (KpiSpool spool = spool(killed)) {
                spool.log().add(row(NOON));
            }
        }
        Path first = folder.resolve("kpis").resolve("z");
        for (Path file : files()) {
            Instant written = file.startsWith(first) ? NOON : NOON.plusSeconds(1);
            Files.setLastModifiedTime(file, FileTime.from(written));
        }
        long aboutAFile = HEADER.length() + line(NOON.toString()).length();
        try (KpiSpool spool = spool("m", aboutAFile)) {
            spool.send(soon());
        }
        assertThat(storage.texts()).containsOnlyKeys("north/2026-11-30/a-1.csv");
    }

    @Test
    void add_moreAtOnceThanAreWritten_isCountedAndNeverWaits() throws Exception {
        try (KpiSpool spool = spool("a")) {
            for (int i = 0; i < 20_007; i++) {
                spool.log().add(row(NOON));
            }
            assertThat(lost("queue")).isEqualTo(7);
            spool.send(soon());
        }
        assertThat(String.join("", storage.texts().values()).lines()).hasSize(20_001);
    }

    @Test
    void flush_diskTakesNothing_isCountedAndGoesOnOnceItDoes() throws Exception {
        Path inTheWay = Files.writeString(
                Files.createDirectories(folder.resolve("kpis")).resolve("a"), "");
        try (KpiSpool spool = spool("a")) {
            spool.log().add(row(NOON));
            spool.flush();
            assertThat(lost("disk")).isEqualTo(1);
            Files.delete(inTheWay);
            spool.log().add(row(NOON.plusSeconds(1)));
            spool.send(soon());
        }
        assertThat(storage.texts().values()).containsExactly(HEADER + line("2026-11-30T12:00:01.123Z"));
    }

    @Test
    void flush_threadInterrupted_losesNothing() throws Exception {
        try (KpiSpool spool = spool("a")) {
            spool.log().add(row(NOON));
            Thread.currentThread().interrupt();
            spool.flush();
            assertThat(Thread.interrupted()).isTrue();
            spool.log().add(row(NOON));
            spool.send(soon());
        }
        assertThat(String.join("", storage.texts().values()).lines()).hasSize(3);
        assertThat(lost("disk")).isZero();
    }

    @Test
    void flush_whileFilesAreSent_losesNoRow() throws Exception {
        int rows = 3_000;
        try (KpiSpool spool = spool("a")) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < rows; i++) {
                    spool.log().add(row(NOON));
                    spool.flush();
                }
            });
            writer.start();
            while (writer.isAlive()) {
                spool.send(soon());
            }
            spool.send(soon());
        }
        assertThat(storage.texts().values().stream().flatMap(String::lines).filter(line -> line.contains(",register,")))
                .hasSize(rows);
    }

    private KpiSpool spool(String instance) throws Exception {
        return spool(instance, 100_000_000);
    }

    private KpiSpool spool(String instance, long mostBytes) throws Exception {
        var settings = new KpiSpool.Config("north", "9.9.9", ZoneId.of("Europe/Madrid"), mostBytes);
        return new KpiSpool(Files.createDirectories(folder.resolve("kpis")), instance, settings, storage, metrics);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".csv")).toList();
        }
    }

    private double lost(String reason) {
        return metrics.get("aura.kpi.rows.lost").tag("reason", reason).counter().count();
    }

    private static void add(KpiSpool spool, String time) {
        spool.log().add(row(Instant.parse(time)));
    }

    private static KpiRow row(Instant time) {
        return new KpiRow(
                time,
                KpiKind.REGISTER,
                Optional.of(SampleUsers.CHANNEL),
                Optional.empty(),
                KpiResult.CREATED,
                Duration.ofNanos(7_900_000));
    }

    private static String line(String time) {
        return time + ",register," + SampleUsers.CHANNEL.text() + ",,created,7,9.9.9\r\n";
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }

    private enum Fault {
        NONE,
        REFUSES,
        LOSES_ANSWERS
    }

    private static final class Storage implements StoredFiles {
        private final List<String> written = new ArrayList<>();
        private final Map<String, String> texts = new TreeMap<>();
        private Fault fault = Fault.NONE;

        Map<String, String> texts() {
            return texts;
        }

        @Override
        public List<Listed> list(Deadline deadline) {
            throw new AssertionError("nothing is listed");
        }

        @Override
        public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public void write(FileName name, String mediaType, byte[] bytes, Deadline deadline) {
            if (fault == Fault.REFUSES) {
                throw new Outage.UpstreamFailed("storage");
            }
            texts.put(name.text(), new String(bytes, StandardCharsets.UTF_8));
            written.add(name.text().substring(name.text().lastIndexOf('/') + 1));
            if (fault == Fault.LOSES_ANSWERS) {
                throw new Outage.UpstreamTimedOut("storage");
            }
        }
    }
}

package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.app.acceptance.RecordedLoad.Registered;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances behind HAProxy under a steady load. What was acknowledged is in the audit trail and in the KPI files once each,
 * whatever instances are stopped or killed meanwhile.
 */
@Tag("deep")
class RestartsUnderLoadTest {
    private static final int ROUNDS = 3;
    private static final int SOME = 200;

    @TempDir
    private Path folder;

    private final FakeBlobStorage storage = new FakeBlobStorage();
    private ProxyExample example;
    private ProxiedInstances instances;
    private RecordedLoad load;
    private AuditTrail trail;
    private final Deque<Runnable> ends = new ArrayDeque<>(List.of(storage::close));

    @BeforeEach
    void open() throws IOException {
        example = new ProxyExample(folder);
        instances = ProxiedInstances.start(folder, example.instancePorts(), environment());
        ends.push(instances::close);
        ends.push(Haproxy.start(example, folder)::close);
        trail = new AuditTrail(folder.resolve("operator"), instances.environment());
        load = RecordedLoad.start(example);
        ends.push(load::close);
    }

    @AfterEach
    void close() {
        ends.forEach(Runnable::run);
    }

    @Test
    void restarts_inTurns_loseNoRequestAndRecordEachChangeOnce() throws Exception {
        load.awaitAnswers(SOME);
        for (int round = 0; round < ROUNDS; round++) {
            for (int instance = 0; instance < 2; instance++) {
                instances.restart(instance);
                load.awaitAnswers(SOME);
            }
            trail.verify().succeeded();
        }
        load.end();
        assertThat(load.failures()).isEmpty();
        assertStored();
        List<KpiRow> rows = stopAndReadRows();

        assertThat(KpiRow.channelsRegistered(rows))
                .containsExactlyInAnyOrderElementsOf(load.registered().keySet());
        assertThat(rows)
                .filteredOn(row -> row.kind().equals("remove") && row.result().equals("removed"))
                .hasSameSizeAs(load.removed());
        assertThat(trail.objects("user.register")).containsExactlyInAnyOrderElementsOf(acknowledged());
        assertThat(trail.objects("user.remove")).containsExactlyInAnyOrderElementsOf(load.removed());
        assertVerifies(rows);
    }

    @Test
    void kill_ofAnInstance_losesOnlyWhatWasUnderWayAndNothingThatWasAnswered() throws Exception {
        load.awaitAnswers(SOME);
        Instant killed = Instant.now();
        instances.server(0).kill();
        Instant dead = Instant.now();
        load.awaitAnswers(SOME);
        trail.verify().succeeded();
        instances.startAgain(0, ProxiedInstances.THIS);
        load.awaitAnswers(SOME);
        load.end();

        assertThat(load.failures())
                .as("each caller had one call under way")
                .hasSizeLessThanOrEqualTo(RecordedLoad.CALLERS)
                .allMatch(failure -> failure.at().isAfter(killed));
        assertStored();
        List<KpiRow> rows = stopAndReadRows();
        assertThat(KpiRow.channelsRegistered(rows))
                .doesNotHaveDuplicates()
                .containsAll(load.registered().entrySet().stream()
                        .filter(each -> each.getValue().at().isBefore(killed.minusSeconds(1))
                                || each.getValue().at().isAfter(dead.plusSeconds(1)))
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(trail.objects("user.register")).doesNotHaveDuplicates().containsAll(acknowledged());
        assertThat(trail.objects("user.remove")).doesNotHaveDuplicates().containsAll(load.removed());
        assertVerifies(rows);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_PUBLIC_URL", example.address() + "/aura");
        environment.put("AURA_TRUSTED_PROXIES", "127.0.0.1");
        environment.putAll(Servers.kpisIn(storage));
        return environment;
    }

    private List<String> acknowledged() {
        return load.registered().values().stream().map(Registered::auraId).toList();
    }

    /** Whoever was registered is there at both instances, save those who were removed. */
    private void assertStored() {
        assertThat(load.registered()).hasSizeGreaterThan(SOME / 3);
        Set<String> removed = Set.copyOf(load.removed());
        assertThat(removed).isNotEmpty();
        for (int i = 0; i < 2; i++) {
            Api api = new Api(instances.server(i));
            acknowledged()
                    .forEach(id -> Eventually.holds(
                            "the state of each user",
                            () -> api.call(api.read(id)).statusCode() == (removed.contains(id) ? 404 : 200)));
        }
    }

    private List<KpiRow> stopAndReadRows() {
        instances.stop(0);
        instances.stop(1);
        return KpiRow.in(storage);
    }

    /** The trail is good, and ends where the heads say that it does in the logs and in the KPI files. */
    private void assertVerifies(List<KpiRow> rows) {
        Stream<String> logged = instances.output().stream().filter(line -> line.contains("audit head "));
        Stream<String> sent =
                rows.stream().filter(row -> row.kind().equals("audit")).map(KpiRow::line);
        List<String> heads = Stream.concat(logged, sent).toList();
        assertThat(heads).hasSizeGreaterThanOrEqualTo(4);
        Path file = ProxyExample.written(folder.resolve("heads"), String.join("\n", heads));
        assertThat(trail.verify("--heads", file.toString()).succeeded()).contains("good");
    }
}

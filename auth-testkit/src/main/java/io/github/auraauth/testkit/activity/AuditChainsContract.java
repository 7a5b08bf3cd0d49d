package io.github.auraauth.testkit.activity;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.domain.activity.Seal;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AuditChains}. An adapter's test implements it: {@code log()} and {@code chains()} give ones over the
 * same entries, of which there are none when a test begins.
 */
public interface AuditChainsContract extends OutageContract {
    /** The time of the kit's entries of number 0. */
    Instant NOON = Instant.parse("2030-01-02T12:00:00.123Z");

    /** What writes the entries. */
    ActivityLog log();

    /** The port under test. */
    AuditChains chains();

    @Test
    default void visit_entriesOfSeveralChains_givesThemByRisingIdAndWhole() {
        List<AuditEntry> all = new ArrayList<>(List.of(entry("a", 1), entry("a", 2), entry("b", 1)));
        List<String> texts = EdgeCaseTexts.all();
        for (int i = 0; i < texts.size(); i++) {
            all.add(new AuditEntry(
                    new EntryId("c", i).text(),
                    NOON,
                    "an.event",
                    texts.get(i),
                    i % 2 == 0 ? Optional.empty() : Optional.of(texts.get(i)),
                    texts.get(i),
                    i % 3 == 0 ? Optional.empty() : Optional.of(new Seal("kid", texts.get(i), "mac"))));
        }
        List<AuditEntry> mixed = new ArrayList<>(all);
        Collections.reverse(mixed);
        log().append(mixed, soon());
        assertThat(visited()).containsExactlyElementsOf(all);
    }

    @Test
    default void chain_behindANumber_givesSoManyOfThatChainAlone() {
        log().append(
                        List.of(
                                entry("a", 1),
                                entry("b", 3),
                                entry("b", 1),
                                entry("b", 2),
                                entry("b-", 1),
                                entry("c", 1)),
                        soon());
        assertThat(chains().chain("b", 0, 10, soon())).containsExactly(entry("b", 1), entry("b", 2), entry("b", 3));
        assertThat(chains().chain("b", 1, 1, soon())).containsExactly(entry("b", 2));
        assertThat(chains().chain("b", 3, 10, soon())).isEmpty();
        assertThat(chains().chain("unknown", 0, 10, soon())).isEmpty();
    }

    @Test
    default void instancesBefore_aTime_namesThoseOfTheOldestEntriesOnce() {
        log().append(List.of(entry("b", 1), entry("a", 2), entry("a", 3), entry("c", 9)), soon());
        assertThat(chains().instancesBefore(NOON.plusSeconds(4), 10, soon())).containsExactly("b", "a");
        assertThat(chains().instancesBefore(NOON.plusSeconds(4), 1, soon())).containsExactly("b");
        assertThat(chains().instancesBefore(NOON.plusSeconds(1), 10, soon())).isEmpty();
    }

    @Test
    default void removeThrough_anEntry_removesThoseOfTheChainUpToIt() {
        log().append(List.of(entry("a", 1), entry("b", 1), entry("b", 2), entry("b", 3)), soon());
        chains().removeThrough(new ChainHead("b", 2, ""), soon());
        chains().removeThrough(new ChainHead("b", 2, ""), soon());
        assertThat(visited()).containsExactly(entry("a", 1), entry("b", 3));
    }

    @Test
    default void save_anchorOfALowerNumber_changesNothing() {
        assertThat(chains().anchors(soon())).isEmpty();
        chains().save(anchor("a", 0, "first"), soon());
        chains().save(anchor("a", 5, "second"), soon());
        chains().save(anchor("b", 1, "other"), soon());
        chains().save(anchor("a", 4, "late"), soon());
        assertThat(chains().anchors(soon()))
                .containsExactlyInAnyOrder(anchor("a", 5, "second"), anchor("b", 1, "other"));
        chains().save(anchor("a", 5, "again"), soon());
        assertThat(chains().anchors(soon()))
                .containsExactlyInAnyOrder(anchor("a", 5, "again"), anchor("b", 1, "other"));
    }

    @Test
    default void save_manyAtOnce_leavesTheHighestNumber() {
        Race.of(i -> {
            ChainAnchor anchor = anchor("a", i, "mac " + i);
            chains().save(anchor, soon());
            return anchor;
        });
        assertThat(chains().anchors(soon()))
                .extracting(each -> each.head().number())
                .containsExactly(Race.THREADS - 1L);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("anchor", () -> chains().save(nothing(), soon()));
        assertNullIsRefused("each", () -> chains().visit(nothing(), soon()));
        assertNullIsRefused("instance", () -> chains().chain(nothing(), 0, 1, soon()));
        assertNullIsRefused("end", () -> chains().instancesBefore(nothing(), 1, soon()));
        assertNullIsRefused("last", () -> chains().removeThrough(nothing(), soon()));
        assertNullIsRefused("deadline", () -> chains().anchors(nothing()));
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> chains().anchors(passed()));
        assertOutage(() -> chains().save(anchor("a", 0, ""), passed()));
        assertOutage(() -> chains().visit(entry -> {}, passed()));
        assertOutage(() -> chains().chain("a", 0, 1, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AuditChains.class, this::chains)
                .fails((chains, deadline) -> chains.anchors(deadline))
                .fails((chains, deadline) -> chains.save(anchor("a", 0, ""), deadline))
                .fails((chains, deadline) -> chains.visit(entry -> {}, deadline))
                .fails((chains, deadline) -> chains.chain("a", 0, 1, deadline))
                .fails((chains, deadline) -> chains.instancesBefore(NOON, 1, deadline))
                .fails((chains, deadline) -> chains.removeThrough(new ChainHead("a", 1, ""), deadline))
                .whenAway(this);
    }

    private List<AuditEntry> visited() {
        List<AuditEntry> visited = new ArrayList<>();
        chains().visit(visited::add, soon());
        return visited;
    }

    private static AuditEntry entry(String instance, long number) {
        return new AuditEntry(
                new EntryId(instance, number).text(),
                NOON.plusSeconds(number),
                "user.remove",
                "key:1",
                Optional.empty(),
                "an object",
                Optional.of(new Seal("kid", "previous", "mac")));
    }

    private static ChainAnchor anchor(String instance, long number, String mac) {
        return new ChainAnchor(new ChainHead(instance, number, "mac of " + number), number, "kid", mac);
    }
}

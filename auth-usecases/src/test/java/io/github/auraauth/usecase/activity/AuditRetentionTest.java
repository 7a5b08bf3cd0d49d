package io.github.auraauth.usecase.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainFault.Kind;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.AuditRecorders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditRetentionTest {
    private static final Duration TIME = Duration.ofDays(10);

    private final InMemoryActivityLog log = new InMemoryActivityLog();
    private final AuditSealer sealer = new AuditSealer(AuditRecorders.KEYS);
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final ActivityRecorder recorder = AuditRecorders.over(log, log, clock, new SecureRandom());
    private final List<ChainFault> told = new ArrayList<>();
    private final AuditRetention retention = new AuditRetention(log, sealer, TIME, clock, told::add);

    @Test
    void sweep_oldEntries_areGoneAndTheOthersVerify() {
        note(1_500);
        now = now.plus(TIME);
        note(3);
        now = now.plusSeconds(1);
        retention.sweep(soon());
        assertThat(visited()).hasSize(3);
        assertThat(faults(List.of(recorder.head()))).isEmpty();
        retention.sweep(soon());
        note(1);
        assertThat(visited()).hasSize(4);
        assertThat(faults(List.of(recorder.head()))).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void sweep_wholeChainIsOld_goesOnBehindItsAnchor() {
        note(2);
        ChainHead kept = recorder.head();
        now = now.plus(TIME).plusSeconds(1);
        retention.sweep(soon());
        assertThat(visited()).isEmpty();
        assertThat(faults(List.of(kept))).isEmpty();
        note(1);
        assertThat(faults(List.of(kept, recorder.head()))).isEmpty();
    }

    @Test
    void sweep_entryWasRemovedByHand_isRememberedByTheAnchor() {
        note(3);
        AuditEntry last = visited().get(2);
        log.removeThrough(new ChainHead(recorder.head().instance(), 3, ""), soon());
        log.append(List.of(last), soon());
        now = now.plus(TIME).plusSeconds(1);
        retention.sweep(soon());
        note(1);
        assertThat(told).extracting(ChainFault::kind).containsExactly(Kind.MISSING);
        assertThat(faults(List.of())).extracting(ChainFault::kind).containsExactly(Kind.REMOVED_UNVERIFIED);
    }

    @Test
    void sweep_timeOfAnEntryWasAltered_isTold() {
        note(2);
        AuditEntry first = visited().get(0);
        AuditEntry second = visited().get(1);
        log.removeThrough(new ChainHead(recorder.head().instance(), 2, ""), soon());
        log.append(
                List.of(
                        new AuditEntry(
                                first.id(),
                                first.at().minus(Duration.ofDays(100)),
                                first.event(),
                                first.actor(),
                                first.account(),
                                first.object(),
                                first.seal()),
                        second),
                soon());
        retention.sweep(soon());
        assertThat(visited()).containsExactly(second);
        assertThat(told).extracting(ChainFault::kind).containsExactly(Kind.ALTERED);
        assertThat(faults(List.of())).extracting(ChainFault::kind).containsExactly(Kind.REMOVED_UNVERIFIED);
    }

    @Test
    void sweep_anchorWasAltered_isToldAndCounted() {
        note(2);
        String instance = recorder.head().instance();
        log.save(new ChainAnchor(new ChainHead(instance, 1, "0".repeat(64)), 0, "00000000", "0"), soon());
        assertThat(faults(List.of())).extracting(ChainFault::kind).contains(Kind.ANCHOR);
        now = now.plus(TIME).plusSeconds(1);
        retention.sweep(soon());
        assertThat(faults(List.of())).extracting(ChainFault::kind).containsExactly(Kind.REMOVED_UNVERIFIED);
    }

    private void note(int times) {
        for (int i = 0; i < times; i++) {
            recorder.note(Event.USER_REMOVE, Actor.labelled("key:1"), Optional.empty(), "object " + i, soon());
        }
    }

    private List<ChainFault> faults(List<ChainHead> heads) {
        return new AuditTrailService(log, sealer)
                .verify(heads, Instant.MIN, soon())
                .faults();
    }

    private List<AuditEntry> visited() {
        List<AuditEntry> all = new ArrayList<>();
        log.visit(all::add, soon());
        return all;
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), clock);
    }
}

package io.github.auraauth.usecase.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainFault.Kind;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.domain.activity.Seal;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final String OLD_KEY = "an-audit-key-of-the-tests-32-by!";
    private static final String NEW_KEY = "another-audit-key-of-32-bytes!!!";
    private static final AuditSealer SEALER = sealer(OLD_KEY);
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final List<AuditEntry> chain = chain(SEALER, "a", 6);

    @Test
    void end_untouchedChain_isGood() {
        assertThat(faults(chain)).isEmpty();
        assertThat(faults(List.of())).isEmpty();
    }

    @Test
    void end_entryRemoved_namesIt() {
        assertThat(faults(without(2, 3))).containsExactly(new ChainFault("a", 3, 4, Kind.MISSING));
        assertThat(faults(without(0))).containsExactly(new ChainFault("a", 1, 1, Kind.MISSING));
    }

    @Test
    void end_anyFieldAltered_namesTheEntry() {
        AuditEntry entry = chain.get(2);
        Seal seal = entry.seal().orElseThrow();
        List<AuditEntry> altered = List.of(
                copy(
                        entry,
                        entry.at().plusMillis(1),
                        entry.event(),
                        entry.actor(),
                        entry.account(),
                        entry.object(),
                        seal),
                copy(entry, entry.at(), "other", entry.actor(), entry.account(), entry.object(), seal),
                copy(entry, entry.at(), entry.event(), "other", entry.account(), entry.object(), seal),
                copy(entry, entry.at(), entry.event(), entry.actor(), Optional.of(""), entry.object(), seal),
                copy(entry, entry.at(), entry.event(), entry.actor(), entry.account(), "other", seal),
                copy(
                        entry,
                        entry.at(),
                        entry.event(),
                        entry.actor(),
                        entry.account(),
                        entry.object(),
                        new Seal(seal.keyId(), chain.get(0).mac(), seal.mac())),
                copy(
                        entry,
                        entry.at(),
                        entry.event(),
                        entry.actor(),
                        entry.account(),
                        entry.object(),
                        new Seal(seal.keyId(), seal.previous(), chain.get(0).mac())));
        for (AuditEntry each : altered) {
            assertThat(faults(with(2, each))).containsExactly(new ChainFault("a", 3, 3, Kind.ALTERED));
        }
    }

    @Test
    void end_textMovedFromOneFieldToTheNext_isAltered() {
        AuditEntry entry = chain.get(2);
        AuditEntry moved = copy(
                entry,
                entry.at(),
                entry.event() + "k",
                "ey:1",
                entry.account(),
                entry.object(),
                entry.seal().orElseThrow());
        assertThat(faults(with(2, moved))).extracting(ChainFault::kind).containsExactly(Kind.ALTERED);
    }

    @Test
    void end_entriesInAnotherOrder_namesBoth() {
        List<AuditEntry> swapped = new ArrayList<>(chain);
        swapped.set(2, renamed(chain.get(3), chain.get(2).id()));
        swapped.set(3, renamed(chain.get(2), chain.get(3).id()));
        assertThat(faults(swapped))
                .containsExactly(
                        new ChainFault("a", 3, 3, Kind.OUT_OF_ORDER), new ChainFault("a", 4, 4, Kind.OUT_OF_ORDER));
    }

    @Test
    void end_chainRecomputedByAnotherKey_isByNoKnownKeyOrAltered() {
        List<AuditEntry> recomputed = chain(sealer(NEW_KEY), "a", 6);
        assertThat(faults(recomputed)).hasSize(6).allMatch(fault -> fault.kind() == Kind.UNKNOWN_KEY);
        String known = chain.get(0).seal().orElseThrow().keyId();
        List<AuditEntry> disguised = recomputed.stream()
                .map(entry -> entry.with(new Seal(
                        known,
                        entry.seal().orElseThrow().previous(),
                        entry.seal().orElseThrow().mac())))
                .toList();
        assertThat(faults(disguised)).hasSize(6).allMatch(fault -> fault.kind() == Kind.ALTERED);
    }

    @Test
    void end_sealTakenAway_isToldUnlessOfBefore() {
        AuditEntry entry = chain.get(0);
        AuditEntry bare = new AuditEntry(
                entry.id(),
                entry.at(),
                entry.event(),
                entry.actor(),
                entry.account(),
                entry.object(),
                Optional.empty());
        assertThat(faults(with(0, bare))).extracting(ChainFault::kind).containsExactly(Kind.UNSEALED);
        var tolerant = new ChainVerifier("a", Optional.empty(), SEALER, NOON.plusSeconds(60));
        tolerant.accept(new EntryId("a", 1), bare);
        assertThat(tolerant.end()).isEmpty();
        AuditEntry later = chain.get(3);
        AuditEntry stripped = new AuditEntry(
                later.id(),
                later.at(),
                later.event(),
                later.actor(),
                later.account(),
                later.object(),
                Optional.empty());
        var chained = new ChainVerifier("a", Optional.empty(), SEALER, NOON.plusSeconds(60));
        accept(chained, with(3, stripped));
        assertThat(chained.end()).extracting(ChainFault::kind).containsExactly(Kind.UNSEALED);
    }

    @Test
    void end_keysRotated_verifiesByEveryKeyOfTheList() {
        List<AuditEntry> rotated = new ArrayList<>(chain);
        AuditSealer both = sealer(NEW_KEY + "," + OLD_KEY);
        rotated.add(both.seal(bare("a", 7), chain.get(5).mac()));
        assertThat(rotated.get(6).seal().orElseThrow().keyId())
                .isNotEqualTo(rotated.get(5).seal().orElseThrow().keyId());
        var verifier = new ChainVerifier("a", Optional.empty(), both, Instant.MIN);
        accept(verifier, rotated);
        assertThat(verifier.end()).isEmpty();
    }

    @Test
    void end_tailCut_isToldByAHeadAlone() {
        ChainHead head = new ChainHead("a", 6, chain.get(5).mac());
        assertThat(faults(chain.subList(0, 4))).isEmpty();
        assertThat(faults(chain.subList(0, 4), head)).containsExactly(new ChainFault("a", 5, 6, Kind.TAIL_CUT));
        assertThat(faults(List.of(), head)).containsExactly(new ChainFault("a", 1, 6, Kind.TAIL_CUT));
        assertThat(faults(chain, head)).isEmpty();
    }

    @Test
    void end_chainRewrittenWithTheKey_isToldByAHead() {
        List<AuditEntry> rewritten = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= 6; i++) {
            AuditEntry bare = bare("a", i);
            AuditEntry changed = new AuditEntry(
                    bare.id(),
                    bare.at(),
                    bare.event(),
                    "somebody else",
                    bare.account(),
                    bare.object(),
                    Optional.empty());
            rewritten.add(SEALER.seal(changed, previous));
            previous = rewritten.get(i - 1).mac();
        }
        assertThat(faults(rewritten)).isEmpty();
        assertThat(faults(rewritten, new ChainHead("a", 4, chain.get(3).mac())))
                .containsExactly(new ChainFault("a", 4, 4, Kind.REWRITTEN));
    }

    @Test
    void find_lineOfTheLog_givesTheHead() {
        ChainHead head = new ChainHead("kT9x", 12, "ab".repeat(32));
        assertThat(ChainHead.find("{\"lvl\":\"INFO\",\"msg\":\"audit head " + head.text() + "\"}"))
                .contains(head);
        assertThat(ChainHead.find(head.text())).contains(head);
        assertThat(ChainHead.find("GET /users 200")).isEmpty();
    }

    private List<AuditEntry> without(int... indexes) {
        List<AuditEntry> left = new ArrayList<>(chain);
        for (int i = indexes.length - 1; i >= 0; i--) {
            left.remove(indexes[i]);
        }
        return left;
    }

    private List<AuditEntry> with(int index, AuditEntry entry) {
        List<AuditEntry> changed = new ArrayList<>(chain);
        changed.set(index, entry);
        return changed;
    }

    private static List<ChainFault> faults(List<AuditEntry> entries, ChainHead... heads) {
        var verifier = new ChainVerifier("a", Optional.empty(), SEALER, Instant.MIN);
        List.of(heads).forEach(verifier::expect);
        accept(verifier, entries);
        return verifier.end();
    }

    private static void accept(ChainVerifier verifier, List<AuditEntry> entries) {
        entries.forEach(entry -> verifier.accept(EntryId.parse(entry.id()).orElseThrow(), entry));
    }

    private static List<AuditEntry> chain(AuditSealer sealer, String instance, int length) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = "";
        for (int i = 1; i <= length; i++) {
            chain.add(sealer.seal(bare(instance, i), previous));
            previous = chain.get(i - 1).mac();
        }
        return chain;
    }

    private static AuditEntry bare(String instance, long number) {
        return new AuditEntry(
                new EntryId(instance, number).text(),
                NOON.plusSeconds(number),
                "user.remove",
                "key:1",
                Optional.empty(),
                "object " + number,
                Optional.empty());
    }

    private static AuditEntry renamed(AuditEntry entry, String id) {
        return new AuditEntry(
                id, entry.at(), entry.event(), entry.actor(), entry.account(), entry.object(), entry.seal());
    }

    private static AuditEntry copy(
            AuditEntry entry,
            Instant at,
            String event,
            String actor,
            Optional<String> account,
            String object,
            Seal seal) {
        return new AuditEntry(entry.id(), at, event, actor, account, object, Optional.of(seal));
    }

    private static AuditSealer sealer(String keys) {
        return new AuditSealer(EncryptionKeys.parse("aes-256-cbc", keys));
    }
}

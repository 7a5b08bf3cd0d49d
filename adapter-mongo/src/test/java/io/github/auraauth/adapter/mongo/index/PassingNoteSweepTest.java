package io.github.auraauth.adapter.mongo.index;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.erasure.MongoErasedAuraIds;
import io.github.auraauth.adapter.mongo.login.MongoLoginStateUses;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.out.login.LoginStateUses.StateUseOutcome;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must be remembered stays, and nothing stays longer. */
class PassingNoteSweepTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String HEX = "a".repeat(64);

    private final SettableClock clock = SettableClock.startingNow();
    private final Instant end = clock.instant().plus(Duration.ofMinutes(11));
    private final ExpiredDocumentSweep sweep =
            new ExpiredDocumentSweep(DATABASE.connection(), IndexDefinition.bundled(), clock);
    private final MongoLoginStateUses uses = new MongoLoginStateUses(DATABASE.connection());
    private final MongoErasedAuraIds erased = new MongoErasedAuraIds(DATABASE.connection());

    @Test
    void sweep_beforeTheEnd_keepsAll() {
        note();
        clock.advance(Duration.ofMinutes(10));
        assertThat(sweep.sweep(soon())).isZero();
        assertThat(uses.use(new StateDigest(HEX), end, soon())).isEqualTo(StateUseOutcome.REPEATED);
        assertThat(erased.erasedAt(new HashedAuraId(HEX), soon())).isPresent();
    }

    @Test
    void sweep_afterTheEnd_keepsNothing() {
        note();
        clock.advance(Duration.ofMinutes(12));
        assertThat(sweep.sweep(soon())).isEqualTo(2);
        assertThat(DATABASE.stored("loginStates")).isEmpty();
        assertThat(DATABASE.stored("erasedAuraIds")).isEmpty();
    }

    @Test
    void note_stored_holdsPseudonymAndTimesOnly() {
        note();
        assertThat(DATABASE.stored("loginStates"))
                .singleElement()
                .satisfies(note -> assertThat(note.keySet()).containsExactlyInAnyOrder("_id", "end"));
        assertThat(DATABASE.stored("erasedAuraIds"))
                .singleElement()
                .satisfies(note -> assertThat(note.keySet()).containsExactlyInAnyOrder("_id", "erasedAt", "end"));
    }

    private void note() {
        uses.use(new StateDigest(HEX), end, soon());
        erased.note(Set.of(new HashedAuraId(HEX)), clock.instant(), end, soon());
    }
}

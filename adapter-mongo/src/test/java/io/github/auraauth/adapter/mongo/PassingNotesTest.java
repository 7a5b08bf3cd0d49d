package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.out.LoginStateUses.StateUseOutcome;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What must be remembered stays, and nothing stays longer. */
class PassingNotesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String HEX = "a".repeat(64);

    private final SettableClock clock = SettableClock.startingNow();
    private final Instant end = clock.instant().plus(Duration.ofMinutes(11));
    private final PassingNotes notes = new PassingNotes(DATABASE.connection(), clock);
    private final MongoLoginStateUses uses = new MongoLoginStateUses(DATABASE.connection());
    private final MongoErasedAuraIds erased = new MongoErasedAuraIds(DATABASE.connection());

    @Test
    void forget_beforeTheEnd_keepsAll() {
        note();
        clock.advance(Duration.ofMinutes(10));
        assertThat(notes.forget(soon())).isZero();
        assertThat(uses.use(new StateDigest(HEX), end, soon())).isEqualTo(StateUseOutcome.REPEATED);
        assertThat(erased.erasedAt(new HashedAuraId(HEX), soon())).isPresent();
    }

    @Test
    void forget_afterTheEnd_keepsNothing() {
        note();
        clock.advance(Duration.ofMinutes(12));
        assertThat(notes.forget(soon())).isEqualTo(2);
        assertThat(DATABASE.stored(PassingNotes.LOGIN_STATES)).isEmpty();
        assertThat(DATABASE.stored(PassingNotes.ERASED_AURA_IDS)).isEmpty();
    }

    @Test
    void note_stored_holdsPseudonymAndTimesOnly() {
        note();
        assertThat(DATABASE.stored(PassingNotes.LOGIN_STATES))
                .singleElement()
                .satisfies(note -> assertThat(note.keySet()).containsExactlyInAnyOrder("_id", "end"));
        assertThat(DATABASE.stored(PassingNotes.ERASED_AURA_IDS))
                .singleElement()
                .satisfies(note -> assertThat(note.keySet()).containsExactlyInAnyOrder("_id", "erasedAt", "end"));
    }

    private void note() {
        uses.use(new StateDigest(HEX), end, soon());
        erased.note(Set.of(new HashedAuraId(HEX)), clock.instant(), end, soon());
    }
}

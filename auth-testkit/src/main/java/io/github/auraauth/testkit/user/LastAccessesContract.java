package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LastAccesses}. An adapter's test implements it: {@code lastAccesses()} writes to the rows that
 * {@code store()} reads, which holds nothing when a test begins and was constructed with {@code clock()}. A note may
 * come late, so that what must not happen is looked for once a note that was given after it has come.
 */
public interface LastAccessesContract extends UserStoreFixture {
    /** The interval that the kit notes with. */
    Duration INTERVAL = Duration.ofHours(24);

    /** What notes accesses in the rows of {@link #store()}. */
    LastAccesses lastAccesses();

    @Test
    default void note_olderThanTheInterval_changesNothingButLastAccess() {
        User user = seen("a");
        Instant at = user.lastAccess().plus(INTERVAL).plusMillis(1);
        lastAccesses().note(user.auraId(), at, INTERVAL);
        awaitStored(SampleUsers.withLastAccess(user, at));
    }

    @Test
    default void note_olderByExactlyTheInterval_isWritten() {
        User user = seen("a");
        Instant at = user.lastAccess().plus(INTERVAL);
        lastAccesses().note(user.auraId(), at, INTERVAL);
        awaitStored(SampleUsers.withLastAccess(user, at));
    }

    @Test
    default void note_youngerThanTheInterval_isNotWritten() {
        User user = seen("a");
        lastAccesses().note(user.auraId(), user.lastAccess().plus(INTERVAL).minusMillis(1), INTERVAL);
        awaitLaterNotes();
        assertStored(user);
    }

    @Test
    default void note_earlierThanStored_isNotWritten() {
        User user = seen("a");
        lastAccesses().note(user.auraId(), user.lastAccess().minusSeconds(1), Duration.ZERO);
        awaitLaterNotes();
        assertStored(user);
    }

    @Test
    default void note_unknownUser_makesNone() {
        lastAccesses().note(user("a").auraId(), now(), INTERVAL);
        awaitLaterNotes();
        assertThat(store().find(user("a").auraId(), soon())).isEmpty();
        assertThat(store().insert(user("a"), soon())).isEqualTo(InsertOutcome.INSERTED);
    }

    @Test
    default void note_expiredOrRemovedUser_bringsNobodyBack() {
        User removed = seen("a");
        store().remove(removed.auraId(), RemovalCondition.ALWAYS, soon());
        User expired = expiring("b");
        store().insert(expired, soon());
        expire();
        lastAccesses().note(removed.auraId(), now().plus(INTERVAL), Duration.ZERO);
        lastAccesses().note(expired.auraId(), now().plus(INTERVAL), Duration.ZERO);
        awaitLaterNotes();
        assertThat(store().find(removed.auraId(), soon())).isEmpty();
        assertThat(store().find(expired.auraId(), soon())).isEmpty();
    }

    @Test
    default void note_betweenMilliseconds_isKeptToTheMillisecond() {
        User user = seen("a");
        Instant at = Instant.parse("2099-02-03T04:05:06.789987654Z");
        lastAccesses().note(user.auraId(), at, INTERVAL);
        awaitStored(SampleUsers.withLastAccess(user, Instant.parse("2099-02-03T04:05:06.789Z")));
    }

    @Test
    default void note_oddAndLongestAuraIds_areNotedEach() {
        List<String> texts = EdgeCaseTexts.all();
        List<User> users = IntStream.rangeClosed(0, texts.size())
                .mapToObj(i -> SampleUsers.withAuraId(
                        user("odd-" + i), i < texts.size() ? texts.get(i) : EdgeCaseTexts.ofLength(AuraId.LONGEST)))
                .toList();
        users.forEach(user -> store().insert(user, soon()));
        for (int i = 0; i < users.size(); i++) {
            Instant at = users.get(i).lastAccess().plus(INTERVAL).plusMillis(i);
            lastAccesses().note(users.get(i).auraId(), at, INTERVAL);
            awaitStored(SampleUsers.withLastAccess(users.get(i), at));
        }
    }

    @Test
    default void note_concurrentlyForOneUser_writesOneOfThem() {
        User user = seen("a");
        Instant first = user.lastAccess().plus(INTERVAL);
        Race.of(i -> {
            lastAccesses().note(user.auraId(), first.plusMillis(i), INTERVAL);
            return i;
        });
        awaitLaterNotes();
        Eventually.holds("one note is written", () -> !stored(user).lastAccess().equals(user.lastAccess()));
        assertThat(stored(user).lastAccess()).isBetween(first, first.plusMillis(Race.THREADS - 1));
    }

    @Test
    default void note_whileReplaced_undoesNoReplacement() {
        User user = seen("a");
        Instant late = user.lastAccess().plus(INTERVAL.multipliedBy(2));
        User current = user;
        for (int i = 0; i < 20; i++) {
            lastAccesses().note(user.auraId(), late.plusMillis(i), Duration.ZERO);
            User next = SampleUsers.withAuthorization(
                    SampleUsers.renewedAt(current, current.registeredAt().plusMillis(1)), "fake-authorization-" + i);
            assertThat(store().replace(current, next, soon())).isEqualTo(ReplaceOutcome.REPLACED);
            current = next;
        }
        awaitLaterNotes();
        assertThat(SampleUsers.withLastAccess(stored(user), current.lastAccess()))
                .isEqualTo(current);
    }

    @Test
    default void note_nullArgument_isRefusedByName() {
        AuraId auraId = user("a").auraId();
        assertNullIsRefused("auraId", () -> lastAccesses().note(nothing(), now(), INTERVAL));
        assertNullIsRefused("at", () -> lastAccesses().note(auraId, nothing(), INTERVAL));
        assertNullIsRefused("interval", () -> lastAccesses().note(auraId, now(), nothing()));
    }

    @Test
    default void note_storeAway_returnsAndThrowsNothing() {
        AuraId auraId = user("a").auraId();
        OutageCheck.ofStore(LastAccesses.class, this::lastAccesses)
                .completes(accesses -> accesses.note(auraId, now(), INTERVAL))
                .whenAway(this);
    }

    private User seen(String name) {
        User user = user(name);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private User stored(User user) {
        return store().find(user.auraId(), soon()).orElseThrow();
    }

    private void awaitStored(User user) {
        Eventually.holds("the note is written", () -> stored(user).equals(user));
    }

    private void assertStored(User user) {
        assertThat(stored(user)).isEqualTo(user);
    }

    /** Notes an access of somebody else, and waits for it. */
    private void awaitLaterNotes() {
        User marker = seen("marker");
        Instant at = marker.lastAccess().plus(INTERVAL);
        lastAccesses().note(marker.auraId(), at, INTERVAL);
        awaitStored(SampleUsers.withLastAccess(marker, at));
    }
}

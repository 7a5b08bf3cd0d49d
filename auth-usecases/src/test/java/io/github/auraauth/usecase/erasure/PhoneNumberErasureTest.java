package io.github.auraauth.usecase.erasure;

import static io.github.auraauth.usecase.Environment.by;
import static io.github.auraauth.usecase.Environment.ending;
import static io.github.auraauth.usecase.Environment.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.user.UserWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhoneNumberErasureTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+34600000001");
    private static final Duration MEMORY = Duration.ofMinutes(12);

    private final Environment environment = new Environment();
    private final List<String> removed = new ArrayList<>();
    private final List<Erasure> elsewhere = new ArrayList<>();
    private int removalsUntilOutage = Integer.MAX_VALUE;
    private boolean elsewhereAway;
    private boolean directoryAway;
    private int begunTimes;
    private final Runnable begun = () -> begunTimes++;
    private final List<UserRow> unreadable = new ArrayList<>();
    private final UserDirectory directory = new WatchedDirectory();
    private final PhoneNumberErasure erasure = new PhoneNumberErasure(
            environment.journal,
            new PersonRows(
                    directory,
                    new UserWriter(environment.store, environment.coherentCache()),
                    new ErasedAuraIdRecorder(environment.erased, environment.hasher, MEMORY, environment.clock)),
            this::erasedElsewhere,
            environment.clock,
            environment.random);

    @Test
    void erase_unknownNumber_findsNothingAndLeavesNoTrace() {
        insert("stranger", registration("session-1", "stranger"));

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.NOTHING_STORED);
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
        assertThat(removed).isEmpty();
    }

    @Test
    void erase_person_removesCarriersAndSiblingsAndNobodyElse() {
        insertPerson();
        insert("stranger", registration("session-9", "stranger"));

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);

        assertThat(removed).containsExactlyInAnyOrder("sibling", "carrier-1", "carrier-2");
        assertThat(environment.store.find(new AuraId("stranger"), environment.soon()))
                .isPresent();
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.NOTHING_STORED);
    }

    @Test
    void erase_person_removesSiblingsFirst() {
        insertPerson();

        erasure.erase(NUMBER, begun, environment.soon());

        assertThat(removed).startsWith("sibling");
    }

    @Test
    void erase_person_isNotedForLoginsThatBeganBefore() {
        insertPerson();
        insert("stranger", registration("session-9", "stranger"));

        erasure.erase(NUMBER, begun, environment.soon());

        for (String auraId : List.of("sibling", "carrier-1", "carrier-2")) {
            assertThat(environment.erased.erasedAt(environment.hasher.hash(new AuraId(auraId)), environment.soon()))
                    .as(auraId)
                    .isPresent();
        }
        assertThat(environment.erased.erasedAt(environment.hasher.hash(new AuraId("stranger")), environment.soon()))
                .isEmpty();
    }

    @Test
    void erase_rowsThatCannotBeRead_removesThemAndTheirSiblings() {
        unreadable.add(row("carrier-without-channel", Optional.of("some-aura-id"), "anne"));
        unreadable.add(row("carrier-with-slash", Optional.of("a/b"), "42\n"));
        unreadable.add(row("sibling-of-slash", Optional.empty(), "42\n"));
        unreadable.add(row("stranger", Optional.of("c/d"), "somebody else"));
        insert("sibling", registration("session-3", "anne"));

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);

        assertThat(removed)
                .containsExactlyInAnyOrder(
                        "carrier-without-channel", "carrier-with-slash", "sibling-of-slash", "sibling");
        assertThat(removed.subList(0, 2)).containsExactlyInAnyOrder("sibling-of-slash", "sibling");
        assertThat(unreadable).extracting(UserRow::key).containsExactly("stranger");
        assertThat(elsewhere.get(0).identifiers()).contains("a/b", "42\n", "some-aura-id", "sibling");
        assertThat(environment.journal.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.counts()).isEqualTo(new ErasureCounts(4, 7)));
        assertThat(environment.erased.erasedAt(environment.hasher.hash(new AuraId("some-aura-id")), environment.soon()))
                .isPresent();
    }

    @Test
    void erase_expiredRows_removesThemToo() {
        insert(
                "expired",
                ending(
                        by(registration("session-1", "anne"), Authentication.of(NUMBER)),
                        environment.clock.instant().plusSeconds(1)));
        environment.clock.pass(Duration.ofSeconds(2));

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);
        assertThat(removed).containsExactly("expired");
    }

    @Test
    void erase_interruptedByAnOutage_isFinishedByResume() {
        insertPerson();
        removalsUntilOutage = 1;
        assertThatThrownBy(() -> erasure.erase(NUMBER, begun, environment.soon()))
                .isInstanceOf(Outage.class);
        assertThat(environment.journal.unfinished(environment.soon())).hasSize(1);
        removalsUntilOutage = Integer.MAX_VALUE;

        erasure.resume(environment.soon());

        assertThat(removed).containsExactlyInAnyOrder("sibling", "carrier-1", "carrier-2");
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
    }

    @Test
    void erase_begun_isToldOnceTheJournalHoldsItAndOnlyThen() {
        erasure.erase(NUMBER, begun, environment.soon());
        assertThat(begunTimes).as("nothing is stored").isZero();
        insertPerson();
        directoryAway = true;
        assertThatThrownBy(() -> erasure.erase(NUMBER, begun, environment.soon()))
                .isInstanceOf(Outage.class);
        assertThat(begunTimes).as("the journal was not written").isZero();
        directoryAway = false;
        removalsUntilOutage = 1;
        assertThatThrownBy(() -> erasure.erase(
                        NUMBER,
                        () -> {
                            begunTimes++;
                            assertThat(environment.journal.unfinished(environment.soon()))
                                    .hasSize(1);
                        },
                        environment.soon()))
                .isInstanceOf(Outage.class);
        assertThat(begunTimes).isEqualTo(1);
        removalsUntilOutage = 0;
        assertThatThrownBy(() -> erasure.erase(NUMBER, begun, environment.soon()))
                .isInstanceOf(Outage.class);
        assertThat(begunTimes).as("the journal held it already").isGreaterThan(1);
    }

    @Test
    void erase_unfinishedErasureWithoutRows_isFinishedAndSaysErased() {
        insertPerson();
        removalsUntilOutage = 0;
        assertThatThrownBy(() -> erasure.erase(NUMBER, begun, environment.soon()))
                .isInstanceOf(Outage.class);
        List.of("sibling", "carrier-1", "carrier-2")
                .forEach(id -> environment.store.remove(new AuraId(id), RemovalCondition.ALWAYS, environment.soon()));

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
    }

    @Test
    void erase_person_erasesElsewhereByEveryIdentifierAndLeavesAReceipt() {
        insertPerson();

        erasure.erase(NUMBER, begun, environment.soon());

        assertThat(elsewhere).hasSize(1);
        assertThat(elsewhere.get(0).identifiers())
                .contains("carrier-1", "carrier-2", "sibling", "anne")
                .contains(environment
                        .identities
                        .globalId(Authentication.of(NUMBER))
                        .text());
        assertThat(environment.journal.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.counts()).isEqualTo(new ErasureCounts(3, 7)));
    }

    @Test
    void erase_elsewhereAway_saysErasedAndIsFinishedByResume() {
        insertPerson();
        elsewhereAway = true;

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);
        assertThat(environment.journal.unfinished(environment.soon())).hasSize(1);
        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);
        assertThatThrownBy(() -> erasure.resume(environment.soon())).isInstanceOf(Outage.class);
        elsewhereAway = false;
        erasure.resume(environment.soon());

        assertThat(elsewhere).hasSize(1);
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
        assertThat(environment.journal.receipts()).hasSize(1);
        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.NOTHING_STORED);
    }

    @Test
    void resume_personRegisteredAnewMeanwhile_keepsTheNewRow() {
        insertPerson();
        elsewhereAway = true;
        erasure.erase(NUMBER, begun, environment.soon());
        insert("new", by(registration("session-9", "anne"), Authentication.of(NUMBER)));
        elsewhereAway = false;

        erasure.resume(environment.soon());

        assertThat(environment.store.find(new AuraId("new"), environment.soon()))
                .isPresent();
        assertThat(environment.journal.unfinished(environment.soon())).isEmpty();
    }

    @Test
    void erase_againWhileTheFirstIsOpen_erasesTheNewRowAndFinishesBoth() {
        insertPerson();
        elsewhereAway = true;
        erasure.erase(NUMBER, begun, environment.soon());
        insert("new", by(registration("session-9", "anne"), Authentication.of(NUMBER)));
        elsewhereAway = false;

        assertThat(erasure.erase(NUMBER, begun, environment.soon())).isEqualTo(ErasureOutcome.ERASED);

        assertThat(removed).contains("new");
        assertThat(environment.journal.receipts()).hasSize(2);
    }

    @Test
    void resume_oneFails_finishesTheOthers() {
        insertPerson();
        elsewhereAway = true;
        erasure.erase(NUMBER, begun, environment.soon());
        PhoneNumber other = new PhoneNumber("+34600000002");
        insert("other", by(registration("session-8", "boris"), Authentication.of(other)));
        removalsUntilOutage = 0;
        assertThatThrownBy(() -> erasure.erase(other, begun, environment.soon()))
                .isInstanceOf(Outage.class);
        removalsUntilOutage = Integer.MAX_VALUE;

        assertThatThrownBy(() -> erasure.resume(environment.soon())).isInstanceOf(Outage.class);

        assertThat(removed).contains("other");
    }

    private static UserRow row(String key, Optional<String> auraId, String userId) {
        return new UserRow(key, auraId, Optional.of(userId), Optional.empty(), Optional.empty());
    }

    private long erasedElsewhere(Erasure erasure, Deadline deadline) {
        if (elsewhereAway) {
            throw new Outage.TimedOut("terms");
        }
        elsewhere.add(erasure);
        return 7;
    }

    private void insertPerson() {
        insert("carrier-1", by(registration("session-1", "anne"), Authentication.of(NUMBER)));
        insert("carrier-2", by(registration("session-2", "anne"), Authentication.of(NUMBER)));
        insert("sibling", registration("session-3", "anne"));
    }

    private void insert(String auraId, Registration registration) {
        User user = User.registered(
                new AuraId(auraId),
                environment.identities.globalId(registration.authentication()),
                registration,
                environment.clock.instant());
        assertThat(environment.store.insert(user, environment.soon())).isEqualTo(UserStore.InsertOutcome.INSERTED);
    }

    /** The directory of the store and of rows that another program wrote, whose removals are seen. */
    private final class WatchedDirectory implements UserDirectory {
        private final UserDirectory real = environment.store;

        @Override
        public List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline) {
            return and(
                    real.findByAuthentication(authentication, deadline),
                    row -> row.key().startsWith("carrier"));
        }

        @Override
        public List<UserRow> findByUserId(String userId, Deadline deadline) {
            if (directoryAway) {
                throw new Outage.TimedOut("the store");
            }
            return and(real.findByUserId(userId, deadline), row -> row.userId().equals(Optional.of(userId)));
        }

        @Override
        public RemoveOutcome remove(UserRow row, Deadline deadline) {
            if (removalsUntilOutage-- == 0) {
                throw new Outage.TimedOut("the store");
            }
            removed.add(row.key());
            if (unreadable.remove(row)) {
                return RemoveOutcome.REMOVED;
            }
            return real.remove(row, deadline);
        }

        private List<UserRow> and(List<UserRow> readable, Predicate<UserRow> wanted) {
            return Stream.concat(readable.stream(), unreadable.stream().filter(wanted))
                    .toList();
        }
    }
}

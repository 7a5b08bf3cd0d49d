package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.AuraIdTaken;
import io.github.auraauth.port.out.user.UserStore.AuthorizationTaken;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Inserting, finding and removing. */
interface UserStoreReadWriteTests extends UserStoreFixture {

    @Test
    default void find_nobodyInserted_isEmpty() {
        User user = user("a");
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
    }

    @Test
    default void insert_free_isFoundAsGivenByBothIdentifiers() {
        User user = SampleUsers.expiringAt(user("a"), now().plusSeconds(60));
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertStored(user);
        assertThat(store().find(user("b").auraId(), soon())).isEmpty();
    }

    @Test
    default void insert_withoutHintAndEnd_isFoundWithoutThem() {
        Registration from = SampleUsers.registration("a");
        Registration bare = new Registration(
                from.channelId(),
                from.userId(),
                from.authorizationId(),
                from.authentication(),
                Optional.empty(),
                Optional.empty());
        User user = SampleUsers.withRegistration(user("a"), bare);
        store().insert(user, soon());
        assertStored(user);
    }

    @Test
    default void insert_auraIdTaken_reportsItAndChangesNothing() {
        User first = inserted(user("a"));
        User second = SampleUsers.withAuraId(user("b"), first.auraId().value());
        assertThat(store().insert(second, soon())).isEqualTo(new AuraIdTaken(first));
        assertStored(first);
        assertThat(store().findByAuthorization(second.registration().authorizationId(), soon()))
                .isEmpty();
    }

    @Test
    default void insert_authorizationTaken_reportsItAndChangesNothing() {
        User first = inserted(user("a"));
        User second = SampleUsers.withAuthorization(
                user("b"), first.registration().authorizationId().value());
        assertThat(store().insert(second, soon())).isEqualTo(new AuthorizationTaken(first));
        assertStored(first);
        assertThat(store().find(second.auraId(), soon())).isEmpty();
    }

    @Test
    default void insert_sameUserTwice_isRefusedTheSecondTime() {
        User user = inserted(user("a"));
        assertThat(store().insert(user, soon())).isEqualTo(new AuraIdTaken(user));
        assertStored(user);
    }

    @Test
    default void insert_allElseShared_isNoConflict() {
        User first = inserted(user("a"));
        User second = SampleUsers.withAuthorization(
                SampleUsers.withAuraId(first, "fake-other-aura"), "fake-other-authorization");
        assertThat(store().insert(second, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertStored(first);
        assertStored(second);
    }

    @Test
    default void remove_present_isGoneAndItsIdentifiersAreFree() {
        User user = inserted(user("a"));
        User other = inserted(user("b"));
        assertThat(store().remove(user.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.REMOVED);
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertStored(other);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertStored(user);
    }

    @Test
    default void remove_twiceOrUnknown_isAbsent() {
        User user = inserted(user("a"));
        store().remove(user.auraId(), RemovalCondition.ALWAYS, soon());
        assertThat(store().remove(user.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
        assertThat(store().remove(user("b").auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        User user = user("a");
        AuthorizationId authorizationId = user.registration().authorizationId();
        assertNullIsRefused("user", () -> store().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().insert(user, nothing()));
        assertNullIsRefused("auraId", () -> store().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().find(user.auraId(), nothing()));
        assertNullIsRefused("auraId", () -> store().findRow(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findRow(user.auraId(), nothing()));
        assertNullIsRefused("authorizationId", () -> store().findByAuthorization(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findByAuthorization(authorizationId, nothing()));
        assertNullIsRefused("auraGlobalId", () -> store().findNewest(nothing(), SampleUsers.CHANNEL, soon()));
        assertNullIsRefused("channelId", () -> store().findNewest(user.auraGlobalId(), nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, nothing()));
        assertNullIsRefused("expected", () -> store().replace(nothing(), user, soon()));
        assertNullIsRefused("replacement", () -> store().replace(user, nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().replace(user, user, nothing()));
        assertNullIsRefused("auraId", () -> store().remove(nothing(), RemovalCondition.ALWAYS, soon()));
        assertNullIsRefused("deadline", () -> store().remove(user.auraId(), RemovalCondition.ALWAYS, nothing()));
        assertThat(store().find(user.auraId(), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        User user = inserted(user("a"));
        assertOutage(() -> store().insert(user("b"), passed()));
        assertOutage(() -> store().find(user.auraId(), passed()));
        assertOutage(() -> store().findRow(user.auraId(), passed()));
        assertOutage(() -> store().findByAuthorization(user.registration().authorizationId(), passed()));
        assertOutage(() -> store().findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, passed()));
        assertOutage(() -> store().replace(user, user, passed()));
        assertOutage(() -> store().remove(user.auraId(), RemovalCondition.ALWAYS, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        User user = user("a");
        OutageCheck.ofStore(UserStore.class, this::store)
                .fails((store, deadline) -> store.insert(user, deadline))
                .fails((store, deadline) -> store.find(user.auraId(), deadline))
                .fails((store, deadline) -> store.findRow(user.auraId(), deadline))
                .fails((store, deadline) ->
                        store.findByAuthorization(user.registration().authorizationId(), deadline))
                .fails((store, deadline) -> store.findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, deadline))
                .fails((store, deadline) -> store.replace(user, user, deadline))
                .fails((store, deadline) -> store.remove(user.auraId(), RemovalCondition.ALWAYS, deadline))
                .whenAway(this);
    }

    @Test
    default void insert_givenAndReturnedBytesChangedLater_changesNothing() {
        byte[] hint = "fake-hint".getBytes(StandardCharsets.UTF_8);
        User user = inserted(SampleUsers.withHint(user("a"), Secret.of(hint)));
        Arrays.fill(hint, (byte) 'x');
        Arrays.fill(hintOf(user), (byte) 'x');
        assertThat(hintOf(user)).asString(StandardCharsets.UTF_8).isEqualTo("fake-hint");
    }

    @Test
    default void insert_timesBetweenMilliseconds_areKeptToTheMillisecond() {
        Instant odd = Instant.parse("2031-02-03T04:05:06.789987654Z");
        Registration registration = SampleUsers.registration("a");
        User user = new User(
                new AuraId("fake-aura-a"),
                SampleUsers.globalId("a"),
                registration,
                odd.minusSeconds(2),
                odd.minusSeconds(1),
                odd);
        inserted(SampleUsers.expiringAt(user, Instant.parse("9999-12-31T23:59:59.999Z")));
        User found = store().find(user.auraId(), soon()).orElseThrow();
        assertThat(found.lastAccess()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(found.registeredAt()).isEqualTo(Instant.parse("2031-02-03T04:05:05.789Z"));
        assertThat(found.created()).isEqualTo(Instant.parse("2031-02-03T04:05:04.789Z"));
        assertThat(found.registration().expiresAt()).contains(Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    default void insert_oddTexts_areKeptApartAndAsGiven() {
        List<User> users = EdgeCaseTexts.all().stream().map(this::allOf).toList();
        for (User user : users) {
            assertThat(store().insert(user, soon())).as("%s", user).isEqualTo(InsertOutcome.INSERTED);
        }
        users.forEach(this::assertStored);
    }

    @Test
    default void insert_longestTexts_areKeptAsGiven() {
        Authentication identifier =
                new Authentication(AuthenticationType.NETWORK, EdgeCaseTexts.ofLength(Authentication.LONGEST));
        User user = SampleUsers.withAuraId(user("a"), EdgeCaseTexts.ofLength(AuraId.LONGEST));
        user = SampleUsers.withAuthorization(user, EdgeCaseTexts.ofLength(AuthorizationId.LONGEST));
        user = SampleUsers.withUserId(user, EdgeCaseTexts.ofLength(UserId.LONGEST));
        user = SampleUsers.withAuthentication(user, identifier);
        user = SampleUsers.withHint(user, Secret.ofText(EdgeCaseTexts.ofLength(Registration.LONGEST_HINT / 4)));
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertStored(user);
    }

    @Test
    default void insert_hintThatLooksLikeOneAtRest_isKeptAsGiven() {
        for (String hint : List.of("aux1_", "aux1_0123abcd_00ff", "{\"$gt\":\"\"}", "\u00E9")) {
            User user = inserted(SampleUsers.withHint(user(hint.length() + "-chars"), Secret.ofText(hint)));
            assertStored(user);
        }
    }

    @Test
    default void find_textsOfOperators_matchNothingElse() {
        inserted(user("a"));
        for (String text :
                List.of("{\"$gt\":\"\"}", "{\"$ne\":null}", "$where", ".*", "fake-aura-", "FAKE-AURA-A", "*")) {
            assertThat(store().find(new AuraId(text), soon())).isEmpty();
            assertThat(store().findByAuthorization(new AuthorizationId(text), soon()))
                    .isEmpty();
            assertThat(store().remove(new AuraId(text), RemovalCondition.ALWAYS, soon()))
                    .isEqualTo(RemoveOutcome.ABSENT);
        }
    }

    @Test
    default void find_present_printsNothingPersonal() {
        User user = inserted(user("a"));
        Optional<User> found = store().find(user.auraId(), soon());
        assertThat(found.toString()).doesNotContain("example.com", "hint", "authorization");
        assertThat(store().toString()).doesNotContain("fake-");
    }

    @Test
    default void findRow_present_isTheUsersRow() {
        User user = inserted(user("a"));
        assertThat(store().findRow(user.auraId(), soon()))
                .hasValueSatisfying(row -> assertThat(row).isEqualTo(UserRow.of(row.key(), user)));
        assertThat(store().findRow(user("b").auraId(), soon())).isEmpty();
        store().remove(user.auraId(), RemovalCondition.ALWAYS, soon());
        assertThat(store().findRow(user.auraId(), soon())).isEmpty();
    }

    private User inserted(User user) {
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private void assertStored(User user) {
        assertThat(store().find(user.auraId(), soon())).contains(user);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .contains(user);
    }

    private byte[] hintOf(User user) {
        User found = store().find(user.auraId(), soon()).orElseThrow();
        return found.registration().idTokenHint().orElseThrow().reveal();
    }

    private User allOf(String text) {
        User user = SampleUsers.withAuraId(SampleUsers.withAuthorization(user("a"), text), text);
        return SampleUsers.withAuthentication(
                SampleUsers.withUserId(user, text), new Authentication(AuthenticationType.UID, text));
    }
}

package io.github.auraauth.testkit.authtoken;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.CREATED;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.digest;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.oddest;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.token;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.tokenId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AuthTokenStore}. An adapter's test implements it: {@code store()} gives one that holds nothing when
 * a test begins, always over the same tokens.
 */
public interface AuthTokenStoreContract extends AuthTokenStoreFixture {

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(store().find(digest(1), soon())).isEmpty();
        assertThat(store().findById(tokenId(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfIt() {
        for (AuthToken token : List.of(token(1, 1), oddest(2, 1), token(3, 2).asWithdrawn())) {
            inserted(token);
            assertThat(store().find(digest(token), soon())).contains(token);
            assertThat(store().findById(token.id(), soon())).contains(token);
        }
    }

    @Test
    default void find_permissionsNoneOrAbsent_areToldApart() {
        AuthToken all = inserted(with(token(1, 1), Optional.empty()));
        AuthToken none = inserted(with(token(2, 1), Optional.of(Set.of())));
        assertThat(store().find(digest(1), soon())).contains(all);
        assertThat(store().find(digest(2), soon())).contains(none);
    }

    @Test
    default void insert_digestOrIdTaken_storesNothing() {
        AuthToken first = inserted(token(1, 1));
        assertThat(store().insert(digest(1), token(2, 2), soon())).isFalse();
        assertThat(store().insert(digest(2), token(1, 2), soon())).isFalse();
        assertThat(store().find(digest(1), soon())).contains(first);
        assertThat(store().find(digest(2), soon())).isEmpty();
        assertThat(store().findById(tokenId(2), soon())).isEmpty();
    }

    @Test
    default void insert_manyOfOneDigestAtOnce_hasOneWinner() {
        List<Boolean> outcomes = Race.of(i -> store().insert(digest(1), token(i, 1), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(store().find(digest(1), soon())).contains(token(outcomes.indexOf(true), 1));
    }

    @Test
    default void insert_manyOfOneIdAtOnce_hasOneWinner() {
        List<Boolean> outcomes = Race.of(i -> store().insert(digest(i), token(1, 1), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(store().find(digest(outcomes.indexOf(true)), soon())).contains(token(1, 1));
    }

    @Test
    default void update_stored_replacesAllButDigestAndLastUse() {
        AuthToken before = inserted(token(1, 1));
        store().noteUse(tokenId(1), CREATED.plusSeconds(9), soon());
        AuthToken later = with(token(1, 2, AuthToken.Source.LISTED), Optional.empty());
        assertThat(store().update(later, soon())).isTrue();
        assertThat(store().find(digest(before), soon())).contains(usedAt(later, Optional.of(CREATED.plusSeconds(9))));
        assertThat(store().update(oddest(1, 1), soon())).isTrue();
        assertThat(store().findById(tokenId(1), soon()))
                .contains(usedAt(oddest(1, 1), Optional.of(CREATED.plusSeconds(9))));
    }

    @Test
    default void update_withdrawn_staysWithdrawn() {
        AuthToken read = inserted(token(1, 1));
        store().update(read.asWithdrawn(), soon());
        assertThat(store().update(with(read, Optional.empty()), soon())).isTrue();
        assertThat(store().find(digest(1), soon()))
                .contains(with(read, Optional.empty()).asWithdrawn());
    }

    @Test
    default void update_neverStored_isFalse() {
        assertThat(store().update(token(1, 1), soon())).isFalse();
        assertThat(store().findById(tokenId(1), soon())).isEmpty();
    }

    @Test
    default void noteUse_inAnyOrder_leavesTheLatestToTheMillisecond() {
        inserted(token(1, 1));
        Race.of(i -> {
            store().noteUse(tokenId(1), CREATED.plusSeconds(i), soon());
            return i;
        });
        store().noteUse(tokenId(1), CREATED, soon());
        assertThat(lastUse(1)).contains(CREATED.plusSeconds(Race.THREADS - 1));
        store().noteUse(tokenId(1), Instant.parse("2031-02-03T04:05:06.789987654Z"), soon());
        assertThat(lastUse(1)).contains(Instant.parse("2031-02-03T04:05:06.789Z"));
    }

    @Test
    default void noteUse_neverStored_storesNothing() {
        store().noteUse(tokenId(1), CREATED, soon());
        assertThat(store().findById(tokenId(1), soon())).isEmpty();
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(token(1, 1));
        AuthToken other = inserted(token(2, 1));
        assertThat(store().delete(tokenId(1), soon())).isTrue();
        assertThat(store().delete(tokenId(1), soon())).isFalse();
        assertThat(store().find(digest(1), soon())).isEmpty();
        assertThat(store().findById(tokenId(1), soon())).isEmpty();
        assertThat(store().find(digest(2), soon())).contains(other);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        inserted(token(1, 1));
        assertThat(Race.of(i -> store().delete(tokenId(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        inserted(token(1, 1));
        inserted(token(2, 1));
        AuthToken other = inserted(token(3, 2));
        store().deleteAll(id(1), soon());
        store().deleteAll(id(1), soon());
        assertThat(store().find(digest(1), soon())).isEmpty();
        assertThat(store().findById(tokenId(2), soon())).isEmpty();
        assertThat(store().find(digest(3), soon())).contains(other);
    }

    @Test
    default void insert_setGivenChangedAfterwards_changesNothing() {
        Set<Permission> permissions = new HashSet<>(Set.of(new Permission("view_thing")));
        AuthToken token = inserted(with(token(1, 1), Optional.of(permissions)));
        permissions.clear();
        assertThat(store().find(digest(1), soon())).contains(token);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        AuthToken token = token(1, 1);
        assertNullIsRefused("digest", () -> store().insert(nothing(), token, soon()));
        assertNullIsRefused("token", () -> store().insert(digest(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().insert(digest(1), token, nothing()));
        assertNullIsRefused("digest", () -> store().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().find(digest(1), nothing()));
        assertNullIsRefused("id", () -> store().findById(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().findById(tokenId(1), nothing()));
        assertNullIsRefused("token", () -> store().update(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().update(token, nothing()));
        assertNullIsRefused("id", () -> store().noteUse(nothing(), CREATED, soon()));
        assertNullIsRefused("at", () -> store().noteUse(tokenId(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().noteUse(tokenId(1), CREATED, nothing()));
        assertNullIsRefused("id", () -> store().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().delete(tokenId(1), nothing()));
        assertNullIsRefused("account", () -> store().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> store().deleteAll(id(1), nothing()));
        assertThat(store().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> store().insert(digest(1), token(1, 1), passed()));
        assertOutage(() -> store().find(digest(1), passed()));
        assertOutage(() -> store().findById(tokenId(1), passed()));
        assertOutage(() -> store().update(token(1, 1), passed()));
        assertOutage(() -> store().noteUse(tokenId(1), CREATED, passed()));
        assertOutage(() -> store().delete(tokenId(1), passed()));
        assertOutage(() -> store().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AuthTokenStore.class, this::store)
                .fails((store, deadline) -> store.insert(digest(1), token(1, 1), deadline))
                .fails((store, deadline) -> store.find(digest(1), deadline))
                .fails((store, deadline) -> store.findById(tokenId(1), deadline))
                .fails((store, deadline) -> store.update(token(1, 1), deadline))
                .fails((store, deadline) -> store.noteUse(tokenId(1), CREATED, deadline))
                .fails((store, deadline) -> store.delete(tokenId(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private Optional<Instant> lastUse(int number) {
        return store().findById(tokenId(number), soon()).orElseThrow().times().lastUsedAt();
    }

    private static AuthToken with(AuthToken token, Optional<Set<Permission>> permissions) {
        return new AuthToken(
                token.id(),
                new AuthTokenName("another"),
                token.account(),
                permissions,
                token.times(),
                token.source(),
                token.withdrawn());
    }

    private static AuthToken usedAt(AuthToken token, Optional<Instant> lastUse) {
        var times = new AuthToken.Times(token.times().createdAt(), token.times().expiresAt(), lastUse);
        return new AuthToken(
                token.id(),
                token.name(),
                token.account(),
                token.permissions(),
                times,
                token.source(),
                token.withdrawn());
    }
}

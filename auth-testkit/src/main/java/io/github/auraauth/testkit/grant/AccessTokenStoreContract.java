package io.github.auraauth.testkit.grant;

import static io.github.auraauth.testkit.grant.SampleGrants.END;
import static io.github.auraauth.testkit.grant.SampleGrants.GRANTED;
import static io.github.auraauth.testkit.grant.SampleGrants.grantId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.port.out.grant.AccessTokenStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AccessTokenStore}. An adapter's test implements it: {@code tokens()} gives one that holds nothing
 * when a test begins, always over the same tokens.
 */
public interface AccessTokenStoreContract extends OutageContract {

    /** The port under test. */
    AccessTokenStore tokens();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(tokens().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfItToTheSecond() {
        AccessToken plain = inserted(1);
        var odd = new AccessToken(
                grantId(2), Set.copyOf(EdgeCaseTexts.all()), GRANTED.plusNanos(999_999), END.plusNanos(999_999));
        tokens().insert(digest(2), odd, soon());
        var barest = new AccessToken(grantId(1), Set.of(), GRANTED, END);
        tokens().insert(digest(3), barest, soon());
        assertThat(tokens().find(digest(1), soon())).contains(plain);
        assertThat(tokens().find(digest(2), soon())).contains(odd);
        assertThat(tokens().find(digest(3), soon())).contains(barest);
    }

    @Test
    default void insert_setGivenChangedAfterwards_changesNothing() {
        Set<String> scopes = new HashSet<>(Set.of("openid"));
        var token = new AccessToken(grantId(1), scopes, GRANTED, END);
        tokens().insert(digest(1), token, soon());
        scopes.clear();
        assertThat(tokens().find(digest(1), soon()))
                .hasValueSatisfying(stored -> assertThat(stored.scopes()).containsExactly("openid"));
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(1);
        AccessToken other = inserted(2);
        assertThat(tokens().delete(digest(1), soon())).isTrue();
        assertThat(tokens().delete(digest(1), soon())).isFalse();
        assertThat(tokens().find(digest(1), soon())).isEmpty();
        assertThat(tokens().find(digest(2), soon())).contains(other);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        inserted(1);
        assertThat(Race.of(i -> tokens().delete(digest(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("digest", () -> tokens().insert(nothing(), token(1), soon()));
        assertNullIsRefused("token", () -> tokens().insert(digest(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> tokens().insert(digest(1), token(1), nothing()));
        assertNullIsRefused("digest", () -> tokens().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> tokens().find(digest(1), nothing()));
        assertNullIsRefused("digest", () -> tokens().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> tokens().delete(digest(1), nothing()));
        assertThat(tokens().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> tokens().insert(digest(1), token(1), passed()));
        assertOutage(() -> tokens().find(digest(1), passed()));
        assertOutage(() -> tokens().delete(digest(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AccessTokenStore.class, this::tokens)
                .fails((store, deadline) -> store.insert(digest(1), token(1), deadline))
                .fails((store, deadline) -> store.find(digest(1), deadline))
                .fails((store, deadline) -> store.delete(digest(1), deadline))
                .whenAway(this);
    }

    private AccessToken inserted(int number) {
        tokens().insert(digest(number), token(number), soon());
        return token(number);
    }

    private static AccessToken token(int number) {
        return new AccessToken(grantId(number), Set.of("openid", "email"), GRANTED, END);
    }

    private static AccessTokenDigest digest(int number) {
        return new AccessTokenDigest("%064x".formatted(number));
    }
}

package io.github.auraauth.testkit.authtoken;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.digest;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.token;
import static io.github.auraauth.testkit.authtoken.SampleAuthTokens.tokenId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.authtoken.AuthTokenDirectory;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AuthTokenDirectory}. An adapter's test implements it: {@code directory()} reads what
 * {@code store()} writes, which holds nothing when a test begins.
 */
public interface AuthTokenDirectoryContract extends AuthTokenStoreFixture {

    /** When tokens of the kit are made. */
    Instant START = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The directory of the tokens of {@link #store()}. */
    AuthTokenDirectory directory();

    @Test
    default void page_noToken_isEmpty() {
        assertThat(page(Optional.empty(), Keyset.first(), 10)).isEmpty();
        assertThat(directory().count(Optional.empty(), 10, soon())).isZero();
        assertThat(directory().listed(soon())).isEmpty();
    }

    @Test
    default void page_severalTokens_comeByRisingIdEachWhole() {
        AuthToken third = inserted(token(300, 1));
        AuthToken first = inserted(token(1, 1));
        AuthToken second = inserted(token(200, 2).asWithdrawn());
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(first, second, third);
    }

    @Test
    default void page_backwards_givesWhatStandsDirectlyBefore() {
        inserted(token(1, 1));
        AuthToken second = inserted(token(2, 1));
        AuthToken third = inserted(token(3, 1));
        inserted(token(4, 2));
        assertThat(page(Optional.of(third.account()), Keyset.before(tokenId(5)), 2))
                .containsExactly(second, third);
        assertThat(page(Optional.empty(), Keyset.before(tokenId(1)), 2)).isEmpty();
    }

    @Test
    default void page_fewerAskedThanThereAre_goesOnBehindTheLast() {
        List<AuthToken> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(inserted(token(i, i % 2)));
        }
        assertThat(walked(Optional.empty())).containsExactlyElementsOf(all);
        assertThat(walked(Optional.of(id(1)))).containsExactly(all.get(1), all.get(3), all.get(5), all.get(7));
        assertThat(page(Optional.empty(), Keyset.after(tokenId(9)), 10)).isEmpty();
    }

    @Test
    default void count_moreThanAsked_stopsThere() {
        for (int i = 0; i < 5; i++) {
            inserted(token(i, i % 2));
        }
        assertThat(directory().count(Optional.empty(), 3, soon())).isEqualTo(3);
        assertThat(directory().count(Optional.empty(), 10, soon())).isEqualTo(5);
        assertThat(directory().count(Optional.of(id(1)), 10, soon())).isEqualTo(2);
        assertThat(directory().count(Optional.of(id(9)), 10, soon())).isZero();
    }

    @Test
    default void ending_tokensOfAllKinds_givesTheGoodOnesThatEndWithinTheTime() {
        Instant now = START.plus(Duration.ofDays(100));
        inserted(timed(1, START, Optional.empty(), Optional.empty()));
        inserted(timed(2, START, Optional.of(now.minusMillis(1)), Optional.empty()));
        AuthToken later = inserted(timed(3, START, Optional.of(now.plusSeconds(2)), Optional.empty()));
        AuthToken first = inserted(timed(4, START, Optional.of(now), Optional.empty()));
        inserted(timed(5, START, Optional.of(now.plusSeconds(9)), Optional.empty()));
        inserted(timed(6, START, Optional.of(now.plusSeconds(1)), Optional.empty())
                .asWithdrawn());
        assertThat(directory().ending(now, now.plusSeconds(9), 10, soon())).containsExactly(first, later);
        assertThat(directory().ending(now, now.plusSeconds(9), 1, soon())).containsExactly(first);
    }

    @Test
    default void unused_tokensOfAllKinds_givesTheGoodOnesThatHaveLain() {
        Instant now = START.plus(Duration.ofDays(100));
        AuthToken used = inserted(timed(1, START, Optional.empty(), Optional.of(START.plusSeconds(5))));
        inserted(timed(2, START, Optional.empty(), Optional.of(now)));
        AuthToken second = inserted(timed(3, START.plusSeconds(1), Optional.empty(), Optional.empty()));
        AuthToken first = inserted(timed(4, START, Optional.of(now.plusSeconds(1)), Optional.empty()));
        inserted(timed(5, now, Optional.empty(), Optional.empty()));
        inserted(timed(6, START, Optional.of(now), Optional.empty()));
        inserted(timed(7, START, Optional.empty(), Optional.empty()).asWithdrawn());
        assertThat(directory().unused(START.plusSeconds(6), now, 10, soon())).containsExactly(first, second, used);
        assertThat(directory().unused(START.plusSeconds(6), now, 1, soon())).containsExactly(first);
        assertThat(directory().unused(START, now, 10, soon())).isEmpty();
    }

    @Test
    default void listed_tokensOfAllSources_givesThoseOfTheListWithTheirDigests() {
        inserted(token(1, 1));
        AuthToken listed = inserted(token(2, 1, AuthToken.Source.LISTED));
        AuthToken withdrawn = inserted(token(3, 2, AuthToken.Source.LISTED).asWithdrawn());
        inserted(token(4, 1, AuthToken.Source.IMPORTED));
        assertThat(directory().listed(soon())).isEqualTo(Map.of(digest(2), listed, digest(3), withdrawn));
    }

    @Test
    default void anyList_returnedOneSpoiled_changesNothing() {
        AuthToken token = inserted(token(1, 1));
        PortCalls.spoil(page(Optional.empty(), Keyset.first(), 10));
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(token);
    }

    @Test
    default void anyList_nullArgument_isRefusedByName() {
        assertNullIsRefused("account", () -> directory().page(nothing(), Keyset.first(), 1, soon()));
        assertNullIsRefused("place", () -> directory().page(Optional.empty(), nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().page(Optional.empty(), Keyset.first(), 1, nothing()));
        assertNullIsRefused("account", () -> directory().count(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().count(Optional.empty(), 1, nothing()));
        assertNullIsRefused("deadline", () -> directory().listed(nothing()));
        assertNullIsRefused("from", () -> directory().ending(nothing(), START, 1, soon()));
        assertNullIsRefused("until", () -> directory().ending(START, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().ending(START, START, 1, nothing()));
        assertNullIsRefused("since", () -> directory().unused(nothing(), START, 1, soon()));
        assertNullIsRefused("now", () -> directory().unused(START, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().unused(START, START, 1, nothing()));
    }

    @Test
    default void anyList_deadlinePassed_isAnOutage() {
        assertOutage(() -> directory().page(Optional.empty(), Keyset.first(), 1, passed()));
        assertOutage(() -> directory().count(Optional.empty(), 1, passed()));
        assertOutage(() -> directory().listed(passed()));
        assertOutage(() -> directory().ending(START, START, 1, passed()));
        assertOutage(() -> directory().unused(START, START, 1, passed()));
    }

    @Test
    default void anyList_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AuthTokenDirectory.class, this::directory)
                .fails((directory, deadline) -> directory.page(Optional.empty(), Keyset.first(), 1, deadline))
                .fails((directory, deadline) -> directory.count(Optional.empty(), 1, deadline))
                .fails(AuthTokenDirectory::listed)
                .fails((directory, deadline) -> directory.ending(START, START, 1, deadline))
                .fails((directory, deadline) -> directory.unused(START, START, 1, deadline))
                .whenAway(this);
    }

    private static AuthToken timed(int number, Instant made, Optional<Instant> end, Optional<Instant> use) {
        AuthToken token = token(number, 1);
        return new AuthToken(
                token.id(),
                token.name(),
                token.account(),
                token.permissions(),
                new AuthToken.Times(made, end, use),
                token.source(),
                false);
    }

    private List<AuthToken> walked(Optional<AccountId> account) {
        List<AuthToken> walked = new ArrayList<>();
        Keyset<AuthTokenId> place = Keyset.first();
        List<AuthToken> page;
        do {
            page = page(account, place, 3);
            walked.addAll(page);
            place = page.isEmpty()
                    ? place
                    : Keyset.after(page.get(page.size() - 1)).map(AuthToken::id);
        } while (page.size() == 3);
        return walked;
    }

    private List<AuthToken> page(Optional<AccountId> account, Keyset<AuthTokenId> place, int most) {
        return directory().page(account, place, most, soon());
    }
}

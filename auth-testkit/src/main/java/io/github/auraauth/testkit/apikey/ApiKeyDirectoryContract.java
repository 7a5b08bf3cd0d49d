package io.github.auraauth.testkit.apikey;

import static io.github.auraauth.testkit.apikey.SampleApiKeys.CREATED;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory.Position;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ApiKeyDirectory}. An adapter's test implements it: {@code directory()} reads what
 * {@code registry()} writes, which holds nothing when a test begins.
 */
public interface ApiKeyDirectoryContract extends OutageContract {
    /** A moment long after the samples were made, as keys write it. */
    Instant NOW = CREATED.plus(Duration.ofDays(100)).truncatedTo(ChronoUnit.SECONDS);

    ApiKeyRegistry registry();

    /** The directory of the keys of {@link #registry()}. */
    ApiKeyDirectory directory();

    @Test
    default void page_nothingRegistered_isEmpty() {
        assertThat(page(Keyset.first(), 10)).isEmpty();
        assertThat(directory().ending(CREATED, NOW, 10, soon())).isEmpty();
        assertThat(directory().unused(NOW, NOW, 10, soon())).isEmpty();
    }

    @Test
    default void page_severalKeys_newestFirst_eachOnceInBothDirections() {
        List<RegisteredApiKey> newestFirst = new ArrayList<>();
        newestFirst.add(registered(SampleApiKeys.entry("z", 1, CREATED.plusMillis(1))));
        newestFirst.add(registered(SampleApiKeys.entry("a", 2)));
        newestFirst.add(registered(SampleApiKeys.entry("b", 3)));
        newestFirst.add(registered(SampleApiKeys.legacy("c")));
        newestFirst.add(registered(SampleApiKeys.entry("y", 5, CREATED.minusMillis(1))));
        assertThat(page(Keyset.first(), 10)).containsExactlyElementsOf(newestFirst);
        for (int i = 0; i < newestFirst.size(); i++) {
            Position here = Position.of(newestFirst.get(i));
            assertThat(page(Keyset.after(here), 2))
                    .containsExactlyElementsOf(newestFirst.subList(i + 1, Math.min(i + 3, newestFirst.size())));
            assertThat(page(Keyset.before(here), 2))
                    .containsExactlyElementsOf(newestFirst.subList(Math.max(i - 2, 0), i));
        }
    }

    @Test
    default void ending_keysOfAllKinds_givesTheGoodOnesThatEndWithinTheTime() {
        registered(SampleApiKeys.entry("forever", 1));
        registered(SampleApiKeys.ending("before", 2, NOW.minusSeconds(1)));
        RegisteredApiKey later = registered(SampleApiKeys.ending("later", 3, NOW.plusSeconds(2)));
        RegisteredApiKey first = registered(SampleApiKeys.ending("first", 4, NOW));
        registered(SampleApiKeys.ending("after", 5, NOW.plusSeconds(9)));
        RegisteredApiKey revoked = registered(SampleApiKeys.ending("revoked", 6, NOW.plusSeconds(1)));
        registry().markRevoked(revoked.fingerprint(), CREATED, soon());
        assertThat(directory().ending(NOW, NOW.plusSeconds(9), 10, soon())).containsExactly(first, later);
        assertThat(directory().ending(NOW, NOW.plusSeconds(9), 1, soon())).containsExactly(first);
    }

    @Test
    default void unused_keysOfAllKinds_givesTheGoodOnesThatHaveLain() {
        RegisteredApiKey used = registered(used(SampleApiKeys.entry("used", 1), CREATED.plusSeconds(5)));
        registered(used(SampleApiKeys.entry("lately", 2), NOW));
        RegisteredApiKey second = registered(SampleApiKeys.entry("second", 3, CREATED.plusSeconds(1)));
        RegisteredApiKey first = registered(SampleApiKeys.legacy("first"));
        registered(SampleApiKeys.entry("new", 5, NOW));
        registered(SampleApiKeys.ending("ended", 6, CREATED.plusSeconds(1)));
        RegisteredApiKey ending = registered(SampleApiKeys.ending("ending", 7, NOW.plusSeconds(1)));
        RegisteredApiKey revoked = registered(SampleApiKeys.entry("revoked", 8));
        registry().markRevoked(revoked.fingerprint(), CREATED, soon());
        List<RegisteredApiKey> lain = directory().unused(CREATED.plusSeconds(6), NOW, 10, soon());
        assertThat(lain).containsExactlyInAnyOrder(first, ending, second, used);
        assertThat(lain.subList(2, 4)).containsExactly(second, used);
        assertThat(directory().unused(CREATED.plusSeconds(6), NOW, 2, soon())).containsExactlyInAnyOrder(first, ending);
        assertThat(directory().unused(CREATED, NOW, 10, soon())).isEmpty();
    }

    @Test
    default void anyList_returnedOneSpoiled_changesNothing() {
        RegisteredApiKey key = registered(SampleApiKeys.entry("a", 1));
        PortCalls.spoil(page(Keyset.first(), 10));
        assertThat(page(Keyset.first(), 10)).containsExactly(key);
    }

    @Test
    default void anyList_nullArgument_isRefusedByName() {
        assertNullIsRefused("place", () -> directory().page(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().page(Keyset.first(), 1, nothing()));
        assertNullIsRefused("from", () -> directory().ending(nothing(), NOW, 1, soon()));
        assertNullIsRefused("until", () -> directory().ending(NOW, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().ending(NOW, NOW, 1, nothing()));
        assertNullIsRefused("since", () -> directory().unused(nothing(), NOW, 1, soon()));
        assertNullIsRefused("now", () -> directory().unused(NOW, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().unused(NOW, NOW, 1, nothing()));
    }

    @Test
    default void anyList_deadlinePassed_isAnOutage() {
        assertOutage(() -> directory().page(Keyset.first(), 1, passed()));
        assertOutage(() -> directory().ending(NOW, NOW, 1, passed()));
        assertOutage(() -> directory().unused(NOW, NOW, 1, passed()));
    }

    @Test
    default void anyList_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ApiKeyDirectory.class, this::directory)
                .fails((directory, deadline) -> directory.page(Keyset.first(), 1, deadline))
                .fails((directory, deadline) -> directory.ending(NOW, NOW, 1, deadline))
                .fails((directory, deadline) -> directory.unused(NOW, NOW, 1, deadline))
                .whenAway(this);
    }

    private RegisteredApiKey registered(RegisteredApiKey key) {
        registry().register(key, soon());
        return key;
    }

    private static RegisteredApiKey used(RegisteredApiKey key, Instant at) {
        return new RegisteredApiKey(
                key.fingerprint(), key.format(), key.model(), key.origin(), Optional.of(at), Optional.empty());
    }

    private List<RegisteredApiKey> page(Keyset<Position> place, int most) {
        return directory().page(place, most, soon());
    }
}

package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.grant.SampleGrants.sessionId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.port.out.provider.KeptRequests;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link KeptRequests}. An adapter's test implements it: {@code requests()} gives one that holds nothing when
 * a test begins, always over the same requests.
 */
public interface KeptRequestsContract extends OutageContract {
    /** When the kit's requests came. */
    Instant AT = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    KeptRequests requests();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(requests().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfItToTheMillisecond() {
        var claims = new RequestedClaims(
                Set.of("email"), Set.of("name"), Optional.of("fake-subject"), Set.of("aal1", "aal2"));
        var full = new KeptRequest(
                new AuthorizationParameters(
                        Map.of("client_id", "fake-client", "login_hint", "fake-person"),
                        Set.of("nonce"),
                        Optional.of(claims)),
                AT.plusNanos(999_999),
                KeptRequest.Stage.PERSON,
                Optional.of(sessionId(1)));
        var bare = new KeptRequest(
                new AuthorizationParameters(Map.of(), Set.of(), Optional.empty()),
                AT,
                KeptRequest.Stage.BROWSER,
                Optional.empty());
        requests().insert(digest(1), full, soon());
        requests().insert(digest(2), bare, soon());
        assertThat(requests().find(digest(1), soon())).contains(full);
        assertThat(requests().find(digest(2), soon())).contains(bare);
    }

    @Test
    default void find_claimsNoneOrAbsent_areToldApart() {
        var none = request(new AuthorizationParameters(Map.of(), Set.of(), Optional.of(RequestedClaims.NONE)));
        requests().insert(digest(1), none, soon());
        assertThat(requests().find(digest(1), soon())).contains(none);
    }

    @Test
    default void find_oddParameters_givesThemAsTheyCame() {
        Map<String, String> values = new HashMap<>();
        EdgeCaseTexts.all().forEach(text -> values.put(text, text));
        values.put("$oid", "000000000000000000000000");
        values.put("\0", "\0\"}\\\n\uD800");
        values.put("state", EdgeCaseTexts.ofLength(4_000));
        var odd = request(new AuthorizationParameters(values, Set.copyOf(EdgeCaseTexts.all()), Optional.empty()));
        requests().insert(digest(1), odd, soon());
        assertThat(requests().find(digest(1), soon())).contains(odd);
    }

    @Test
    default void insert_mapGivenChangedAfterwards_changesNothing() {
        Map<String, String> values = new HashMap<>(Map.of("state", "fake-state"));
        requests().insert(digest(1), request(new AuthorizationParameters(values, Set.of(), Optional.empty())), soon());
        values.clear();
        assertThat(requests().find(digest(1), soon()))
                .hasValueSatisfying(
                        stored -> assertThat(stored.parameters().value("state")).contains("fake-state"));
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        requests().insert(digest(1), request(), soon());
        requests().insert(digest(2), request(), soon());
        assertThat(requests().delete(digest(1), soon())).isTrue();
        assertThat(requests().delete(digest(1), soon())).isFalse();
        assertThat(requests().find(digest(1), soon())).isEmpty();
        assertThat(requests().find(digest(2), soon())).contains(request());
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        requests().insert(digest(1), request(), soon());
        assertThat(Race.of(i -> requests().delete(digest(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("digest", () -> requests().insert(nothing(), request(), soon()));
        assertNullIsRefused("request", () -> requests().insert(digest(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> requests().insert(digest(1), request(), nothing()));
        assertNullIsRefused("digest", () -> requests().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> requests().find(digest(1), nothing()));
        assertNullIsRefused("digest", () -> requests().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> requests().delete(digest(1), nothing()));
        assertThat(requests().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> requests().insert(digest(1), request(), passed()));
        assertOutage(() -> requests().find(digest(1), passed()));
        assertOutage(() -> requests().delete(digest(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(KeptRequests.class, this::requests)
                .fails((store, deadline) -> store.insert(digest(1), request(), deadline))
                .fails((store, deadline) -> store.find(digest(1), deadline))
                .fails((store, deadline) -> store.delete(digest(1), deadline))
                .whenAway(this);
    }

    private static KeptRequest request() {
        return request(new AuthorizationParameters(Map.of("state", "fake-state"), Set.of(), Optional.empty()));
    }

    private static KeptRequest request(AuthorizationParameters parameters) {
        return new KeptRequest(parameters, AT, KeptRequest.Stage.PERSON, Optional.empty());
    }

    private static RequestDigest digest(int number) {
        return new RequestDigest("%064x".formatted(number));
    }
}

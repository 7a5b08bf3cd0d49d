package io.github.auraauth.testkit.client;

import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.out.client.UsedAssertions;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link UsedAssertions}. An adapter's test implements it: {@code assertions()} gives one in which nothing is
 * noted when a test begins, always over the same notes.
 */
public interface UsedAssertionsContract extends OutageContract {
    /** Until when the kit's assertions are good. */
    Instant UNTIL = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    UsedAssertions assertions();

    @Test
    default void use_again_isTrueThenFalse() {
        assertThat(use(clientId(1), "a")).isTrue();
        assertThat(use(clientId(1), "a")).isFalse();
        assertThat(assertions().use(clientId(1), "a", UNTIL.plusSeconds(1), soon()))
                .isFalse();
    }

    @Test
    default void use_sameIdentifierOfAnotherClient_isTrue() {
        assertThat(use(clientId(1), "a")).isTrue();
        assertThat(use(clientId(2), "a")).isTrue();
        assertThat(use(new ClientId("a"), "bc")).isTrue();
        assertThat(use(new ClientId("ab"), "c")).isTrue();
        assertThat(use(new ClientId("a"), "b c")).isTrue();
    }

    @Test
    default void use_identifiersOfAnyCharacters_areToldApart() {
        List<String> ids = new ArrayList<>(EdgeCaseTexts.all());
        ids.addAll(List.of("", "\0", "\uD800", "\uDC00", "?", "\uFFFD", EdgeCaseTexts.ofLength(512)));
        assertThat(ids).allMatch(id -> use(clientId(1), id));
        assertThat(ids).noneMatch(id -> use(clientId(1), id));
    }

    @Test
    default void use_manyAtOnce_isTrueOnce() {
        assertThat(Race.of(i -> use(clientId(1), "a"))).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("client", () -> assertions().use(nothing(), "a", UNTIL, soon()));
        assertNullIsRefused("id", () -> assertions().use(clientId(1), nothing(), UNTIL, soon()));
        assertNullIsRefused("until", () -> assertions().use(clientId(1), "a", nothing(), soon()));
        assertNullIsRefused("deadline", () -> assertions().use(clientId(1), "a", UNTIL, nothing()));
        assertThat(use(clientId(1), "a")).isTrue();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> assertions().use(clientId(1), "a", UNTIL, passed()));
        assertThat(use(clientId(1), "a")).isTrue();
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(UsedAssertions.class, this::assertions)
                .fails((uses, deadline) -> uses.use(clientId(1), "a", UNTIL, deadline))
                .whenAway(this);
    }

    private boolean use(ClientId client, String id) {
        return assertions().use(client, id, UNTIL, soon());
    }
}

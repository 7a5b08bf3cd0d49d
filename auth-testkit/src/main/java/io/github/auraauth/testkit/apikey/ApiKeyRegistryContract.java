package io.github.auraauth.testkit.apikey;

import static io.github.auraauth.testkit.apikey.SampleApiKeys.CREATED;
import static io.github.auraauth.testkit.apikey.SampleApiKeys.fingerprint;
import static io.github.auraauth.testkit.apikey.SampleApiKeys.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry.MarkOutcome;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry.RegisterOutcome;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ApiKeyRegistry}. An adapter's test implements it: {@code registry()} gives one without a key
 * when a test begins.
 */
public interface ApiKeyRegistryContract extends OutageContract {
    /** The registry under test. */
    ApiKeyRegistry registry();

    @Test
    default void find_nothingRegistered_isEmpty() {
        assertThat(registry().find(fingerprint("a"), soon())).isEmpty();
        assertThat(registry().findById(id(1), soon())).isEmpty();
        assertThat(registry().all(soon())).isEmpty();
    }

    @Test
    default void register_newKey_isFoundByFingerprintAndId() {
        RegisteredApiKey key = SampleApiKeys.entry("a", 1);
        assertThat(registry().register(key, soon())).isEqualTo(RegisterOutcome.REGISTERED);
        assertThat(registry().find(key.fingerprint(), soon())).contains(key);
        assertThat(registry().findById(id(1), soon())).contains(key);
        assertThat(registry().all(soon())).containsExactly(key);
    }

    @Test
    default void register_oddestValues_areKeptAsGiven() {
        RegisteredApiKey key = SampleApiKeys.oddest();
        registry().register(key, soon());
        assertThat(registry().find(key.fingerprint(), soon())).contains(key);
    }

    @Test
    default void register_fingerprintTaken_changesNothing() {
        RegisteredApiKey key = SampleApiKeys.entry("a", 1);
        registry().register(key, soon());
        assertThat(registry().register(SampleApiKeys.entry("a", 2), soon()))
                .isEqualTo(RegisterOutcome.ALREADY_REGISTERED);
        assertThat(registry().all(soon())).containsExactly(key);
    }

    @Test
    default void register_idTaken_changesNothing() {
        RegisteredApiKey key = SampleApiKeys.entry("a", 1);
        registry().register(key, soon());
        assertThat(registry().register(SampleApiKeys.entry("b", 1), soon()))
                .isEqualTo(RegisterOutcome.ALREADY_REGISTERED);
        assertThat(registry().all(soon())).containsExactly(key);
    }

    @Test
    default void register_manyWithoutId_areAllKept() {
        for (String name : List.of("a", "b", "c")) {
            assertThat(registry().register(SampleApiKeys.legacy(name), soon())).isEqualTo(RegisterOutcome.REGISTERED);
        }
        assertThat(registry().all(soon())).hasSize(3);
    }

    @Test
    default void register_sameKeyConcurrently_hasOneWinner() {
        List<RegisterOutcome> outcomes =
                Race.of(number -> registry().register(SampleApiKeys.entry("name-" + number, 1), soon()));
        assertThat(outcomes).containsOnlyOnce(RegisterOutcome.REGISTERED);
        assertThat(registry().all(soon())).hasSize(1);
    }

    @Test
    default void all_severalKeys_newestFirst() {
        RegisteredApiKey old = SampleApiKeys.entry("a", 1, CREATED.minusMillis(1));
        RegisteredApiKey first = SampleApiKeys.entry("b", 2);
        RegisteredApiKey second = SampleApiKeys.entry("c", 3);
        RegisteredApiKey young = SampleApiKeys.entry("d", 4, CREATED.plusMillis(1));
        for (RegisteredApiKey key : List.of(second, old, young, first)) {
            registry().register(key, soon());
        }
        assertThat(registry().all(soon())).containsExactly(young, first, second, old);
    }

    @Test
    default void markRevoked_knownKey_showsTheEarliestMoment() {
        RegisteredApiKey key = SampleApiKeys.entry("a", 1);
        registry().register(key, soon());
        registry().register(SampleApiKeys.entry("b", 2), soon());
        for (Instant at : List.of(CREATED.plusSeconds(9), CREATED.plusSeconds(3), CREATED.plusSeconds(5))) {
            assertThat(registry().markRevoked(key.fingerprint(), at, soon())).isEqualTo(MarkOutcome.MARKED);
        }
        assertThat(registry().find(key.fingerprint(), soon()).orElseThrow().revokedAt())
                .contains(CREATED.plusSeconds(3));
        assertThat(registry().findById(id(2), soon()).orElseThrow().revokedAt()).isEmpty();
    }

    @Test
    default void markRevoked_unknownKey_isAbsentAndAddsNothing() {
        assertThat(registry().markRevoked(fingerprint("a"), CREATED, soon())).isEqualTo(MarkOutcome.ABSENT);
        assertThat(registry().all(soon())).isEmpty();
    }

    @Test
    default void noteUse_knownKey_showsTheLatestUse() {
        RegisteredApiKey key = SampleApiKeys.legacy("a");
        registry().register(key, soon());
        registry().noteUse(key.fingerprint(), CREATED.plusMillis(5));
        Eventually.holds("a use is noted", () -> lastUse(key).equals(List.of(CREATED.plusMillis(5))));
        registry().noteUse(key.fingerprint(), CREATED.plusMillis(3));
        registry().noteUse(key.fingerprint(), CREATED.plusMillis(7));
        Eventually.holds("a later use is noted", () -> lastUse(key).equals(List.of(CREATED.plusMillis(7))));
    }

    @Test
    default void noteUse_unknownKey_addsNothing() {
        registry().noteUse(fingerprint("a"), CREATED);
        RegisteredApiKey other = SampleApiKeys.legacy("b");
        registry().register(other, soon());
        registry().noteUse(other.fingerprint(), CREATED);
        Eventually.holds("a use is noted", () -> !lastUse(other).isEmpty());
        assertThat(registry().all(soon())).hasSize(1);
    }

    @Test
    default void all_returnedListChanged_changesNothing() {
        RegisteredApiKey key = SampleApiKeys.entry("a", 1);
        registry().register(key, soon());
        PortCalls.spoil(registry().all(soon()));
        assertThat(registry().all(soon())).containsExactly(key);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("key", () -> registry().register(nothing(), soon()));
        assertNullIsRefused("deadline", () -> registry().register(SampleApiKeys.legacy("a"), nothing()));
        assertNullIsRefused("fingerprint", () -> registry().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> registry().find(fingerprint("a"), nothing()));
        assertNullIsRefused("jti", () -> registry().findById(nothing(), soon()));
        assertNullIsRefused("deadline", () -> registry().findById(id(1), nothing()));
        assertNullIsRefused("deadline", () -> registry().all(nothing()));
        assertNullIsRefused("fingerprint", () -> registry().markRevoked(nothing(), CREATED, soon()));
        assertNullIsRefused("at", () -> registry().markRevoked(fingerprint("a"), nothing(), soon()));
        assertNullIsRefused("deadline", () -> registry().markRevoked(fingerprint("a"), CREATED, nothing()));
        assertNullIsRefused("fingerprint", () -> registry().noteUse(nothing(), CREATED));
        assertNullIsRefused("at", () -> registry().noteUse(fingerprint("a"), nothing()));
        assertThat(registry().all(soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> registry().register(SampleApiKeys.legacy("a"), passed()));
        assertOutage(() -> registry().find(fingerprint("a"), passed()));
        assertOutage(() -> registry().findById(id(1), passed()));
        assertOutage(() -> registry().all(passed()));
        assertOutage(() -> registry().markRevoked(fingerprint("a"), CREATED, passed()));
        assertThat(registry().all(soon())).isEmpty();
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ApiKeyRegistry.class, this::registry)
                .fails((registry, deadline) -> registry.register(SampleApiKeys.legacy("a"), deadline))
                .fails((registry, deadline) -> registry.find(fingerprint("a"), deadline))
                .fails((registry, deadline) -> registry.findById(id(1), deadline))
                .fails(ApiKeyRegistry::all)
                .fails((registry, deadline) -> registry.markRevoked(fingerprint("a"), CREATED, deadline))
                .completes(registry -> registry.noteUse(fingerprint("a"), CREATED))
                .whenAway(this);
    }

    private List<Instant> lastUse(RegisteredApiKey key) {
        return registry().find(key.fingerprint(), soon()).orElseThrow().lastUsedAt().stream()
                .toList();
    }
}

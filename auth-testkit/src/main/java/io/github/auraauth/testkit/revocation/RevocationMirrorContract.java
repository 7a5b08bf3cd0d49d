package io.github.auraauth.testkit.revocation;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link RevocationMirror}. An adapter's test implements it: {@code mirror()} gives one that holds
 * nothing when a test begins.
 */
public interface RevocationMirrorContract extends OutageContract {
    /** When the kit's keys are revoked. */
    Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    /** The mirror under test. */
    RevocationMirror mirror();

    @Test
    default void read_nothingOffered_isAbsent() {
        assertThat(mirror().read(soon())).isEmpty();
        assertThat(mirror().version(soon())).isEmpty();
    }

    @Test
    default void offer_everyKind_isReadAsGiven() {
        List<Revocation> given = List.of(
                Revocation.ofKey(SampleApiKeys.fingerprint("a"), AT),
                Revocation.ofKeyId(SampleApiKeys.id(1), AT.plusMillis(1)),
                Revocation.ofConsumer("a/*._-".repeat(10), Instant.EPOCH));
        mirror().offer(Revocations.of(7, given), soon());
        assertThat(held()).containsExactlyInAnyOrderElementsOf(given);
        assertThat(mirror().version(soon())).contains(7L);
    }

    @Test
    default void offer_emptySet_isThereAtVersionZero() {
        mirror().offer(Revocations.NONE, soon());
        assertThat(mirror().version(soon())).contains(0L);
        assertThat(held()).isEmpty();
    }

    @Test
    default void offer_higherVersion_replaces() {
        mirror().offer(Revocations.NONE, soon());
        mirror().offer(of(1, "a"), soon());
        mirror().offer(of(300, "b"), soon());
        assertThat(held()).containsExactly(Revocation.ofConsumer("b", AT));
        assertThat(mirror().version(soon())).contains(300L);
    }

    @Test
    default void offer_sameOrLowerVersion_leavesWhatIsThere() {
        mirror().offer(of(10, "a"), soon());
        mirror().offer(of(10, "b"), soon());
        mirror().offer(of(9, "c"), soon());
        assertThat(held()).containsExactly(Revocation.ofConsumer("a", AT));
        assertThat(mirror().version(soon())).contains(10L);
    }

    @Test
    default void offer_concurrently_endsWithTheHighest() {
        Race.of(40, number -> {
            mirror().offer(of(number + 1L, "app-" + (number + 1)), soon());
            return number;
        });
        assertThat(mirror().version(soon())).contains(40L);
        assertThat(held()).containsExactly(Revocation.ofConsumer("app-40", AT));
    }

    @Test
    default void replace_thatVersion_putsALowerOneInItsPlace() {
        mirror().offer(of(10, "a"), soon());
        mirror().replace(10, of(6, "b"), soon());
        assertThat(held()).containsExactly(Revocation.ofConsumer("b", AT));
        assertThat(mirror().version(soon())).contains(6L);
        mirror().offer(of(7, "c"), soon());
        assertThat(mirror().version(soon())).contains(7L);
    }

    @Test
    default void replace_anotherVersionOrNone_leavesWhatIsThere() {
        mirror().replace(0, of(6, "a"), soon());
        assertThat(mirror().read(soon())).isEmpty();
        mirror().offer(of(10, "a"), soon());
        mirror().replace(9, of(6, "b"), soon());
        mirror().replace(11, of(12, "c"), soon());
        assertThat(held()).containsExactly(Revocation.ofConsumer("a", AT));
        assertThat(mirror().version(soon())).contains(10L);
    }

    @Test
    default void offer_thousands_areAllRead() {
        List<Revocation> many = IntStream.range(0, 5_000)
                .mapToObj(number -> Revocation.ofKeyId(SampleApiKeys.id(number), AT.plusMillis(number)))
                .toList();
        mirror().offer(Revocations.of(5_000, many), soon());
        assertThat(held()).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    default void mirror_nullArgument_isRefusedByName() {
        assertNullIsRefused("all", () -> mirror().offer(nothing(), soon()));
        assertNullIsRefused("deadline", () -> mirror().offer(Revocations.NONE, nothing()));
        assertNullIsRefused("all", () -> mirror().replace(0, nothing(), soon()));
        assertNullIsRefused("deadline", () -> mirror().replace(0, Revocations.NONE, nothing()));
        assertNullIsRefused("deadline", () -> mirror().read(nothing()));
        assertNullIsRefused("deadline", () -> mirror().version(nothing()));
    }

    @Test
    default void mirror_deadlinePassed_isAnOutage() {
        assertOutage(() -> mirror().read(passed()));
        assertOutage(() -> mirror().version(passed()));
        assertOutage(() -> mirror().offer(Revocations.NONE, passed()));
        assertOutage(() -> mirror().replace(0, Revocations.NONE, passed()));
    }

    @Test
    default void mirror_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(RevocationMirror.class, this::mirror)
                .fails(RevocationMirror::read)
                .fails(RevocationMirror::version)
                .fails((mirror, deadline) -> mirror.offer(Revocations.NONE, deadline))
                .fails((mirror, deadline) -> mirror.replace(0, Revocations.NONE, deadline))
                .whenAway(this);
    }

    private Collection<Revocation> held() {
        Optional<Revocations> copy = mirror().read(soon());
        return copy.orElseThrow().all();
    }

    private static Revocations of(long version, String consumer) {
        return Revocations.of(version, List.of(Revocation.ofConsumer(consumer, AT)));
    }
}

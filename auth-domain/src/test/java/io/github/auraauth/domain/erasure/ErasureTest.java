package io.github.auraauth.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+34600111222");
    private static final Instant BEGUN = Instant.parse("2026-11-22T10:00:00.123456Z");

    private final Erasure erasure = Erasure.of(new UUID(1, 2), NUMBER, BEGUN);

    @Test
    void of_number_knowsNothingElse() {
        assertThat(erasure.auraIds()).isEmpty();
        assertThat(erasure.userIds()).isEmpty();
        assertThat(erasure.auraGlobalIds()).isEmpty();
        assertThat(erasure.begun()).isEqualTo(Instant.parse("2026-11-22T10:00:00.123Z"));
    }

    @Test
    void including_rows_addsTheirIdentifiersToThoseThereAre() {
        Erasure first = erasure.including(List.of(user("a", "u"), user("b", "u")));
        Erasure second = first.including(List.of(user("c", "v")));

        assertThat(second.auraIds()).containsExactlyInAnyOrder(new AuraId("a"), new AuraId("b"), new AuraId("c"));
        assertThat(second.userIds()).containsExactlyInAnyOrder(new UserId("u"), new UserId("v"));
        assertThat(second.auraGlobalIds()).hasSize(3);
        assertThat(second.begun()).isEqualTo(erasure.begun());
        assertThat(first.auraIds()).hasSize(2);
        assertThat(erasure.including(List.of())).isEqualTo(erasure);
    }

    @Test
    void identifiers_laterChangeOfWhatWasGiven_changesNothing() {
        Set<AuraId> auraIds = new HashSet<>(Set.of(new AuraId("a")));
        var copied = new Erasure(new UUID(1, 2), NUMBER, auraIds, Set.of(), Set.of(), BEGUN);
        auraIds.clear();

        assertThat(copied.auraIds()).hasSize(1);
    }

    private static User user(String auraId, String userId) {
        var registration = new Registration(
                new ChannelId(new UUID(3, 4)),
                new UserId(userId),
                new AuthorizationId(auraId),
                Authentication.of(NUMBER),
                Optional.empty(),
                Optional.empty());
        var globalId = new AuraGlobalId(UUID.nameUUIDFromBytes(new byte[] {(byte) auraId.charAt(0)}));
        return User.registered(new AuraId(auraId), globalId, registration, BEGUN);
    }
}

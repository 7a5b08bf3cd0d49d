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
import io.github.auraauth.domain.user.UserRow;
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

        assertThat(second.auraIds()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(second.userIds()).containsExactlyInAnyOrder("u", "v");
        assertThat(second.auraGlobalIds()).hasSize(3);
        assertThat(second.begun()).isEqualTo(erasure.begun());
        assertThat(first.auraIds()).hasSize(2);
        assertThat(erasure.including(List.of())).isEqualTo(erasure);
    }

    @Test
    void identifiers_laterChangeOfWhatWasGiven_changesNothing() {
        Set<String> auraIds = new HashSet<>(Set.of("a"));
        var copied = new Erasure(new UUID(1, 2), NUMBER, auraIds, Set.of(), Set.of(), BEGUN);
        auraIds.clear();

        assertThat(copied.auraIds()).hasSize(1);
    }

    @Test
    void including_unreadableRow_takesWhatIdentifiesIt() {
        UserRow bare = new UserRow("key-1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        UserRow odd = new UserRow("key-2", Optional.of("a/b"), Optional.of("u\n"), Optional.of("g"), Optional.empty());

        Erasure found = erasure.including(List.of(bare, odd));

        assertThat(found.auraIds()).containsExactlyInAnyOrder("key-1", "a/b");
        assertThat(found.identifiers()).contains("a/b", "u\n", "g");
        assertThat(odd).hasToString("UserRow[unreadable, redacted]");
    }

    private static UserRow user(String auraId, String userId) {
        var registration = new Registration(
                new ChannelId(new UUID(3, 4)),
                new UserId(userId),
                new AuthorizationId(auraId),
                Authentication.of(NUMBER),
                Optional.empty(),
                Optional.empty());
        var globalId = new AuraGlobalId(UUID.nameUUIDFromBytes(new byte[] {(byte) auraId.charAt(0)}));
        return UserRow.of(auraId, User.registered(new AuraId(auraId), globalId, registration, BEGUN));
    }
}

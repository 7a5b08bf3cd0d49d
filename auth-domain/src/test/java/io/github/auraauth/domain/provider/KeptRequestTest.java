package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits: requests for a person, and clients for the news of a logout. */
class KeptRequestTest {
    private static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    private static final SessionId BEFORE = new SessionId("00000000-0000-4000-8000-000000000001");
    private static final SessionId AFTER = new SessionId("00000000-0000-4000-8000-000000000002");

    @Test
    void isGoodAt_itsEnd_isFalse() {
        KeptRequest kept = kept(KeptRequest.Stage.PERSON, Optional.empty());
        assertThat(kept.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(kept.isGoodAt(kept.expiresAt().minusMillis(1))).isTrue();
        assertThat(kept.isGoodAt(kept.expiresAt())).isFalse();
    }

    @Test
    void isSince_sessionThatWasThereBefore_isFalse() {
        assertThat(kept(KeptRequest.Stage.PERSON, Optional.of(BEFORE)).isSince(BEFORE))
                .isFalse();
        assertThat(kept(KeptRequest.Stage.PERSON, Optional.of(BEFORE)).isSince(AFTER))
                .isTrue();
        assertThat(kept(KeptRequest.Stage.PERSON, Optional.empty()).isSince(AFTER))
                .isTrue();
    }

    /** The browser had not shown its cookies when the request came: whatever session it has then may be an old one. */
    @Test
    void isSince_requestThatWaitsForTheBrowser_isFalse() {
        assertThat(kept(KeptRequest.Stage.BROWSER, Optional.empty()).isSince(AFTER))
                .isFalse();
    }

    @Test
    void attempted_againAndAgain_isDueAfterTwiceAsLongUntilItIsTooLate() {
        LogoutNotice notice = LogoutNotice.create("id", new ClientId("a"), "somebody", BEFORE, NOW);
        assertThat(notice.dueAt()).isEqualTo(NOW);
        assertThat(notice.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 14; attempt++) {
            notice = notice.attempted(NOW);
            assertThat(notice.attempts()).isEqualTo(attempt);
            pauses.add(Duration.between(NOW, notice.dueAt()).toSeconds());
        }
        assertThat(pauses)
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 5120L, 5120L, 5120L, 5120L);
        assertThat(notice.expiresAt()).isEqualTo(NOW.plus(LogoutNotice.KEPT));
        assertThat(notice.id()).isEqualTo("id");
    }

    @ParameterizedTest
    @EnumSource
    void parse_itsName_isTheScope(Scope scope) {
        assertThat(Scope.parse(scope.value())).contains(scope);
        assertThat(Scope.parse(scope.name())).isEmpty();
    }

    @Test
    void among_listOfNames_isThoseThatAreKnown() {
        assertThat(Scope.among("email  openid address OPENID openid")).containsExactly(Scope.OPENID, Scope.EMAIL);
        assertThat(Scope.among("")).isEmpty();
        assertThat(Scope.among("openid\temail")).isEmpty();
        assertThat(Scope.list(Set.of("offline_access", "openid", "made up", "email")))
                .isEqualTo("openid email offline_access");
        assertThat(Scope.names(Set.of(Scope.OFFLINE_ACCESS, Scope.EMAIL)))
                .containsExactlyInAnyOrder("offline_access", "email");
    }

    @Test
    void parse_promptsThatGoTogether_areThose() {
        assertThat(Prompt.parse("none")).contains(Set.of(Prompt.NONE));
        assertThat(Prompt.parse("consent login")).contains(Set.of(Prompt.LOGIN, Prompt.CONSENT));
        assertThat(Prompt.parse("login login")).contains(Set.of(Prompt.LOGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none consent", "Login", "login,consent", " login", "login ", "create"})
    void parse_otherPrompts_areRefused(String list) {
        assertThat(Prompt.parse(list)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void parse_itsName_isTheMode(ResponseMode mode) {
        assertThat(ResponseMode.parse(mode.value())).contains(mode);
        assertThat(ResponseMode.parse(mode.name())).isEmpty();
    }

    private static KeptRequest kept(KeptRequest.Stage stage, Optional<SessionId> before) {
        return new KeptRequest(Requests.good().parameters(), NOW.plusNanos(999_999), stage, before);
    }
}

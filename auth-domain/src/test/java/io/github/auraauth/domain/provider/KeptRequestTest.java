package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What waits: requests for a person, and clients for the news of a logout. */
class KeptRequestTest {
    private static final Instant NOW = Instant.parse("2030-01-02T12:00:00Z");
    private static final SessionId SESSION = new SessionId("00000000-0000-4000-8000-000000000001");
    private static final Instant BEFORE = NOW.minusSeconds(10);

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
        assertThat(kept(KeptRequest.Stage.PERSON, Optional.of(BEFORE)).isSince(NOW))
                .isTrue();
        assertThat(kept(KeptRequest.Stage.PERSON, Optional.empty()).isSince(NOW))
                .isTrue();
    }

    /** The browser had not shown its cookies when the request came: whatever session it has then may be an old one. */
    @Test
    void isSince_requestThatWaitsForTheBrowser_isFalse() {
        assertThat(kept(KeptRequest.Stage.BROWSER, Optional.empty()).isSince(NOW))
                .isFalse();
    }

    /** A request that came without cookies may be brought to another browser, whose login is an old one. */
    @Test
    void isSince_sessionOfAnotherBrowserThatIsOlderThanTheRequest_isFalse() {
        KeptRequest kept = kept(KeptRequest.Stage.PERSON, Optional.empty());
        assertThat(kept.isSince(NOW.minus(Duration.ofMinutes(1)))).isFalse();
        assertThat(kept.isSince(NOW.minus(KeptRequest.CLOCK_SKEW)))
                .as("begun where the clock is behind")
                .isTrue();
    }

    @Test
    void attempted_againAndAgain_isDueAfterTwiceAsLongUntilItIsTooLate() {
        LogoutNotice notice = LogoutNotice.create("id", new ClientId("a"), "somebody", SESSION, NOW);
        assertThat(notice.dueAt()).isEqualTo(NOW);
        assertThat(notice.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 14; attempt++) {
            notice = notice.attempted(NOW);
            assertThat(notice.attempts()).isEqualTo(attempt);
            pauses.add(Duration.between(NOW, notice.dueAt()).toSeconds());
        }
        assertThat(pauses)
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L, 3600L, 3600L, 3600L, 3600L);
        assertThat(notice.expiresAt()).isEqualTo(NOW.plus(LogoutNotice.KEPT));
        assertThat(notice.id()).isEqualTo("id");
    }

    @Test
    void requestDigest_otherForm_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestDigest("A".repeat(64)));
    }

    private static KeptRequest kept(KeptRequest.Stage stage, Optional<Instant> before) {
        return new KeptRequest(Requests.good().parameters(), NOW.plusNanos(999_999), stage, before);
    }
}

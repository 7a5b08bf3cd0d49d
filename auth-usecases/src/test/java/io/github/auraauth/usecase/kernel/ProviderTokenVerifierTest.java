package io.github.auraauth.usecase.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderTokenVerifierTest {
    private static final Set<SignatureAlgorithm> RS256 = Set.of(SignatureAlgorithm.RS256);

    private final FakeProvider provider = new FakeProvider();
    private final ProviderTokenVerifier tokens = new ProviderTokenVerifier(provider, provider);
    private final Deadline soon = Deadline.in(Duration.ofSeconds(5), InstantSource.system());

    @Test
    void verified_signedByACurrentKey_areTheClaims_andNothingIsFetchedAnew() {
        assertThat(tokens.verified(Secret.ofText("old"), RS256, soon)
                        .orElseThrow()
                        .text("sub"))
                .contains("old");
        assertThat(provider.fetches).isZero();
    }

    @Test
    void verified_signedByAKeyThatIsNew_areTheClaimsAfterOneFetch() {
        provider.published = "old new";

        assertThat(tokens.verified(Secret.ofText("new"), RS256, soon)
                        .orElseThrow()
                        .text("sub"))
                .contains("new");
        assertThat(provider.fetches).isEqualTo(1);
    }

    @Test
    void verified_signedByAKeyOfNobody_isEmpty_andTheSameKeysAreNotTriedTwice() {
        assertThat(tokens.verified(Secret.ofText("made-up"), RS256, soon)).isEmpty();
        assertThat(provider.fetches).isEqualTo(1);
        assertThat(provider.verifications).isEqualTo(1);
    }

    @Test
    void verified_refused_isEmpty_andNothingIsFetchedAnew() {
        assertThat(tokens.verified(Secret.ofText("forged"), RS256, soon)).isEmpty();
        assertThat(provider.fetches).isZero();
    }

    @Test
    void verified_stillUnknownAmongTheNewKeys_isEmpty() {
        provider.published = "other";

        assertThat(tokens.verified(Secret.ofText("made-up"), RS256, soon)).isEmpty();
        assertThat(provider.verifications).isEqualTo(2);
    }

    @Test
    void verified_whileTheKeysCannotBeHad_isAnOutage() {
        provider.outage = true;

        assertThatThrownBy(() -> tokens.verified(Secret.ofText("old"), RS256, soon))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void verified_withAlgorithmsThatAreTaken_asksForNoOthers() {
        tokens.verified(Secret.ofText("old"), RS256, soon);

        assertThat(provider.allowed).isEqualTo(RS256);
    }
}

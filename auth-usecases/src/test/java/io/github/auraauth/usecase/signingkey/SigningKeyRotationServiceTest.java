package io.github.auraauth.usecase.signingkey;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.provider.SigningKeyRing;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyRotationServiceTest {
    private static final Actor OPERATOR = Actor.commandLine("tests");

    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ProviderInstance there = all.instance();

    @Test
    void rotate_whileTokensAreMade_everyTokenIsVerifiableByWhoeverFetchedTheSetFiveMinutesAgo() {
        Client client = all.trusted("client");
        all.accounts.account("ana");
        Secret session = here.logIn("ana");
        List<JsonWebKey> fetched = there.keys.published(all.accounts.soon());
        done(here.rotation.rotate(OPERATOR, all.accounts.soon()));
        for (int second = 0; second < 900; second++) {
            if (second % 300 == 299) {
                fetched = there.keys.published(all.accounts.soon());
            }
            String token = ProviderEnvironment.text(
                    given(here.exchange(client, here.code(client, session))).idToken());
            assertThat(fetched).extracting(JsonWebKey::id).contains(token.substring(0, token.indexOf('.')));
            all.accounts.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(there.keys
                        .current(SignatureAlgorithm.RS256, all.accounts.soon())
                        .publicKey()
                        .id())
                .isNotEqualTo("RS256-1");
    }

    @Test
    void rotate_longAfter_removesWhatIsGoodForNothing() {
        done(here.rotation.rotate(OPERATOR, all.accounts.soon()));
        all.accounts.clock.advance(SigningKeyRing.REMOVED_AFTER.plusHours(1));
        done(here.rotation.rotate(OPERATOR, all.accounts.soon()));
        assertThat(done(here.rotation.list(OPERATOR, all.accounts.soon()))).hasSize(4);
    }

    /** As on a busy machine: what was made is not thrown away, and the store is not blamed for the time. */
    @Test
    void rotate_makingAKeyTakesAllTheTimeThereIs_storesAndNotesItAllTheSame() {
        var slow = new SigningKeyRotationService(
                all.keys,
                here.keys,
                algorithm -> {
                    all.accounts.clock.advance(Duration.ofMinutes(1));
                    return all.tokens.generate(algorithm);
                },
                Duration.ofMinutes(5),
                here.accounts.recorder,
                all.accounts.clock);
        List<StoredSigningKey> before = done(here.rotation.list(OPERATOR, all.accounts.soon()));
        List<StoredSigningKey> made = done(slow.rotate(OPERATOR, all.accounts.soon()));
        StoredSigningKey one = done(slow.create(SignatureAlgorithm.RS256, OPERATOR, all.accounts.soon()));

        assertThat(made).hasSize(2);
        assertThat(done(here.rotation.list(OPERATOR, all.accounts.soon())))
                .hasSize(before.size() + 3)
                .containsAll(made)
                .contains(one);
    }

    @Test
    void create_withoutBeingASuperuser_isRefused() {
        Actor somebody = actor(all.accounts.staff("sam"));
        assertThat(refusal(here.rotation.create(SignatureAlgorithm.RS256, somebody, all.accounts.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.rotation.rotate(somebody, all.accounts.soon())).reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(here.rotation.list(somebody, all.accounts.soon())).reason())
                .isEqualTo(Reason.FORBIDDEN);
    }
}

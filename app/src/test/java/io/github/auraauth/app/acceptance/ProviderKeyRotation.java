package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.jose.JoseTokenVerifier;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** New keys while clients verify tokens with a key set that is as old as it may be. */
interface ProviderKeyRotation {
    ProviderServers provider();

    Map<String, String> session();

    @Test
    default void keys_rotated_verifyEveryTokenOfBothInstances() {
        Verifier verifier = new Verifier(provider());
        RelyingParty elliptic = provider().confidential("elliptic", "--consent", "none", "--signing-alg", "ES256");
        List<Refreshes> clients = List.of(
                new Refreshes(provider(), provider().trusted, session()),
                new Refreshes(provider(), elliptic, session()));
        int rotations = Thoroughness.rounds(1, 3);
        for (int round = 0; round < rotations; round++) {
            provider().accounts.operator.run("", "oidc", "rotate-keys");
            verifier.watch(clients, Duration.ofMillis(700));
        }
        // each signs as soon as whoever has the key set has fetched it again, which is eleven seconds
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (verifier.signers.size() < 2 + 2 * rotations && System.nanoTime() < end) {
            verifier.watch(clients, Duration.ofMillis(500));
        }

        assertThat(verifier.faults).isEmpty();
        // on a busy machine one is followed by the next before anybody looks
        assertThat(verifier.signers).hasSizeBetween(Math.max(4, 2 * rotations), 2 + 2 * rotations);
        assertThat(verifier.fetches).isLessThan(45);
    }

    /** A client that refreshes its tokens, at one instance after the other. */
    final class Refreshes {
        private final ProviderServers provider;
        private final RelyingParty client;
        private JsonNode tokens;
        private int times;

        Refreshes(ProviderServers provider, RelyingParty client, Map<String, String> session) {
            this.provider = provider;
            this.client = client;
            this.tokens = provider.a.tokens(client, session);
        }

        String idToken() {
            ProviderCalls calls = times++ % 2 == 0 ? provider.a : provider.b;
            Map<String, String> form =
                    RelyingParty.refresh(tokens.path("refresh_token").asText());
            tokens = ProviderCalls.tokens(calls.token(client, form));
            return tokens.path("id_token").asText();
        }
    }

    /** Verifies with a key set that it fetches no sooner than the last one is over. */
    final class Verifier {
        private static final Duration MAX_AGE = Duration.ofSeconds(1);

        private final ProviderServers provider;
        private final List<String> faults = new ArrayList<>();
        private final Set<String> signers = new LinkedHashSet<>();
        private final JoseTokenVerifier verifier = new JoseTokenVerifier();
        private JsonWebKeySet keys;
        private long fetched;
        private int fetches;

        Verifier(ProviderServers provider) {
            this.provider = provider;
            this.keys = fetch();
        }

        void watch(List<Refreshes> clients, Duration time) {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                clients.forEach(each -> verify(each.idToken()));
                pause();
            }
        }

        private void verify(String token) {
            if (System.nanoTime() - fetched > MAX_AGE.toNanos()) {
                keys = fetch();
            }
            String head = new String(
                    Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
            boolean good = verifier.verify(
                            Secret.ofText(token), keys, Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256))
                    .fold(claims -> true, () -> false, () -> false);
            signers.add(head);
            if (!good) {
                faults.add(head + " by a key set of " + (System.nanoTime() - fetched) / 1_000_000 + " ms");
            }
        }

        /** From one instance after the other. */
        private JsonWebKeySet fetch() {
            ProviderCalls calls = fetches++ % 2 == 0 ? provider.b : provider.a;
            HttpResponse<String> answer = calls.get("/oidc/jwks", Map.of());
            assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=1");
            fetched = System.nanoTime();
            return new JsonWebKeySet(answer.body());
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

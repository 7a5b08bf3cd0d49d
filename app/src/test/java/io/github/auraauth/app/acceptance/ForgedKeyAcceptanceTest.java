package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.BlockForgeries;
import io.github.auraauth.domain.apikey.BlockForgeries.Forgery;
import io.github.auraauth.domain.apikey.NaiveDecoder;
import io.github.auraauth.domain.apikey.PaddingAttack;
import io.github.auraauth.domain.apikey.SeedCipher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a holder of keys of version 1 can make of them, over HTTP: nothing, where a naive decoder is taken in. */
class ForgedKeyAcceptanceTest {
    private static final String WANTED =
            "{\"version\":\"9.9\",\"scopes\":[\"aura-services\"],\"apps\":[\"kernel\"],\"mode\":\"rw\"}";

    private final SeedCipher cipher = new SeedCipher(Api.ENCRYPTION_KEY, 35);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final BlockForgeries forgeries = new BlockForgeries(cipher);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"strict", "compat"})
    void call_withForgedKey_isRefused(String policy) {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_APIKEY_POLICY", policy);
        environment.put("AURA_APIKEY_THROTTLE", "0");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Api api = new Api(server);
            String good = legacyKey();
            new CommandLine(folder, environment).run(good, "apikey", "register");
            assertThat(status(api, good)).isEqualTo(200);

            List<String> flips = forgeries.ivFlips(good);
            assertThat(flips).hasSizeGreaterThan(4_000);
            assertThat(flips.stream().filter(text -> naive.read(text).isPresent()))
                    .hasSizeGreaterThan(1_400);
            assertThat(Thoroughness.each(5, flips))
                    .allSatisfy(text -> assertThat(status(api, text)).isEqualTo(401));
            assertRefused(api, forgeries.garbled());
            assertRefused(api, forgeries.spliced());
            assertThat(padding(text -> naive.answer(text) != NaiveDecoder.Answer.WRONG_PADDING)
                            .flatMap(naive::read))
                    .isPresent();
            assertThat(padding(text -> status(api, text) != 401)).isEmpty();
        }
    }

    private void assertRefused(Api api, List<Forgery> attempts) {
        assertThat(attempts).anyMatch(attempt -> attempt.isTakenBy(naive));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(status(api, attempt.text())).isEqualTo(401));
    }

    private Optional<String> padding(Predicate<String> paddingIsRight) {
        return new PaddingAttack(cipher).forge(WANTED, paddingIsRight);
    }

    private static int status(Api api, String key) {
        return api.call(api.request("/config", key).build()).statusCode();
    }

    private static String legacyKey() {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        return new String(
                Api.keys(Api.ENCRYPTION_KEY, Api.ENVIRONMENT)
                        .issueLegacy(request)
                        .text()
                        .reveal(),
                StandardCharsets.US_ASCII);
    }
}

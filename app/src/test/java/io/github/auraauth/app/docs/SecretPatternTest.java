package io.github.auraauth.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The guide's pattern finds keys, and the check that it describes tells them from what only looks like one. */
class SecretPatternTest {
    private static final Pattern IN_GUIDE = Pattern.compile("(?m)^aur2_\\[.*$");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Test
    void pattern_ofTheGuide_findsAKeyInALogAndItsCheckFits() throws IOException {
        String guide = Documents.text("docs/guide.md");
        String pattern =
                IN_GUIDE.matcher(guide).results().findFirst().orElseThrow().group();
        String key = key();

        assertThat(Pattern.compile(pattern)
                        .matcher("GET /config key=" + key + ", 200")
                        .results())
                .extracting(MatchResult::group)
                .containsExactly(key);
        int last = key.lastIndexOf('_');
        assertThat(key.substring(last + 1)).isEqualTo(check(key.substring(0, last)));
        assertThat(Pattern.compile(pattern).matcher("aus2" + key.substring(4)).find())
                .isFalse();
    }

    private static String check(String head) {
        CRC32 crc = new CRC32();
        crc.update(head.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        BigInteger left = BigInteger.valueOf(crc.getValue());
        for (int i = 0; i < 6; i++) {
            BigInteger[] parts = left.divideAndRemainder(BigInteger.valueOf(62));
            digits.insert(0, DIGITS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return digits.toString();
    }

    private static String key() {
        var keys = new ApiKeys(
                EncryptionKeys.parse("aes-256-cbc", "an-example-key-of-32-characters!"),
                35,
                "local",
                ApiKeyPolicy.STRICT,
                new SecureRandom());
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        return new String(keys.issue(request, Instant.now()).text().reveal(), StandardCharsets.US_ASCII);
    }
}

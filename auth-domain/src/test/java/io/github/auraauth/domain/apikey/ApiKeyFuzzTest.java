package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.vectors.Fuzzing;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a key or to the header around it, it is refused, or still says what it said. */
class ApiKeyFuzzTest {
    private static final String HEX = "0123456789abcdef";
    private static final String ANY = HEX + "gAF_ \u00e9.\u0000zZ";
    private static final int IV_END = Keys.IV_POSITION + 32;
    private static final RequiredAccess NEEDED = RequiredAccess.ofPublic(AccessMode.READ);
    private static final RequestPath PATH = new RequestPath(List.of("users", "a"));

    private final ApiKeys keys = Keys.compat(Keys.ENTRY, Keys.OTHER_ENTRY);
    private final ApiKeyRequest request = Keys.request(Keys.grants(AccessMode.READ, List.of("/users/*")));
    private final String v1 = Keys.text(keys.issueLegacy(request));
    private final String v2 = Keys.text(keys.issue(request, Keys.NOW));
    private final ApiKeyModel model = keys.read(v1).orElseThrow().model();
    private long survivors;

    @Test
    void read_mutatedKeys_saysWhatTheyWereMadeForOrNothing() {
        Fuzzing.rounds("ApiKeyFuzzTest, keys", random -> {
            String mutant = mutant(random.nextBoolean() ? v1 : v2, random);
            Optional<ReadApiKey> read = keys.read(mutant);
            assertThat(keys.read(mutant)).isEqualTo(read);
            if (read.isPresent() && !mutant.equals(v1) && !mutant.equals(v2)) {
                survivors++;
                assertThat(read.get().format()).as(mutant).isEqualTo(ApiKeyFormat.V1);
                assertThat(read.get().model().grants()).as(mutant).isEqualTo(model.grants());
                assertThat(read.get().model().stamp()).as(mutant).isEqualTo(model.stamp());
                assertThat(keys.presentText(mutant).fingerprint())
                        .isEqualTo(keys.presentText(v1).fingerprint());
            }
        });
        assertThat(survivors).as("changed digits of the version").isPositive();
    }

    @Test
    void decide_mutatedHeaders_grantsTheKeyInItOrRefuses() {
        Fuzzing.rounds("ApiKeyFuzzTest, headers", random -> {
            String header = mutant("APIKEY " + v2, random);
            var decision = keys.decide(Optional.of(header), NEEDED, PATH, Keys.NOW);
            boolean good = header.length() > 7
                    && header.substring(0, 6).equalsIgnoreCase("apikey")
                    && header.charAt(6) == ' '
                    && header.substring(6).replaceFirst("^ +", "").equals(v2);
            assertThat(Keys.outcome(decision)).as(header).isEqualTo(good ? "granted" : "unauthenticated");
        });
    }

    /** One to three changes, mostly of one character into another that could be there; now and then one near the end of the IV, alone. */
    private static String mutant(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        if (random.nextInt(8) == 0) {
            changed.setCharAt(IV_END - 1 - random.nextInt(8), HEX.charAt(random.nextInt(HEX.length())));
            return changed.toString();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(Math.max(1, changed.length() - 1));
            switch (random.nextInt(12)) {
                case 0 -> changed.delete(at, at + 1).append(changed.isEmpty() ? "0" : "");
                case 1 -> changed.insert(at, ANY.charAt(random.nextInt(ANY.length())));
                case 2 -> changed.setCharAt(at, ANY.charAt(random.nextInt(ANY.length())));
                case 3 -> changed.setLength(Math.max(1, at));
                case 4 -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 32)));
                case 5 -> changed.setCharAt(at, Character.toUpperCase(changed.charAt(at)));
                default -> changed.setCharAt(at, HEX.charAt(random.nextInt(HEX.length())));
            }
        }
        return changed.toString();
    }
}

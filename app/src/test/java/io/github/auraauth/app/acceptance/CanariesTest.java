package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The search finds what it must, so that a canary that stays silent means something. */
class CanariesTest {
    private static final String PHONE = "+34698765432109";
    private static final String TOKEN = "canary-\"token\"/of a+test&=1234567890";

    private final Canaries canaries = new Canaries();

    @Test
    void in_valueInAnyEncoding_isFound() {
        canaries.secret(TOKEN);
        canaries.personal(PHONE);
        for (String value : List.of(TOKEN, PHONE)) {
            for (UnaryOperator<String> encoding : List.<UnaryOperator<String>>of(
                    text -> text,
                    text -> text.toUpperCase(java.util.Locale.ROOT),
                    text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
                    text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)),
                    text -> Base64.getEncoder().encodeToString(("x" + text + "yz").getBytes(StandardCharsets.UTF_8)),
                    text -> Base64.getUrlEncoder().encodeToString(("ab" + text + "c").getBytes(StandardCharsets.UTF_8)),
                    text -> Base64.getEncoder().encodeToString(("abc" + text).getBytes(StandardCharsets.UTF_8)),
                    text -> text.replace("\"", "\\\""))) {
                assertThat(canaries.in("here", "before " + encoding.apply(value) + " after"))
                        .as(encoding.apply(value))
                        .hasSize(1);
            }
        }
        assertThat(canaries.in("here", "a number without its sign: 34698765432109"))
                .hasSize(1);
    }

    @Test
    void in_pieceOfALongValue_isFound() {
        String key = canaries.secret("aux2_0123abcd_" + "abcdefghij".repeat(12) + "0123456789klmnopqrstuvwxyz");
        assertThat(canaries.in("here", key.substring(0, 100))).hasSize(1);
        assertThat(canaries.in("here", "..." + key.substring(key.length() - 30)))
                .hasSize(1);
    }

    @Test
    void in_nothingOfIt_findsNothing() {
        canaries.secret(TOKEN);
        canaries.personal(PHONE);
        assertThat(canaries.in("here", "canary-token 3469876543 +346987654321")).isEmpty();
        assertThat(canaries.secretsIn("here", PHONE)).isEmpty();
    }
}

package io.github.auraauth.domain.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.vectors.Fuzzing;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is given, what comes out is of a trusted host to the JDK's own reader of URLs, and stays what it is. */
class RedirectFuzzTest {
    private static final String[] PIECES = {
        "https://",
        "https:",
        "http://",
        "HTTPS://",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "?",
        "#",
        "%2f",
        "%",
        "%00",
        ".",
        "..",
        "app.example.org",
        "app.example.org",
        "a.wild.example.org",
        "localhost",
        "evil.example",
        "evil",
        ":443",
        ":8443",
        "\u3002",
        "\uff0f",
        "\uff41",
        "\u00e9",
        "\u0000",
        "\n",
        " ",
        "[::1]",
        "127.1",
        "xn--",
        "*",
        "\ud83d\ude00",
        "\ud800"
    };
    private static final Pattern WRITTEN = Pattern.compile(
            "(https://(app\\.example\\.org|([a-z0-9-]+\\.)+wild\\.example\\.org)|http://localhost(:[1-9][0-9]{0,4})?)"
                    + "/([A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9a-fA-F]{2})*+");

    private final TrustedHosts hosts = TrustedHosts.parse(List.of("app.example.org", "*.wild.example.org"), true);
    private final List<String> hostile = HostileTargets.all();
    private long trusted;

    @Test
    void redirect_anyTarget_staysWithTrustedHosts() {
        long rounds = Fuzzing.rounds("RedirectFuzzTest", random -> check(given(random)));
        assertThat(trusted).as("trusted targets").isGreaterThan(rounds / 1000);
    }

    private void check(String given) {
        Optional<TrustedRedirect> redirect = hosts.redirect(given);
        redirect.ifPresent(found -> {
            trusted++;
            URI uri = found.uri();
            assertThat(uri.toString()).as(given).matches(WRITTEN);
            assertThat(uri.getUserInfo()).as(given).isNull();
            assertThat(uri.getHost()).as(given).matches("app.example.org|.*\\.wild\\.example\\.org|localhost");
            assertThat(uri.toString()).as(given).startsWith(found.origin() + "/");
            assertThat(hosts.redirect(uri.toString()))
                    .as(given)
                    .hasValueSatisfying(again -> assertThat(again.uri()).isEqualTo(uri));
        });
    }

    private String given(Random random) {
        if (random.nextInt(4) == 0) {
            return changed(hostile.get(random.nextInt(hostile.size())), random);
        }
        StringBuilder given = new StringBuilder(random.nextInt(4) == 0 ? "" : "https://");
        for (int i = random.nextInt(6); i >= 0; i--) {
            given.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return given.toString();
    }

    private static String changed(String given, Random random) {
        StringBuilder changed = new StringBuilder(given);
        for (int i = random.nextInt(3); i > 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> changed.setCharAt(at, (char) random.nextInt(0x250));
            }
        }
        return changed.toString();
    }
}

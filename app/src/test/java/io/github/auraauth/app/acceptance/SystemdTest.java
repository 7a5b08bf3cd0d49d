package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The unit, by systemd's own tool. */
@Tag("deep")
class SystemdTest {
    private static final double MOST_EXPOSED = 2.0;

    private final Tool analyze = Tool.find("systemd-analyze", "apt-get install systemd");

    @Test
    void unit_forSystemd_isOneThatItTakes() {
        assertThat(analyze("verify")).isEmpty();
    }

    @Test
    void unit_asAWhole_isLessExposedThanMost() {
        Matcher level = Pattern.compile("Overall exposure level for aura-auth.service: ([0-9.]+)")
                .matcher(analyze("security", "--offline=true"));
        assertThat(level.find()).isTrue();
        assertThat(Double.parseDouble(level.group(1))).isLessThan(MOST_EXPOSED);
    }

    private String analyze(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "aura-auth.service";
        return analyze.run(DeployFiles.folder().resolve("systemd"), all);
    }
}

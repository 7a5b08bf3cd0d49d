package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What newcomers get wrong, and what they are told: the name, what was wrong, and what to do, in a line for each mistake. */
class MistakeTest {
    private static final String SECRET = "canary-of-a-newcomer";

    @TempDir
    private Path home;

    @ParameterizedTest
    @MethodSource("variables")
    void run_withAMistake_isALineForItAndNothingElse(Map<String, String> environment, List<String> lines)
            throws IOException {
        Files.writeString(home.resolve("empty"), "\n");
        Files.write(home.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Terminal terminal = new Terminal(home, inHome(environment));

        assertThat(terminal.run("run")).isEqualTo(78);

        assertThat(terminal.out()).isEmpty();
        List<String> told = terminal.err().lines().toList();
        assertThat(told.get(0)).isEqualTo("aura: The configuration cannot be used:");
        assertThat(told.subList(1, told.size()))
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .map(line -> "  " + line.replace("<home>", home.toString()))
                        .toList());
        assertThat(terminal.err()).doesNotContain(SECRET);
        assertThat(home.resolve("data")).doesNotExist();
    }

    static Stream<Arguments> variables() {
        return Stream.of(
                mistake(
                        "another scheme for MongoDB",
                        Map.of("AURA_MONGODB_URI", "mongo://user:" + SECRET + "@db"),
                        "AURA_MONGODB_URI: given a secret, allowed: an address that begins with mongodb:// or"
                                + " mongodb+srv://"),
                mistake(
                        "a port of MongoDB that is none",
                        Map.of("AURA_MONGODB_URI", "mongodb://user:" + SECRET + "@db:270170"),
                        "AURA_MONGODB_URI: given a secret, allowed: a connection string of MongoDB whose hosts and"
                                + " options the driver can read"),
                mistake(
                        "a password for MongoDB that is not escaped",
                        Map.of("AURA_MONGODB_URI", "mongodb://user:p@" + SECRET + "@db"),
                        "AURA_MONGODB_URI: given a secret, allowed: a user name and password in which @ is written"
                                + " %40, : %3A, / %2F, ? %3F and % %25, or both in AURA_MONGODB_USERNAME and"
                                + " AURA_MONGODB_PASSWORD as they are"),
                mistake(
                        "a port that is none",
                        Map.of("AURA_SERVICE_PORT", "80a"),
                        "AURA_SERVICE_PORT: given \"80a\", allowed: a whole number from 0 to 65535"),
                mistake(
                        "one port for both APIs",
                        Map.of("AURA_SERVICE_PORT", "2368"),
                        "TAC_PORT: given \"2368\", allowed: another port than AURA_SERVICE_PORT"),
                mistake(
                        "a file that is not there",
                        Map.of("AURA_ENCRYPTION_KEY_FILE", "<home>/nothing"),
                        "AURA_ENCRYPTION_KEY_FILE: given \"<home>/nothing\", allowed: a readable file of up to 64 KiB"
                                + " that is not empty (there is no such file)"),
                mistake(
                        "a folder for a file",
                        Map.of("AURA_SEED_ID_FILE", "<home>"),
                        "AURA_SEED_ID_FILE: given \"<home>\", allowed: a readable file of up to 64 KiB that is not"
                                + " empty (it cannot be read)"),
                mistake(
                        "an empty file",
                        Map.of("AURA_SEED_ID_FILE", "<home>/empty"),
                        "AURA_SEED_ID_FILE: given \"<home>/empty\", allowed: a readable file of up to 64 KiB that is"
                                + " not empty"),
                mistake(
                        "a file that is no text",
                        Map.of("AURA_SEED_ID_FILE", "<home>/binary"),
                        "AURA_SEED_ID_FILE: given \"<home>/binary\", allowed: a readable file of up to 64 KiB that is"
                                + " not empty (it is no text in UTF-8)"),
                mistake(
                        "a value and a file",
                        Map.of("AURA_SEED_ID", SECRET, "AURA_SEED_ID_FILE", "<home>/empty"),
                        "AURA_SEED_ID: given both itself and AURA_SEED_ID_FILE, allowed: one of the two"),
                mistake(
                        "a short key",
                        Map.of("AURA_ENCRYPTION_KEY", SECRET),
                        "AURA_ENCRYPTION_KEY: given a secret, allowed: every encryption key must have 32 bytes for"
                                + " aes-256-cbc"),
                mistake(
                        "a cron pattern with seconds",
                        Map.of("DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN", "0 */5 * * * *"),
                        "DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN: given \"0 */5 * * * *\", allowed: five fields of a cron"
                                + " pattern, such as */5 * * * *"),
                mistake(
                        "several hosts of one Redis",
                        Map.of("AURA_REDIS_HOSTS", "a:1,b:1", "AURA_REDIS_MODE", "SINGLE"),
                        "AURA_REDIS_HOSTS: given several hosts, allowed: one host, since AURA_REDIS_MODE is SINGLE"),
                mistake(
                        "a user without a password",
                        Map.of("AURA_MONGODB_URI", "mongodb://db", "AURA_MONGODB_USERNAME", "somebody"),
                        "AURA_MONGODB_PASSWORD: given not set, allowed: something, since AURA_MONGODB_USERNAME is set"),
                mistake(
                        "a pool of fewer than the fewest",
                        Map.of("AURA_MONGODB_MAX_POOL_SIZE", "5", "AURA_MONGODB_MIN_POOL_SIZE", "9"),
                        "AURA_MONGODB_MIN_POOL_SIZE: given \"9\", allowed: no more than the pool's most connections,"
                                + " 5"),
                mistake(
                        "two mistakes",
                        Map.of("AURA_LOGGING_LEVEL", "LOUD", "AURA_LINK_CONFIRM", "yes"),
                        "AURA_LINK_CONFIRM: given \"yes\", allowed: true, false",
                        "AURA_LOGGING_LEVEL: given \"LOUD\", allowed: TRACE, DEBUG, INFO, WARN, ERROR, FATAL, OFF"),
                mistake(
                        "production as it comes",
                        Map.of("AURA_SERVICE_ENVIRONMENT", "PRO"),
                        "AURA_PUBLIC_URL: given not set, allowed: required in PRE and PRO: the address under which the"
                                + " service is reached",
                        "AURA_ENVIRONMENT_NAME: given not set, allowed: required in PRE and PRO: the name that APIKeys"
                                + " carry",
                        "AURA_ENCRYPTION_KEY: given not set, allowed: required in PRE and PRO: keys are not generated"
                                + " there",
                        "AURA_SEED_ID: given not set, allowed: required in PRE and PRO: a seed is not generated there",
                        "AURA_MONGODB_URI: given not set, allowed: required in PRE and PRO: the embedded store is for"
                                + " DEV only"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void commandLine_withAMistake_isALineAndTheUsage(String arguments, String line) {
        Terminal terminal = new Terminal(home, Map.of());

        assertThat(terminal.run(arguments.split(" "))).isEqualTo(64);

        assertThat(terminal.out()).isEmpty();
        List<String> told = terminal.err().lines().toList();
        assertThat(told.get(0)).isEqualTo("aura: " + line);
        assertThat(told.get(1)).startsWith("Usage: aura");
        assertThat(home).isEmptyDirectory();
    }

    static Stream<Arguments> commandLines() {
        return Stream.of(
                argumentSet("a command that is none", "serve", "there is no command aura serve"),
                argumentSet("a command of a group", "apikey make", "there is no command aura apikey make"),
                argumentSet("an option that is none", "run --port=8080", "there is no option --port"),
                argumentSet("an option of another tool", "users show --id one", "there is no option --id"),
                argumentSet("an argument too many", "doctor 600000001", "there is an argument too many"),
                argumentSet("an argument too few", "users show", "Missing required parameter: 'AURA_ID'"),
                argumentSet(
                        "options too few",
                        "apikey generate -v 9.5.0 -m r",
                        "Missing required options: '-s=<scopes>', '-a=<apps>'"),
                argumentSet("a group alone", "apikey", "a command is missing"));
    }

    private static Arguments mistake(String name, Map<String, String> environment, String... lines) {
        return argumentSet(name, environment, List.of(lines));
    }

    private Map<String, String> inHome(Map<String, String> environment) {
        Map<String, String> there = new HashMap<>();
        environment.forEach((name, value) -> there.put(name, value.replace("<home>", home.toString())));
        return there;
    }
}

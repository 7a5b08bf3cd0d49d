package io.github.auraauth.app.config.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {
    /** As the seed's Compose file gives it: a text of several lines. */
    private static final String SEED_LIST =
            "media_store:a-made-up-secret:of-the-tests:update_mediasource&add_mediasource&change_mediasource\n"
                    + "\n  \"other\":none\n"
                    + "engine:another-made-up-secret:\n";

    private static final Map<String, String> PRE = Map.of(
            "AURA_SERVICE_ENVIRONMENT", "PRE",
            "AURA_PUBLIC_URL", "https://aura.example",
            "AURA_ENVIRONMENT_NAME", "tests",
            "AURA_ENCRYPTION_KEY", "a-key-of-the-account-tests-of-32",
            "AURA_SEED_ID", "a-seed-of-the-account-tests",
            "AURA_MONGODB_URI", "mongodb://users.example:27017");

    @TempDir
    private Path home;

    @Test
    void read_severalLinesInAVariable_areTokens() throws Exception {
        AccountSettings accounts = read(Map.of(), "AUTH_TOKENS", SEED_LIST.replace("  \"other\":none\n", ""))
                .accounts();

        assertThat(accounts.tokens().tokens()).extracting(token -> token.line()).containsExactly(1, 3);
        assertThat(accounts.tokens().tokens().get(0).username()).isEqualTo(new Username("media_store"));
        assertThat(accounts.tokens().tokens().get(0).secret())
                .isEqualTo(Secret.ofText("a-made-up-secret:of-the-tests"));
        assertThat(accounts.tokens().tokens().get(0).permissions())
                .containsExactlyInAnyOrder(
                        new Permission("add_mediasource"),
                        new Permission("change_mediasource"),
                        new Permission("update_mediasource"));
        assertThat(accounts.tokens().tokens().get(1).permissions()).isEmpty();
        assertThat(accounts.toString()).doesNotContain("made-up");
    }

    @Test
    void read_severalLinesInAFile_areTokens() throws Exception {
        Path file = Files.writeString(home.resolve("tokens"), "a:made-up-secret-one:\r\nb:made-up-secret-two:\r\n");

        assertThat(read(Map.of(), "AUTH_TOKENS_FILE", file.toString())
                        .accounts()
                        .tokens()
                        .tokens())
                .extracting(token -> token.line())
                .containsExactly(1, 2);
    }

    @Test
    void read_malformedLine_isRefusedByItsNumberAndNeverItsText() {
        assertThat(refused(Map.of(), "AUTH_TOKENS", SEED_LIST))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("AUTH_TOKENS: given a secret")
                        .contains("line 3")
                        .doesNotContain("other", "none", "media_store", "made-up"));
    }

    @Test
    void read_secretOf19Characters_isRefusedOutsideDevelopmentOnly() throws Exception {
        String list = "media_store:nineteen-characters:";

        assertThat(read(Map.of(), "AUTH_TOKENS", list).accounts().tokens().tokens())
                .hasSize(1);
        assertThat(refused(PRE, "AUTH_TOKENS", list))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).contains("line 1", "20 characters").doesNotContain("nineteen-ch"));
        assertThat(read(PRE, "AUTH_TOKENS", list.replace("s:", "s.:"))
                        .accounts()
                        .tokens()
                        .tokens())
                .hasSize(1);
    }

    @Test
    void read_nothingSet_isOnInDevelopmentOnly() throws Exception {
        assertThat(read(Map.of()).accounts().enabled()).isTrue();
        assertThat(read(PRE).accounts().enabled()).isFalse();
    }

    @Test
    void read_tokensOrAdministrator_putItOnUnlessItSaysOtherwise() throws Exception {
        String[] tokens = {"AUTH_TOKENS", "media_store:twenty-characters-or-more:"};
        String[] administrator = {"AURA_ADMIN_USERNAME", "root", "AURA_ADMIN_PASSWORD", "fourteen-storks-above-a-lake"};

        assertThat(read(PRE, tokens).accounts().enabled()).isTrue();
        assertThat(read(PRE, administrator).accounts().enabled()).isTrue();
        Configuration off = read(with(PRE, "AURA_ACCOUNTS_ENABLED", "false"), tokens);
        assertThat(off.accounts().enabled()).isFalse();
        assertThat(off.notices())
                .contains("AUTH_TOKENS is set, but AURA_ACCOUNTS_ENABLED is false: there are no accounts");
    }

    @Test
    void read_noSecondFactorAskedOfStaff_isWarnedOfOutsideDevelopmentOnly() throws Exception {
        Configuration asking = read(PRE, "AURA_ACCOUNTS_ENABLED", "true");
        Configuration careless = read(PRE, "AURA_ACCOUNTS_ENABLED", "true", "AURA_ADMIN_SECOND_FACTOR", "false");
        Configuration local = read(Map.of(), "AURA_ADMIN_SECOND_FACTOR", "false");

        assertThat(asking.accounts().secondFactor()).isTrue();
        assertThat(asking.notices()).noneMatch(notice -> notice.contains("AURA_ADMIN_SECOND_FACTOR"));
        assertThat(careless.accounts().secondFactor()).isFalse();
        assertThat(careless.notices()).anyMatch(notice -> notice.startsWith("AURA_ADMIN_SECOND_FACTOR is false: "));
        assertThat(local.notices()).isEmpty();
    }

    @Test
    void read_administrator_isOneWithAFoldedName() throws Exception {
        AccountSettings accounts = read(
                        Map.of(), "AURA_ADMIN_USERNAME", "Root", "AURA_ADMIN_PASSWORD", "fourteen-storks-above-a-lake")
                .accounts();

        assertThat(accounts.administrator())
                .contains(new AccountSettings.Administrator(
                        new Username("root"), Secret.ofText("fourteen-storks-above-a-lake")));
        assertThat(accounts.toString()).doesNotContain("root", "storks");
    }

    @ParameterizedTest
    @CsvSource({
        "root,'',AURA_ADMIN_PASSWORD",
        "'',fourteen-storks-above-a-lake,AURA_ADMIN_USERNAME",
        "not a name,fourteen-storks-above-a-lake,AURA_ADMIN_USERNAME",
        "root,fourteen-chars,AURA_ADMIN_PASSWORD",
        "administrator,administrator-12,AURA_ADMIN_PASSWORD"
    })
    void read_administratorThatCannotBeMade_isRefused(String name, String password, String variable) {
        assertThat(refused(Map.of(), "AURA_ADMIN_USERNAME", name, "AURA_ADMIN_PASSWORD", password))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith(variable + ": ").doesNotContain("storks", "chars,"));
    }

    private Configuration read(Map<String, String> base, String... more) throws Exception {
        return reader(base, more).read();
    }

    private List<String> refused(Map<String, String> base, String... more) {
        return catchThrowableOfType(
                        ConfigurationException.class, () -> reader(base, more).read())
                .problems();
    }

    private ConfigurationReader reader(Map<String, String> base, String... more) {
        return new ConfigurationReader(with(base, more), home, "1.2.3", new SecureRandom());
    }

    private static Map<String, String> with(Map<String, String> base, String... more) {
        Map<String, String> all = new HashMap<>(base);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}

package io.github.auraauth.app.config.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StateRules;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginSettingsTest {
    @TempDir
    private Path home;

    @Test
    void read_nothingSet_isForDevelopment() throws Exception {
        LoginSettings login = read(Map.of()).login();

        assertThat(login.states()).isEqualTo(new StateRules(StatePolicy.COMPAT, Duration.ofMinutes(10)));
        assertThat(login.confirmLinks()).isTrue();
        assertThat(login.pages().locale()).isEqualTo("en-gb");
        assertThat(login.pages().texts()).isEmpty();
        assertThat(login.pages().successImage()).isEmpty();
    }

    @Test
    void read_everything_arrivesInItsField() throws Exception {
        Path texts = Files.createDirectory(home.resolve("texts"));
        Path resources = Files.createDirectory(home.resolve("resources"));
        Path image = Files.createFile(resources.resolve("done.png"));

        Configuration read = read(Map.of(
                "AURA_STATE_POLICY", "strict",
                "AURA_VALID_REGISTER_STATE_MINUTES", "5",
                "AURA_LINK_CONFIRM", "false",
                "AURA_TRUSTED_HOSTNAMES", "chat.example, *.channels.example",
                "AURA_DEFAULT_LOCALE", "PT-BR",
                "AURA_LOCALE_FOLDER", texts.toString(),
                "AURA_RESOURCES_FOLDER", resources.toString(),
                "AURA_IMAGE_SUCCESS", "done.png",
                "AURA_CORS_ORIGINS", "https://a.example, https://b.example:444"));

        assertThat(read.login().states()).isEqualTo(new StateRules(StatePolicy.STRICT, Duration.ofMinutes(5)));
        assertThat(read.login().confirmLinks()).isFalse();
        assertThat(read.login().trustedHosts().redirect("https://web.channels.example/x"))
                .isPresent();
        assertThat(read.login().pages())
                .isEqualTo(new PageSettings(
                        "pt-br",
                        Optional.of(texts),
                        Optional.empty(),
                        resources,
                        Optional.of("done.png"),
                        ZoneId.of("UTC")));
        assertThat(read.login().pages().localImage()).contains(image);
        assertThat(read.http().corsOrigins()).containsExactly("https://a.example", "https://b.example:444");
    }

    @Test
    void read_timeZone_isThatOfPagesAndOfLogs() throws Exception {
        Configuration read = read(Map.of("AURA_DEFAULT_TIME_ZONE", "Europe/Madrid"));

        assertThat(read.login().pages().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
        assertThat(read.logging().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    void read_plainLocalhost_isTrustedInDevelopmentOnly() throws Exception {
        assertThat(read(Map.of()).login().trustedHosts().redirect("http://localhost:3000/"))
                .isPresent();
        assertThat(read(Map.of()).login().trustedHosts().redirect("https://chat.example/"))
                .isEmpty();
    }

    @Test
    void read_hostThatIsNone_isRefused() {
        assertThat(problems(Map.of("AURA_TRUSTED_HOSTNAMES", "chat.example,http://chat.example")))
                .contains("AURA_TRUSTED_HOSTNAMES: given \"chat.example,http://chat.example\"", "number 2");
    }

    @Test
    void read_localeBesideTheLauncher_isUsedWhenItIsThere() throws Exception {
        Path texts = Files.createDirectory(home.resolve("locale"));

        assertThat(read(Map.of()).login().pages().texts()).contains(texts);
    }

    @Test
    void read_folderOfTextsThatIsNotThere_isRefused() {
        assertThat(problems(Map.of("AURA_LOCALE_FOLDER", home.resolve("none").toString())))
                .contains("AURA_LOCALE_FOLDER: given", "allowed: a folder that is there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.png", "../outside.png", "/etc/hostname", "."})
    void read_pictureThatIsNotInItsFolder_isRefused(String name) throws Exception {
        Path resources = Files.createDirectory(home.resolve("resources"));
        Files.createFile(home.resolve("outside.png"));

        assertThat(problems(Map.of("AURA_RESOURCES_FOLDER", resources.toString(), "AURA_IMAGE_SUCCESS", name)))
                .contains("AURA_IMAGE_SUCCESS: given", "allowed: a readable file below AURA_RESOURCES_FOLDER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-fr", "FR-fr", "fr_FR"})
    void read_localeOfAFileInTheFolder_isTaken(String written) throws Exception {
        Path texts = Files.createDirectory(home.resolve("texts"));
        Files.createFile(texts.resolve("fr-FR.json"));

        assertThat(read(Map.of("AURA_DEFAULT_LOCALE", written, "AURA_LOCALE_FOLDER", texts.toString()))
                        .login()
                        .pages()
                        .locale())
                .isEqualTo("fr-fr");
    }

    @Test
    void packaged_culturesOfConfiguration_areThoseOfThePages() {
        for (String culture : PageSettings.PACKAGED) {
            assertThat(Locales.of(Optional.empty(), "pro", culture)
                            .texts(Optional.empty(), "")
                            .culture())
                    .isEqualTo(culture);
        }
    }

    @Test
    void read_publicAddressOfHttp_isForDevelopmentOnly() throws Exception {
        Map<String, String> plain = Map.of("AURA_PUBLIC_URL", "http://auth.example.com");

        assertThat(read(plain).notices()).isEmpty();
        for (String kind : List.of("PRE", "PRO")) {
            assertThat(problems(with(outside(kind), plain)))
                    .contains("AURA_PUBLIC_URL: given \"http://auth.example.com\", allowed: an https address");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//a", "/a//b", "/a//", "/a/../b", "/./a"})
    void read_publicAddressWithAnOddPath_isRefused(String path) {
        assertThat(problems(Map.of("AURA_PUBLIC_URL", "https://auth.example.com" + path)))
                .contains("AURA_PUBLIC_URL: given ", "whose path has neither empty nor dot segments");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example,''",
        "https://a.example/,''",
        "https://a.example/b/c/,/b/c",
        "http://a.example/é,/%C3%A9"
    })
    void read_publicAddress_hasItsPathAsPrefix(String url, String prefix) throws Exception {
        ServiceAddress address = ServiceAddress.of(read(Map.of("AURA_PUBLIC_URL", url)));

        assertThat(address.prefix()).isEqualTo(prefix);
        assertThat(address.callback().getRawPath()).isEqualTo(prefix + "/aura-services/v1/users/auraid/integrated");
    }

    @Test
    void read_noConfirmation_isRefusedWithChangeableStatesInProAndWarnedOfElsewhere() throws Exception {
        Map<String, String> silent = Map.of("AURA_LINK_CONFIRM", "false");
        Map<String, String> compat = Map.of("AURA_LINK_CONFIRM", "false", "AURA_STATE_POLICY", "compat");

        assertThat(problems(with(outside("PRO"), compat)))
                .contains(
                        "AURA_LINK_CONFIRM: given \"false\", allowed: true in PRO, since AURA_STATE_POLICY is compat");
        for (Map<String, String> taken :
                List.of(silent, compat, with(outside("PRE"), compat), with(outside("PRO"), silent))) {
            assertThat(read(taken).notices()).singleElement().asString().startsWith("AURA_LINK_CONFIRM is false");
        }
        assertThat(read(with(outside("PRO"), Map.of("AURA_STATE_POLICY", "compat")))
                        .notices())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://auth.example.com, https://auth.example.com/x, false",
        "https://auth.example.com, https://AUTH.example.com:8443/x, false",
        "https://auth.example.com, https://login.example.com/x, true",
        "https://auth.example.com, http://auth.example.com/x, true",
        "http://auth.example.com, https://auth.example.com/x, false",
        ", http://127.0.0.1:2367/x, false",
        ", http://localhost:2367/x, true"
    })
    void read_redirectToAnotherHost_isWarnedOf(String publicUrl, String redirect, boolean warned) throws Exception {
        Map<String, String> login = Map.of(
                "AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/",
                "AURA_FP_CLIENT_ID", "aura",
                "AURA_REDIRECT_URI", redirect);
        Map<String, String> address = publicUrl == null ? Map.of() : Map.of("AURA_PUBLIC_URL", publicUrl);

        assertThat(read(with(login, address)).notices().stream()
                        .anyMatch(notice -> notice.startsWith("AURA_REDIRECT_URI has another host")))
                .isEqualTo(warned);
    }

    private static Map<String, String> outside(String kind) {
        return Map.of(
                "AURA_SERVICE_ENVIRONMENT", kind,
                "AURA_PUBLIC_URL", "https://auth.example.com",
                "AURA_ENVIRONMENT_NAME", "es-pro",
                "AURA_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef",
                "AURA_SEED_ID", "a seed of some length",
                "AURA_MONGODB_URI", "mongodb://mongo.example:27017",
                "AURA_TRUSTED_PROXIES", "10.0.0.0/8");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-fr", "en", "english"})
    void read_otherLocale_isRefused(String locale) {
        assertThat(problems(Map.of("AURA_DEFAULT_LOCALE", locale)))
                .contains("AURA_DEFAULT_LOCALE", "de-de, en-gb, es-es, pt-br");
    }

    @Test
    void read_nothingSet_callsOthersByThePublishedDefaults() throws Exception {
        UpstreamSettings upstream = read(Map.of()).upstream();

        assertThat(upstream.outgoing().keepAlive()).isTrue();
        assertThat(upstream.outgoing().keepAliveTime()).isEqualTo(Duration.ofSeconds(100));
        assertThat(upstream.outgoing().maxSockets()).isEqualTo(100);
        assertThat(upstream.outgoing().requestTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(upstream.outgoing().retries()).isEqualTo(1);
        assertThat(upstream.outgoing().unloggedPaths())
                .containsExactly("aura-kpis", "static-resources", "healthz", "ping", "aura-configuration");
        assertThat(upstream.directLine().conversations())
                .isEqualTo(URI.create("https://directline.botframework.com/v3/directline/conversations"));
        assertThat(upstream.directLine().secrets()).isEmpty();
    }

    @Test
    void read_pathsNotToLog_areAddedToTheDefaults() throws Exception {
        UpstreamSettings upstream = read(Map.of(
                        "AURA_HTTP_PATHS_LOG_DISABLED", "introspect, ping",
                        "AURA_DIRECTLINE_SECRETS", "fake.one, fake.two"))
                .upstream();

        assertThat(upstream.outgoing().unloggedPaths())
                .containsExactly(
                        "aura-kpis", "static-resources", "healthz", "ping", "aura-configuration", "introspect");
        assertThat(upstream.directLine().secrets())
                .containsExactly(Secret.ofText("fake.one"), Secret.ofText("fake.two"));
    }

    private Configuration read(Map<String, String> environment) throws Exception {
        return reader(environment).read();
    }

    private String problems(Map<String, String> environment) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> reader(environment).read());
        assertThat(refused).as("was not refused").isNotNull();
        return refused.getMessage();
    }

    private ConfigurationReader reader(Map<String, String> environment) {
        return new ConfigurationReader(environment, home, "1.2.3", new SecureRandom());
    }
}

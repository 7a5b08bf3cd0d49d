package io.github.auraauth.app.config.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.login.PageSettings.RemoteTexts;
import io.github.auraauth.app.config.upstream.StorageSettings.Account;
import io.github.auraauth.app.config.upstream.StorageSettings.StaticResources;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageSettingsTest {
    private static final String ACCOUNT = "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT";
    private static final String KEY = "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY";
    private static final String ENDPOINT = "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT";
    private static final String SAS = "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN";

    @TempDir
    private Path home;

    @Test
    void read_nothingSet_isOff() throws Exception {
        Configuration read = read(Map.of());
        assertThat(read.upstream().storage().account()).isEmpty();
        assertThat(read.upstream().storage().staticResources()).isEmpty();
        assertThat(read.login().pages().remoteTexts()).isEmpty();
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void read_everything_arrivesInItsField() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                ACCOUNT,
                "fakeaccount",
                KEY,
                "ZmFrZQ==",
                ENDPOINT,
                "https://cdn.example/",
                SAS,
                "?sp=rw&sig=fake%3D",
                "AURA_STATIC_RESOURCES_CONTAINER",
                "pictures",
                "AURA_STATIC_RESOURCES_CONTAINER_PREFIX",
                "/",
                "AURA_LOCALE_FORCE_IMPORT",
                "true",
                "AURA_LOCALE_REMOTE_BACKUP",
                "true",
                "AURA_LOCALE_REMOTE_CONTAINER",
                "texts",
                "AURA_LOCALE_REMOTE_REFRESH",
                "5"));
        Configuration read = read(environment);
        StorageSettings storage = read.upstream().storage();
        assertThat(storage.account())
                .contains(new Account(
                        URI.create("https://fakeaccount.blob.core.windows.net"),
                        "fakeaccount",
                        Secret.ofText("ZmFrZQ==")));
        assertThat(storage.staticResources())
                .contains(new StaticResources(
                        URI.create("https://cdn.example/"), Secret.ofText("?sp=rw&sig=fake%3D"), "pictures", "/"));
        assertThat(read.login().pages().remoteTexts())
                .contains(new RemoteTexts("texts", "authentication/locale", true, Duration.ofSeconds(5)));
        assertThat(read.notices()).isEmpty();

        environment.put("AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT", "https://fakeaccount.blob.core.chinacloudapi.cn");
        assertThat(read(environment)
                        .upstream()
                        .storage()
                        .account()
                        .orElseThrow()
                        .endpoint())
                .isEqualTo(URI.create("https://fakeaccount.blob.core.chinacloudapi.cn"));
    }

    @Test
    void read_accountWithoutKey_isOffWithOneWarning() throws Exception {
        Configuration read = read(Map.of(ACCOUNT, "fakeaccount", "AURA_LOCALE_FORCE_IMPORT", "true"));
        assertThat(read.upstream().storage().account()).isEmpty();
        assertThat(read.http().storageAccount()).contains("fakeaccount");
        assertThat(read.notices())
                .containsExactly(ACCOUNT + " is set without " + KEY + ": nothing is read from that storage");
    }

    @Test
    void read_remoteTextsWithoutAccount_isOneWarning() throws Exception {
        assertThat(read(Map.of("AURA_LOCALE_FORCE_IMPORT", "true")).notices())
                .containsExactly(
                        "AURA_LOCALE_FORCE_IMPORT is true, but " + ACCOUNT + " is not set: local texts are used");
    }

    @Test
    void read_oneOfTwo_isRefused() {
        assertThat(problems(Map.of(KEY, "ZmFrZQ=="))).contains(ACCOUNT).doesNotContain("ZmFrZQ");
        assertThat(problems(Map.of(ENDPOINT, "https://a.example"))).contains(SAS);
        assertThat(problems(Map.of(SAS, "sig=canary"))).contains(ENDPOINT).doesNotContain("canary");
    }

    @Test
    void read_commonAccountWithoutKey_isOffWithOneWarning() throws Exception {
        String common = "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT";
        String key = "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY";
        Configuration read = read(Map.of(common, "fakeaccount"));
        assertThat(read.upstream().storage().common()).isEmpty();
        assertThat(read.notices()).containsExactly(common + " is set without " + key + ": there are no KPI files");
        assertThat(problems(Map.of(key, "ZmFrZQ=="))).contains(common).doesNotContain("ZmFrZQ");
        assertThat(problems(Map.of("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT", "https://a.example")))
                .contains(common);
    }

    @Test
    void read_nameThatTheStorageWouldShorten_isRefused() {
        assertThat(problems(Map.of(
                        "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT", "fakeaccount", "AURA_ENVIRONMENT_NAME", "a.")))
                .contains("AURA_ENVIRONMENT_NAME: ");
        assertThat(problems(Map.of(ACCOUNT, "fakeaccount", "AURA_VERSION", "1.")))
                .contains("AURA_VERSION: ");
    }

    @Test
    void read_plainAddressOutsideDevelopment_isRefused() {
        assertThat(problems(Map.of("AURA_SERVICE_ENVIRONMENT", "PRO", ENDPOINT, "http://a.example", SAS, "sig=x")))
                .contains(ENDPOINT + ": given \"http://a.example\", allowed: an https address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "A-b", "a--b", "-ab", "a_b", "a/b"})
    void read_containerThatIsNone_isRefused(String container) {
        assertThat(problems(Map.of("AURA_LOCALE_REMOTE_CONTAINER", container)))
                .contains("AURA_LOCALE_REMOTE_CONTAINER: given");
        assertThat(problems(Map.of("AURA_STATIC_RESOURCES_CONTAINER", container)))
                .contains("AURA_STATIC_RESOURCES_CONTAINER: given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../b", "a//b", "a./b", "a b", "a\\b"})
    void read_prefixThatLeadsElsewhere_isRefused(String prefix) {
        assertThat(problems(Map.of("AURA_LOCALE_REMOTE_CONTAINER_PREFIX", prefix)))
                .contains("AURA_LOCALE_REMOTE_CONTAINER_PREFIX: given");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ZmFrZQ", "ZmFrZQ=", "Zm=rZQ==", "====", "Zm FrZQ="})
    void read_keyThatIsNoBase64_isRefusedUnseen(String key) {
        assertThat(problems(Map.of(ACCOUNT, "fakeaccount", KEY, key)))
                .contains(KEY)
                .doesNotContain('"' + key + '"');
    }

    @Test
    void read_remotePicture_needNotBeHere_butItsNameMustStayInItsPlace() throws Exception {
        Map<String, String> remote = Map.of(ENDPOINT, "https://a.example", SAS, "sig=x");
        Map<String, String> good = new HashMap<>(remote);
        good.put("AURA_IMAGE_SUCCESS", "pictures/done.png");
        assertThat(read(good).login().pages().successImage()).contains("pictures/done.png");
        assertThat(read(good).login().pages().localImage()).isEmpty();
        good.put("AURA_IMAGE_SUCCESS", "../done.png");
        assertThat(problems(good)).contains("AURA_IMAGE_SUCCESS: given");
    }

    private Configuration read(Map<String, String> environment) throws Exception {
        return reader(environment).read();
    }

    private String problems(Map<String, String> environment) {
        StringBuilder message = new StringBuilder();
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(ConfigurationException.class)
                .satisfies(refused -> message.append(refused.getMessage()));
        return message.toString();
    }

    private ConfigurationReader reader(Map<String, String> environment) {
        return new ConfigurationReader(environment, home, "1.2.3", new SecureRandom());
    }
}

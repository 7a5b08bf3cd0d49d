package io.github.auraauth.app.config.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationException;
import io.github.auraauth.app.config.ConfigurationReader;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.SigningSettings;
import io.github.auraauth.domain.kernel.RefusalClassifier;
import io.github.auraauth.domain.kernel.RefusalPatterns;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSettingsTest {
    private static final String CALLBACK = "https://auth.example.com/aura-services/v1/users/auraid/integrated";
    private static final Map<String, String> CLIENT = Map.of(
            "AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/auth/",
            "AURA_FP_CLIENT_ID", "aura",
            "AURA_REDIRECT_URI", CALLBACK);
    private static final Map<String, String> PRO = Map.of(
            "AURA_SERVICE_ENVIRONMENT", "PRO",
            "AURA_PUBLIC_URL", "https://auth.example.com",
            "AURA_ENVIRONMENT_NAME", "es-pro",
            "AURA_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef",
            "AURA_SEED_ID", "a seed of some length",
            "AURA_MONGODB_URI", "mongodb://mongo.example:27017");

    @TempDir
    private Path home;

    @Test
    void read_nothingSet_hasNoKernel() throws Exception {
        KernelSettings kernel = read(Map.of()).upstream().kernel();

        assertThat(kernel.adapter().endpoint()).isEmpty();
        assertThat(kernel.adapter().client()).isEmpty();
        assertThat(kernel.audience()).isEmpty();
        assertThat(kernel.refusals().timeout().codes()).isEmpty();
    }

    @Test
    void read_everything_arrivesInItsField() throws Exception {
        KernelSettings kernel = read(with(
                        CLIENT,
                        Map.of(
                                "AURA_FP_CLIENT_SECRET", "fake, secret",
                                "AURA_KERNEL_AUDIENCE", "aura-services",
                                "AURA_ERROR_CODES_CREDENTIALS", "E205,E424",
                                "AURA_ERROR_CODES_TIMEOUT", "E300",
                                "AURA_ERROR_DESCRIPTIONS_CREDENTIALS", "IDPSEGU_ERROR 205, IDPSEGU_ERROR 424",
                                "AURA_ERROR_DESCRIPTIONS_TIMEOUT", "IDPSEGU_ERROR 300")))
                .upstream()
                .kernel();

        assertThat(kernel.adapter().endpoint()).contains(URI.create("https://kernel.example/auth/"));
        assertThat(kernel.adapter().client())
                .contains(new KernelConfig.Client(
                        "aura", Optional.of(Secret.ofText("fake, secret")), URI.create(CALLBACK)));
        assertThat(kernel.audience()).contains("aura-services");
        assertThat(kernel.refusals())
                .isEqualTo(new RefusalClassifier(
                        new RefusalPatterns(Set.of("E205", "E424"), List.of("IDPSEGU_ERROR 205", "IDPSEGU_ERROR 424")),
                        new RefusalPatterns(Set.of("E300"), List.of("IDPSEGU_ERROR 300"))));
    }

    @Test
    void read_noAudience_isTheClientInDevelopmentOnly() throws Exception {
        assertThat(read(CLIENT).upstream().kernel().audience()).contains("aura");
        assertThat(read(with(with(PRO, CLIENT), Map.of("AURA_FP_CLIENT_SECRET", "fake")))
                        .upstream()
                        .kernel()
                        .audience())
                .isEmpty();
    }

    @Test
    void read_endpointWithoutItsSlash_isRefused() {
        assertThat(problems(with(CLIENT, Map.of("AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/auth"))))
                .contains("AURA_FP_AUTHSERVER_ENDPOINT: given \"https://kernel.example/auth\","
                        + " allowed: an address that ends with /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AURA_FP_AUTHSERVER_ENDPOINT", "AURA_FP_CLIENT_ID", "AURA_REDIRECT_URI"})
    void read_clientWithoutOneOfItsParts_isRefused(String part) {
        Map<String, String> environment = new HashMap<>(CLIENT);
        environment.remove(part);

        assertThat(problems(environment)).contains(part + ": given not set");
    }

    @Test
    void read_endpointAndAudience_needNoClient() throws Exception {
        Map<String, String> published = Map.of(
                "AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/", "AURA_KERNEL_AUDIENCE", "aura-services");

        assertThat(read(with(PRO, published)).upstream().kernel().adapter().client())
                .isEmpty();
        assertThat(problems(Map.of("AURA_KERNEL_AUDIENCE", "aura-services")))
                .contains("AURA_FP_AUTHSERVER_ENDPOINT: given not set");
        assertThat(problems(Map.of("AURA_FP_CLIENT_SECRET", "canary")))
                .contains("AURA_FP_CLIENT_ID: given not set")
                .doesNotContain("canary");
    }

    @Test
    void read_clientInProduction_needsASecretOrAKey() throws Exception {
        Map<String, String> client = with(PRO, CLIENT);

        assertThat(problems(client))
                .contains("AURA_FP_PRIVATE_KEY: given not set, allowed: this or AURA_FP_CLIENT_SECRET");
        assertThat(read(with(client, Map.of("AURA_FP_PRIVATE_KEY", "ZmFrZQ==")))
                        .signing()
                        .given())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AURA_FP_AUTHSERVER_ENDPOINT", "AURA_REDIRECT_URI", "AURA_DIRECTLINE_API_ENDPOINT"})
    void read_plainHttp_isForDevelopmentOnly(String name) throws Exception {
        Map<String, String> plain =
                with(with(CLIENT, Map.of("AURA_FP_CLIENT_SECRET", "fake")), Map.of(name, "http://localhost:1/"));

        assertThat(problems(with(PRO, plain))).contains(name + ": given \"http://localhost:1/\"", "an https address");
        assertThat(read(plain).upstream().kernel().adapter().client()).isPresent();
    }

    @Test
    void signingKeys_noneGivenInDevelopment_isMadeOnceAndKept() throws Exception {
        Configuration read = read(Map.of());
        assertThat(home.resolve("data/signing-key")).doesNotExist();

        List<SigningSettings.NamedKey> keys = read.signing().keys(read.deployment(), new SecureRandom());

        assertThat(keys).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo("8dfe2155bbfe54079ba640560ae930411e93a008");
            assertThat(rsa(key.text()).getModulus().bitLength()).isEqualTo(2048);
            assertThat(key.toString()).doesNotContain("MII");
        });
        assertThat(read.signing().keys(read.deployment(), new SecureRandom())).isEqualTo(keys);
        assertThat(Files.getPosixFilePermissions(home.resolve("data/signing-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void signingKeys_noneGivenInProduction_areNone() throws Exception {
        Configuration read = read(PRO);

        assertThat(read.signing().keys(read.deployment(), new SecureRandom())).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void signingKeys_several_haveAnIdEach() throws Exception {
        Configuration read = read(Map.of("AURA_FP_PRIVATE_KEY", "b25l, dHdv", "AURA_FP_PRIVATE_KEY_ID", "one,two"));

        assertThat(read.signing().keys(read.deployment(), new SecureRandom()))
                .containsExactly(
                        new SigningSettings.NamedKey("one", Secret.ofText("b25l")),
                        new SigningSettings.NamedKey("two", Secret.ofText("dHdv")));
        assertThat(problems(Map.of("AURA_FP_PRIVATE_KEY", "b25l,dHdv")))
                .contains("AURA_FP_PRIVATE_KEY_ID", "as many ids as AURA_FP_PRIVATE_KEY has keys, 2")
                .doesNotContain("b25l");
        assertThat(problems(Map.of("AURA_FP_PRIVATE_KEY", "b25l,dHdv", "AURA_FP_PRIVATE_KEY_ID", "one,one")))
                .contains("another id for each key");
    }

    @Test
    void issuer_ofTheClientOrTheEnvironment_isTheFirstGiven() throws Exception {
        Map<String, String> environment = Map.of("AURA_FP_ISSUER", "https://a.example/issuer");

        assertThat(read(Map.of()).signing().issuer()).isEmpty();
        assertThat(read(environment).signing().issuer()).contains(URI.create("https://a.example/issuer"));
        assertThat(read(with(environment, Map.of("AURA_FP_CLIENT_ISSUER", "https://b.example/x")))
                        .signing()
                        .issuer())
                .contains(URI.create("https://b.example/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://auth.example.com/aura-services/v1/openid/issuer,"
                + " https://auth.example.com/aura-services/v1/openid/jwk",
        "https://front.example/keys/issuer, https://front.example/keys/issuer, https://front.example/keys/jwk",
        "https://front.example/issuer/aura, https://front.example/issuer/aura,"
                + " https://auth.example.com/aura-services/v1/openid/jwk",
    })
    void issuer_andItsKeySet_standBesideEachOther(String given, String issuer, String keySet) throws Exception {
        Configuration read = read(Map.of("AURA_PUBLIC_URL", "https://auth.example.com/", "AURA_FP_ISSUER", given));
        ServiceAddress address = ServiceAddress.of(read);

        assertThat(read.signing().issuer(address)).isEqualTo(issuer);
        assertThat(read.signing().keySetAddress(address)).isEqualTo(keySet);
    }

    private static RSAPrivateKey rsa(Secret base64) throws Exception {
        byte[] der = Base64.getDecoder().decode(base64.reveal());
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static Map<String, String> with(Map<String, String> environment, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return all;
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

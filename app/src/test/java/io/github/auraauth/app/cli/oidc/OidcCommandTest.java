package io.github.auraauth.app.cli.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcCommandTest {
    private static final String SECRET = "what only the client knows";
    private static final String CREATE = "oidc create-client Shop confidential --client-id shop";
    private static final String CALLBACK = " -r code -u https://shop.example/callback";

    /** Wrong in one place each. */
    private static final List<String> WRONG = List.of(
            "oidc create-client Shop",
            "oidc create-client Shop secret --client-id shop -u https://a.example/c",
            "oidc create-client Shop confidential -u https://a.example/c",
            "oidc create-client Shop confidential --client-id shop",
            "oidc create-client Shop confidential --client-id shop -r token -u https://a.example/c",
            "oidc create-client Shop confidential --client-id shop -r code -r id_token -u https://a.example/c",
            "oidc create-client Shop public --client-id shop --client-secret x -u https://a.example/c",
            "oidc create-client Shop public --client-id shop --pkce optional -u https://a.example/c",
            "oidc create-client Shop confidential --client-id shöp -u https://a.example/c",
            "oidc create-client Shop confidential --client-id shop -u /callback",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c#x",
            "oidc create-client Shop confidential --client-id shop -u https://a@a.example/c",
            "oidc create-client Shop confidential --client-id shop -u javascript:alert(1)",
            "oidc create-client Shop confidential --client-id shop -u https://*.example/c",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c -p no",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --scope all",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --consent maybe",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --pkce plain",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --signing-alg none",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --signing-alg PS256",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --resource-server maybe",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --access-token-lifetime 2d",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --refresh-token-lifetime x",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c"
                    + " --backchannel-logout-uri mailto:x",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c"
                    + " --backchannel-logout-uri http://[",
            "oidc create-client Shop confidential --client-id shop -u https://a.example/c --client-secret=",
            "oidc update-client shöp --name x",
            "oidc update-client shop --drop-old-secret",
            "oidc update-client",
            "oidc delete-client",
            "oidc rotate-keys now",
            "oidc nothing");

    @TempDir
    private static Path folder;

    private static OidcShell shell;

    @BeforeAll
    static void open() {
        shell = new OidcShell(folder);
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    @AfterEach
    void removeClients() {
        shell.run("oidc delete-client shop");
    }

    @Test
    void createClient_asTheOriginalHasIt_keepsTheSecretThatIsTyped_andPrintsNothingOfIt() {
        assertThat(shell.typing(SECRET + "\nand more")
                        .run(CREATE + " --client-secret -" + CALLBACK
                                + " -u http://127.0.0.1/callback -p https://shop.example/out"))
                .isZero();
        assertThat(shell.printed()).contains("registered").doesNotContain(SECRET);

        JsonNode client = client("shop");
        assertThat(client.path("name").asText()).isEqualTo("Shop");
        assertThat(client.path("type").asText()).isEqualTo("confidential");
        assertThat(client.path("secrets").asInt()).isOne();
        assertThat(client.path("redirect_uris")).hasSize(2);
        assertThat(client.path("post_logout_redirect_uris")).hasSize(1);
        assertThat(client.path("consent").asText()).isEqualTo("required");
        assertThat(client.path("pkce").asText()).isEqualTo("required");
        assertThat(client.path("resource_server").asBoolean()).isFalse();
        assertThat(client.path("id_token_signed_response_alg").asText()).isEqualTo("RS256");
        assertThat(shell.printed()).doesNotContain(SECRET);
    }

    @Test
    void createClient_withoutASecret_printsANewOneOnce() {
        assertThat(shell.run(CREATE + CALLBACK)).isZero();
        String secret = shell.out().strip();
        assertThat(secret).hasSizeGreaterThan(30).doesNotContain(" ");

        assertThat(shell.run("oidc list-clients --json")).isZero();
        assertThat(shell.printed()).contains("\"shop\"").doesNotContain(secret);
        assertThat(shell.run("oidc list-clients")).isZero();
        assertThat(shell.printed()).contains("shop confidential Shop").doesNotContain(secret);
    }

    @Test
    void createClient_whoseIdExists_isRefused_andChangesNothing() {
        shell.run(CREATE + CALLBACK);

        assertThat(shell.typing(SECRET).run(CREATE.replace("Shop", "Other") + " --client-secret -" + CALLBACK))
                .isEqualTo(1);

        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("client_id").doesNotContain(SECRET);
        assertThat(client("shop").path("name").asText()).isEqualTo("Shop");
    }

    @Test
    void check_wrongArguments_areUsage_andRegisterNothing() {
        for (String arguments : WRONG) {
            assertThat(shell.run(arguments)).as(arguments).isEqualTo(64);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).startsWith("aura: ").doesNotContain("Exception", "\tat ");
        }
        assertThat(shell.run("oidc list-clients")).isZero();
        assertThat(shell.out()).doesNotContain("shop");
    }

    @Test
    void createClient_withPrivateKeysOrNone_isUsage() throws Exception {
        for (String json : List.of(
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"d\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"\\u0064\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}",
                "{\"keys\":[]}",
                "no JSON")) {
            Path file = Files.writeString(folder.resolve("keys.json"), json);
            assertThat(shell.run(CREATE + CALLBACK + " --jwks " + file))
                    .as(json)
                    .isEqualTo(64);
            assertThat(shell.err()).doesNotContain("AAAA", "Exception");
        }
        assertThat(shell.run(CREATE + CALLBACK + " --jwks " + folder.resolve("nowhere")))
                .isEqualTo(64);
    }

    @Test
    void createClient_withPublicKeys_needsNoSecret() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
        String modulus = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getModulus().toByteArray());
        Path file = Files.writeString(
                folder.resolve("keys.json"),
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"e\":\"AQAB\",\"n\":\"" + modulus + "\"}]}");

        assertThat(shell.run(CREATE + CALLBACK + " --jwks " + file)).isZero();

        assertThat(shell.out()).isEmpty();
        assertThat(client("shop").path("keys").asBoolean()).isTrue();
        assertThat(client("shop").path("secrets").asInt()).isZero();
    }

    @Test
    void updateClient_withSomeOptions_leavesTheRest() {
        shell.typing(SECRET).run(CREATE + " --client-secret -" + CALLBACK + " -p https://shop.example/out");

        assertThat(shell.run("oidc update-client shop --name New --resource-server true --scope profile,email"
                        + " --consent none --access-token-lifetime 5m"))
                .isZero();

        JsonNode client = client("shop");
        assertThat(client.path("name").asText()).isEqualTo("New");
        assertThat(client.path("resource_server").asBoolean()).isTrue();
        assertThat(client.path("scope").asText()).contains("profile", "email").doesNotContain("offline");
        assertThat(client.path("consent").asText()).isEqualTo("none");
        assertThat(client.path("access_token_lifetime").asInt()).isEqualTo(300);
        assertThat(client.path("redirect_uris").get(0).asText()).isEqualTo("https://shop.example/callback");
        assertThat(client.path("post_logout_redirect_uris")).hasSize(1);
        assertThat(client.path("secrets").asInt()).isOne();
    }

    @Test
    void updateClient_withANewSecret_keepsTwo_andDropsTheOldOneWhenTold() {
        shell.run(CREATE + CALLBACK);

        assertThat(shell.typing(SECRET).run("oidc update-client shop --client-secret -"))
                .isZero();
        assertThat(shell.printed()).doesNotContain(SECRET);
        assertThat(client("shop").path("secrets").asInt()).isEqualTo(2);
        assertThat(shell.run("oidc update-client shop --client-secret=")).isZero();
        String third = shell.out().strip();
        assertThat(third).hasSizeGreaterThan(30);
        assertThat(client("shop").path("secrets").asInt())
                .as("no more than two")
                .isEqualTo(2);
        assertThat(shell.run("oidc update-client shop --client-secret= --drop-old-secret"))
                .isZero();
        assertThat(shell.out().strip()).isNotEqualTo(third);
        assertThat(client("shop").path("secrets").asInt()).isOne();
    }

    @Test
    void updateOrDelete_ofNobody_isRefused() {
        for (String command : List.of(
                "oidc update-client nobody --name x",
                "oidc update-client nobody --client-secret=",
                "oidc delete-client nobody")) {
            assertThat(shell.run(command)).isEqualTo(1);
            assertThat(shell.out()).isEmpty();
            assertThat(shell.err()).startsWith("aura: ");
        }
    }

    @Test
    void updateClient_ofAPublicOne_getsNeitherASecretNorAWayAroundProofKeys() {
        shell.run(CREATE.replace("confidential", "public") + CALLBACK);

        assertThat(shell.run("oidc update-client shop --client-secret=")).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.run("oidc update-client shop --pkce optional")).isEqualTo(64);
        assertThat(client("shop").path("pkce").asText()).isEqualTo("required");
        assertThat(client("shop").path("secrets").asInt()).isZero();
    }

    @Test
    void keys_thatAreMade_areNamed_andNothingPrivateIsShown() {
        assertThat(shell.run("oidc create-rsa-key")).isZero();
        assertThat(shell.out()).matches("RS256 \\S+ signs from \\S+\\R");
        assertThat(shell.run("oidc rotate-keys")).isZero();
        assertThat(shell.out()).matches("RS256 \\S+ signs from \\S+\\RES256 \\S+ signs from \\S+\\R");
        assertThat(shell.printed()).doesNotContain("PRIVATE", "\"d\"");
    }

    @Test
    void anyCommand_withoutAccounts_saysWhatToDo() {
        try (OidcShell without = new OidcShell(folder, Map.of("AURA_ACCOUNTS_ENABLED", "false"))) {
            assertThat(without.run("oidc list-clients")).isEqualTo(78);
            assertThat(without.err()).contains("AURA_ACCOUNTS_ENABLED");
        }
    }

    private static JsonNode client(String id) {
        shell.run("oidc list-clients --json");
        return shell.out()
                .lines()
                .map(OidcCommandTest::json)
                .filter(client -> client.path("client_id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

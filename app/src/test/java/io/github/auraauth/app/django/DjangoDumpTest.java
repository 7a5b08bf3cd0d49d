package io.github.auraauth.app.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.accountimport.AccountDump.DumpedPermission;
import io.github.auraauth.domain.accountimport.ImportCheck;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedAccount;
import io.github.auraauth.domain.client.ClientDump.DumpedClient;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Django 3.2 with REST framework 3.14 wrote of accounts with made-up names and passwords. */
class DjangoDumpTest {
    @ParameterizedTest
    @ValueSource(strings = {"user-by-key.json", "person-by-natural-key.json"})
    void read_dumpOfARealDjango_comesToAllThatItHeld(String file) throws Exception {
        ImportCheck check = ImportCheck.of(read(file).accounts());

        assertThat(check.problems()).isEmpty();
        Map<String, PlannedAccount> accounts = byName(check);
        assertThat(accounts).containsOnlyKeys("amara", "bela", "media_store", "gone");
        PlannedAccount amara = accounts.get("amara");
        assertThat(amara.subject()).isEqualTo("1");
        assertThat(amara.isSuperuser()).isTrue();
        assertThat(amara.flags().staff()).isTrue();
        assertThat(amara.profile().lastName()).isEqualTo("Ñandú");
        assertThat(amara.profile().email().orElseThrow().value()).isEqualTo("amara@radio.example");
        assertThat(amara.times().dateJoined()).contains(Instant.parse("2021-03-01T12:30:00.123Z"));
        assertThat(amara.times().lastLogin()).contains(Instant.parse("2021-03-20T12:30:00.123Z"));
        PlannedAccount bela = accounts.get("bela");
        assertThat(bela.groups()).containsExactly(new GroupName("Sound Engineers"));
        assertThat(bela.permissions()).containsExactly(new Permission("update_mediasource"));
        assertThat(bela.tokens()).hasSize(1);
        assertThat(check.plan().groups().get(new GroupName("Sound Engineers")))
                .containsExactlyInAnyOrder(new Permission("add_mediasource"), new Permission("change_mediasource"));
        assertThat(accounts.get("media_store").permissions()).hasSize(3);
        assertThat(accounts.get("media_store").tokens().get(0).secret())
                .isEqualTo(Secret.ofText("0000000000fa4e70ken0fmed1a5t0reab4c1d2e3"));
        assertThat(accounts.get("gone").flags().active()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user-by-key.json", "person-by-natural-key.json"})
    void read_eachAccountWithAPassword_isGoodForItsOldOne(String file) throws Exception {
        Map<String, PlannedAccount> accounts = byName(ImportCheck.of(read(file).accounts()));

        for (String name : List.of("amara", "bela", "gone")) {
            PasswordHash hash = accounts.get(name).password().orElseThrow();
            assertThat(matches("old-password-of-" + name, hash)).as(name).isTrue();
            assertThat(matches("old-password-of-others", hash)).as(name).isFalse();
        }
        assertThat(accounts.get("media_store").password()).isEmpty();
    }

    @Test
    void read_permissionOnlyReferredTo_isTakenByItsNaturalKey() throws Exception {
        DjangoDump dump = parse("""
                [{"model": "auth.user", "pk": 1, "fields": {"username": "ana", "password": "!", "is_active": true,
                  "user_permissions": [["add_show", "program", "show"]]}}]
                """);

        assertThat(dump.accounts().problems()).isEmpty();
        assertThat(dump.accounts().permissions()).containsExactly(new DumpedPermission("add_show", "program.show", ""));
    }

    @Test
    void read_keysThatLeadNowhere_areProblems() throws Exception {
        DjangoDump dump = parse("""
                [{"model": "auth.user", "pk": 1, "fields": {"username": "ana", "password": "!", "is_active": true,
                  "groups": [4], "user_permissions": [21]}}]
                """);

        assertThat(dump.accounts().problems())
                .containsExactlyInAnyOrder(
                        "auth.user 1 refers to auth.group 4, which is not in the dump; dump auth.group too, and contenttypes",
                        "auth.user 1 refers to auth.permission 21, which is not in the dump; dump auth.permission too,"
                                + " and contenttypes");
    }

    @Test
    void read_knoxAndAccountsWithoutUserNames_areProblemsByModelWithoutSecrets() throws Exception {
        DjangoDump dump = parse("""
                [{"model": "knox.authtoken", "pk": "hidden", "fields": {"token_key": "hidden"}},
                 {"model": "shop.customer", "pk": 1, "fields": {"password": "hidden", "email": "a@b", "last_login": "x"}},
                 {"model": "shop.upstream", "pk": 1, "fields": {"password": "hidden", "username": "hidden"}}]
                """);

        assertThat(dump.accounts().problems())
                .containsExactly(
                        "there are 1 knox.authtoken objects, whose keys Django has not kept itself",
                        "there are 1 shop.customer objects with passwords and without user names");
        assertThat(dump.accounts().accounts()).isEmpty();
        assertThat(dump.leftOut()).containsOnlyKeys("shop.upstream");
    }

    @Test
    void read_clientsAndKeysOfOpenId_comeToWhatTheyWere() throws Exception {
        DjangoDump dump = parse("""
                [{"model": "oidc_provider.responsetype", "pk": 4, "fields": {"value": "code", "description": "Code"}},
                 {"model": "oidc_provider.client", "pk": 7, "fields": {"name": "Dashboard", "client_type": "confidential",
                  "client_id": "254680", "client_secret": "made-up", "response_types": [4], "jwt_alg": "RS256",
                  "date_created": "2021-03-01", "require_consent": false, "_scope": "",
                  "_redirect_uris": "https://dashboard.example/cb\\r\\nhttps://dashboard.example/silent",
                  "_post_logout_redirect_uris": "https://dashboard.example/"}},
                 {"model": "oidc_provider.rsakey", "pk": 1, "fields": {"key": "%s"}},
                 {"model": "oidc_provider.rsakey", "pk": 2, "fields": {"key": "hidden"}},
                 {"model": "oidc_provider.token", "pk": 2, "fields": {"access_token": "hidden"}}]
                """.formatted(pem().replace("\n", "\\n")));

        DumpedClient client = dump.clients().clients().get(0);
        assertThat(client.label()).isEqualTo("oidc_provider.client 7");
        assertThat(client.id()).isEqualTo("254680");
        assertThat(client.confidential()).isTrue();
        assertThat(client.secret()).isEqualTo(Secret.ofText("made-up"));
        assertThat(client.responseTypes()).containsExactly("code");
        assertThat(client.addresses().redirects())
                .containsExactly("https://dashboard.example/cb", "https://dashboard.example/silent");
        assertThat(client.consentRequired()).isFalse();
        assertThat(client.createdAt()).contains(Instant.parse("2021-03-01T00:00:00Z"));
        assertThat(dump.clients().keys()).hasSize(1);
        assertThat(dump.clients().keys().get(0).publicKey().id()).matches("[0-9a-f]{32}");
        assertThat(dump.clients().problems())
                .containsExactly("oidc_provider.rsakey 2 is not an RSA key of at least 2048 bits");
        assertThat(dump.leftOut()).containsOnlyKeys("oidc_provider.token");
        assertThat(dump.toString()).doesNotContain("hidden", "made-up");
    }

    private static String pem() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PRIVATE KEY-----";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1]", "[{\"model\": 1}]", "[{\"model\": \"auth.user\", hidden", "[{}]"})
    void read_whatIsNoDump_isSaidByItsLineAlone(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UnreadableDumpException.class)
                .hasMessageContaining("line 1")
                .hasMessageNotContaining("hidden");
    }

    private static DjangoDump read(String file) throws Exception {
        try (InputStream in = DjangoDumpTest.class.getResourceAsStream(file)) {
            return DjangoDump.read(in);
        }
    }

    private static DjangoDump parse(String text) throws Exception {
        return DjangoDump.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, PlannedAccount> byName(ImportCheck check) {
        return check.plan().accounts().stream()
                .collect(Collectors.toMap(account -> account.username().value(), Function.identity()));
    }

    /** As Django does it: PBKDF2-HMAC-SHA-256 over the UTF-8 bytes, the salt as text. */
    private static boolean matches(String password, PasswordHash hash) throws Exception {
        String[] parts = hash.reveal().split("\\$");
        var key = new PBEKeySpec(
                password.toCharArray(), parts[2].getBytes(StandardCharsets.UTF_8), Integer.parseInt(parts[1]), 256);
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(key)
                .getEncoded();
        return Base64.getEncoder().encodeToString(derived).equals(parts[3]);
    }
}

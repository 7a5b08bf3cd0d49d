package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two certified clients from npm, openid-client and oauth4webapi, log in at our provider, by each way to prove who they are. */
@Tag("deep")
class OpenIdClientsTest {
    private static final String REDIRECT = "http://127.0.0.1:9/back";
    private static final String LOGGED_OUT = "http://127.0.0.1:9/out";
    private static final String ODD_ID = "odd%41+&=:client";

    @TempDir
    private static Path folder;

    private static OpenIdProvider provider;
    private static NpmProject clients;

    @BeforeAll
    static void open() throws Exception {
        clients = NpmProject.install("openid", folder.resolve("clients"));
        clients.node(Map.of(), List.of("keys.mjs", folder.toString()));
        provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")));
        String[] uris = {"-u", REDIRECT, "-p", LOGGED_OUT};
        provider.register(ODD_ID, "confidential", with(uris, "--client-secret", OpenIdProvider.ODD_SECRET));
        provider.register("public", "public", uris);
        provider.register(
                "signing",
                "confidential",
                with(
                        uris,
                        "--jwks",
                        folder.resolve("public.json").toString(),
                        "--signing-alg",
                        "ES256",
                        "--consent",
                        "none"));
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
    void login_ofAClientThatHasASecretByBasic_isCompleted(String client) {
        run(client, ODD_ID, Map.of("OPENID_METHOD", "client_secret_basic", "OPENID_SECRET", OpenIdProvider.ODD_SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
    void login_ofAClientThatPostsItsSecret_isCompletedByFormPost(String client) {
        run(
                client,
                ODD_ID,
                Map.of(
                        "OPENID_METHOD",
                        "client_secret_post",
                        "OPENID_SECRET",
                        OpenIdProvider.ODD_SECRET,
                        "OPENID_RESPONSE_MODE",
                        "form_post"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
    void login_ofAClientThatSignsAssertions_isCompletedWithES256(String client) {
        run(
                client,
                "signing",
                Map.of(
                        "OPENID_METHOD",
                        "private_key_jwt",
                        "OPENID_KEY",
                        folder.resolve("private.json").toString(),
                        "OPENID_ALGORITHM",
                        "ES256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-client.mjs", "oauth4webapi.mjs"})
    void login_ofAPublicClient_isCompleted(String client) {
        run(client, "public", Map.of("OPENID_METHOD", "none"));
    }

    private static void run(String script, String clientId, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("OPENID_ISSUER", provider.issuer());
        environment.put("OPENID_CLIENT", clientId);
        environment.put("OPENID_REDIRECT_URI", REDIRECT);
        environment.put("OPENID_LOGOUT_URI", LOGGED_OUT);
        environment.put("PERSON_NAME", OpenIdProvider.PERSON);
        environment.put("PERSON_PASSWORD", AccountServers.PASSWORD);
        environment.put("PERSON_EMAIL", OpenIdProvider.EMAIL);
        assertThat(clients.node(environment, List.of(script))).endsWith("OK\n");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}

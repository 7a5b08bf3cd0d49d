package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Spring Boot with Spring Security's OAuth 2.0 client logs in at our provider. It is built and started apart, so that
 * nothing of Spring is on our class path.
 */
@Tag("deep")
class SpringClientTest {
    /** Spring writes no plus sign of an id into a query in a way that another can read. */
    private static final String ID = "spring%41&=:client";

    private static final String SETTINGS = "SPRING_SECURITY_OAUTH2_CLIENT_";

    @TempDir
    private static Path folder;

    private static OpenIdProvider provider;
    private static ForeignServer spring;
    private static int port;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void open() throws IOException {
        String classes = build(Files.createDirectory(folder.resolve("spring")));
        provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")));
        port = FreePorts.next();
        provider.register(
                ID,
                "confidential",
                "--client-secret",
                OpenIdProvider.ODD_SECRET,
                "-u",
                address("/login/oauth2/code/aura").toString(),
                "-p",
                address("/out").toString(),
                "--backchannel-logout-uri",
                address("/logout/connect/back-channel/aura").toString());
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put(SETTINGS + "REGISTRATION_AURA_CLIENTID", ID);
        environment.put(SETTINGS + "REGISTRATION_AURA_CLIENTSECRET", OpenIdProvider.ODD_SECRET);
        environment.put(SETTINGS + "REGISTRATION_AURA_SCOPE", "openid,profile,email,offline_access");
        environment.put(SETTINGS + "PROVIDER_AURA_ISSUERURI", provider.issuer());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                "SpringClient");
        spring = ForeignServer.start(folder.resolve("spring"), environment, command, port);
    }

    @AfterAll
    static void close() {
        spring.close();
        provider.close();
    }

    @BeforeEach
    void logIn() {
        JsonNode me = json(visitor.visit(address("/me")));
        assertThat(me.path("iss").asText()).isEqualTo(provider.issuer());
        assertThat(me.path("amr").get(0).asText()).isEqualTo("pwd");
        assertThat(me.path("told").path("preferred_username").asText()).isEqualTo(OpenIdProvider.PERSON);
        assertThat(me.path("told").path("email").asText()).isEqualTo(OpenIdProvider.EMAIL);
        assertThat(visitor.logins()).isOne();
    }

    @Test
    void token_thatSpringHas_isIntrospectedAndRefreshed() {
        JsonNode introspected = json(visitor.open(address("/introspected")));
        assertThat(introspected.path("active").asBoolean()).isTrue();
        assertThat(introspected.path("username").asText()).isEqualTo(OpenIdProvider.PERSON);
        for (int i = 0; i < 2; i++) {
            JsonNode refreshed = json(visitor.open(address("/refreshed")));
            assertThat(refreshed.path("active").asBoolean()).isTrue();
            assertThat(refreshed.path("accessTokenChanged").asBoolean()).isTrue();
            assertThat(refreshed.path("refreshTokenChanged").asBoolean()).isTrue();
        }
    }

    @Test
    void logout_atSpring_endsTheSessionHereToo() {
        assertThat(visitor.visit(address("/leave")).body()).isEqualTo("logged out");
        visitor.visit(address("/me"));
        assertThat(visitor.logins()).isEqualTo(2);
    }

    @Test
    void logout_here_endsTheSessionAtSpringByTheBackChannel() {
        assertThat(visitor.open(address("/me")).statusCode()).isEqualTo(200);
        visitor.logOut(provider);
        Eventually.holds("Spring asks for a login", () -> isAskedToLogIn(visitor.open(address("/me"))));
    }

    private static boolean isAskedToLogIn(HttpResponse<String> answer) {
        return answer.statusCode() == 302 && Browser.location(answer).getPath().equals("/oauth2/authorization/aura");
    }

    private static String build(Path project) throws IOException {
        for (String file : List.of("pom.xml", "SpringClient.java")) {
            Files.copy(Path.of("src/test/maven/spring", file), project.resolve(file));
        }
        List<String> build = List.of(
                "mvn",
                "-B",
                "-ntp",
                "-q",
                "compile",
                "dependency:build-classpath",
                "-Dmdep.outputFile=target/libraries");
        FinishedProcess.run(project, Map.of(), build).succeeded();
        return project.resolve("target/classes") + ":" + Files.readString(project.resolve("target/libraries"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return AccountsClient.json(answer);
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}

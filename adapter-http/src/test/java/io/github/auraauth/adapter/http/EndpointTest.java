package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The specification's endpoint table, row by row. */
class EndpointTest extends WithServer {
    private static final String CHANNEL = "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55";

    private static final Registration STORED = new Registration(
            new ChannelId(UUID.fromString(CHANNEL)),
            new UserId("80234511"),
            new AuthorizationId("6d0c"),
            new Authentication(AuthenticationType.EMAIL, "ana@example.com"),
            Optional.of(Secret.ofText("the-token")),
            Optional.of(Instant.parse("2099-01-01T00:00:00.5Z")));

    @Test
    void registerUser_new_isShown() {
        HttpResponse<String> answer = server.api("GET", "/users/aura-id")
                .key(KERNEL)
                .headers(REGISTRATION)
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"auraId\":\"new\",\"auraGlobalId\":\"5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90\","
                        + "\"channelId\":\"9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55\",\"userId\":\"80234511\","
                        + "\"authorizationId\":\"6d0c8b54c0a147b29d0f3f1b8f2f0c11\","
                        + "\"authenticationType\":\"phone_number\",\"authenticationIdentifier\":\"+34600000000\","
                        + "\"created\":\"2026-03-01T09:30:00.000Z\",\"lastAccess\":\"2026-03-01T09:30:00.000Z\","
                        + "\"anonymous\":false}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void registerUser_byGetAndByPost_makeTheSameRegistration() {
        server.api("GET", "/users/aura-id")
                .key(KERNEL)
                .headers(REGISTRATION)
                .header("x-4p-id-token-hint", "hint")
                .header("x-4p-expires-at", "2099-01-01T01:00:00+01:00")
                .send();
        String more =
                REGISTRATION_BODY.replace("}", ",\"idTokenHint\":\"hint\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        server.api("POST", "/users/aura-id").key(KERNEL).json(more).send();

        assertThat(server.core.registrations).hasSize(2);
        assertThat(server.core.registrations.get(0)).isEqualTo(server.core.registrations.get(1));
        assertThat(server.core.registrations.get(0).expiresAt()).contains(Instant.parse("2099-01-01T00:00:00Z"));
    }

    @Test
    void registerUserByBody_new_isCreated_andOneWhoIsThere_isFound() {
        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .json(REGISTRATION_BODY)
                        .send()
                        .statusCode())
                .isEqualTo(201);

        server.core.registering = (auraId, request) -> new RegistrationOutcome.Found(FakeCore.user(auraId, request));
        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .json(REGISTRATION_BODY)
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void registerUserByBody_withOddTextAndNulls_isTakenAsItIs() {
        String body = REGISTRATION_BODY
                .replace("80234511", "Ünï \\ud83d\\ude00 日本")
                .replace("}", ",\"idTokenHint\":null,\"expiresAt\":null}");

        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .json(body)
                        .send()
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.core.registrations.get(0).userId().value()).isEqualTo("Ünï 😀 日本");
        assertThat(server.core.registrations.get(0).idTokenHint()).isEmpty();
    }

    @Test
    void registerUser_contradicting_isAConflict() {
        server.core.registering = (auraId, request) -> new RegistrationOutcome.UserConflict();

        HttpResponse<String> answer = server.api("GET", "/users/aura-id")
                .key(KERNEL)
                .headers(REGISTRATION)
                .send();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("USER_CONFLICT");
    }

    @Test
    void registerUserWithAuraId_escapedAuraId_isDecodedOnce() {
        HttpResponse<String> answer = server.api("GET", "/users/aura-id/a%20b%C3%A9%26")
                .key(INTERNAL)
                .headers(REGISTRATION)
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"auraId\":\"a bé&\"");
        assertThat(server.core.calls).containsExactly("register a bé&");
    }

    @Test
    void registerUserWithAuraIdByBody_renewed_is200_andCreated_is201() {
        assertThat(server.api("POST", "/users/aura-id/x")
                        .key(INTERNAL)
                        .json(REGISTRATION_BODY)
                        .send()
                        .statusCode())
                .isEqualTo(201);

        server.core.registering = (auraId, request) -> new RegistrationOutcome.Renewed(FakeCore.user(auraId, request));
        assertThat(server.api("POST", "/users/aura-id/x")
                        .key(INTERNAL)
                        .json(REGISTRATION_BODY)
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void registerUserWithAuraId_withAnothersAuthorization_isAConflictOfItsOwn() {
        server.core.registering = (auraId, request) -> new RegistrationOutcome.AuthorizationInUse();

        HttpResponse<String> answer = server.api("GET", "/users/aura-id/x")
                .key(INTERNAL)
                .headers(REGISTRATION)
                .send();

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("AUTHORIZATION_IN_USE");
    }

    @Test
    void readUser_stored_isShownWithoutToken() {
        stored();

        HttpResponse<String> answer =
                server.api("GET", "/users/x").key(INTERNAL).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"expiresAt\":\"2099-01-01T00:00:00.500Z\"", "\"anonymous\":false")
                .doesNotContain("idTokenHint");
        assertThat(server.core.calls).containsExactly("read");
    }

    @Test
    void readUser_withInclude_showsTheToken() {
        stored();

        HttpResponse<String> answer = server.api("GET", "/users/x?other=1&include=idTokenHint")
                .key(INTERNAL)
                .send();

        assertThat(answer.body()).contains("\"idTokenHint\":\"the-token\"");
        assertThat(server.core.calls).containsExactly("readWithIdTokenHint");
    }

    @Test
    void readUser_absent_is404() {
        HttpResponse<String> answer =
                server.api("GET", "/users/x").key(INTERNAL).send();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("USER_NOT_FOUND");
    }

    @Test
    void readUser_absentWithReturnAnonymous_isTheAnonymousOne() {
        HttpResponse<String> answer = server.api("GET", "/users/x")
                .key(INTERNAL)
                .header("return-anonymous", "true")
                .header("x-4p-channel-id", CHANNEL.toUpperCase(java.util.Locale.ROOT))
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"auraId\":\"x\",\"userId\":\"00000000-0000-0001-0000-000000000002\","
                        + "\"auraGlobalId\":\"00000000-0000-0003-0000-000000000004\",\"channelId\":\"" + CHANNEL
                        + "\",\"anonymous\":true}");
    }

    @Test
    void readUser_withReturnAnonymousFalse_is404AndNeedsNoChannel() {
        assertThat(server.api("GET", "/users/x")
                        .key(INTERNAL)
                        .header("return-anonymous", "false")
                        .send()
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void readUser_withReturnAnonymousAndNoChannel_is400_alsoWhenTheUserIsThere() {
        stored();

        HttpResponse<String> answer = server.api("GET", "/users/x")
                .key(INTERNAL)
                .header("return-anonymous", "true")
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("x-4p-channel-id is missing");
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void removeUser_is204WithoutBody_andAbsent404() {
        HttpResponse<String> answer =
                server.api("DELETE", "/users/x").key(KERNEL).send();
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();

        server.core.removal = RemoveOutcome.ABSENT;
        assertThat(server.api("DELETE", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(404);
    }

    @Test
    void findNewestUser_showsTheAuraId_andAbsent404() {
        server.core.newest = Optional.of(new AuraId("newest"));
        String path = "/users/aura-id-global/" + FakeCore.GLOBAL_ID;

        HttpResponse<String> answer = server.api("GET", path)
                .key(KERNEL)
                .header("x-4p-channel-id", CHANNEL)
                .send();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"auraId\":\"newest\"}");

        server.core.newest = Optional.empty();
        assertThat(server.api("GET", path)
                        .key(KERNEL)
                        .header("x-4p-channel-id", CHANNEL)
                        .send()
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void eraseUsers_normalisesTheNumber_andNothingStoredIs404() {
        HttpResponse<String> answer = server.api("DELETE", "/admin/users/phone-numbers/0034%20600-000.000")
                .key(KERNEL)
                .send();
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(server.core.calls).containsExactly("erase +34600000000");

        server.core.erasure = ErasureOutcome.NOTHING_STORED;
        HttpResponse<String> again = server.api("DELETE", "/admin/users/phone-numbers/+34600000000")
                .key(KERNEL)
                .send();
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("USER_NOT_FOUND");
    }

    @Test
    void call_anyPort_isGivenTheTimeThatARequestHas() {
        server.api("GET", "/users/x").key(INTERNAL).send();

        assertThat(server.core.deadlines.get(0).remaining()).isLessThanOrEqualTo(Duration.ofMillis(1500));
    }

    private void stored() {
        server.core.reading = auraId -> Optional.of(FakeCore.user(auraId, STORED));
    }
}

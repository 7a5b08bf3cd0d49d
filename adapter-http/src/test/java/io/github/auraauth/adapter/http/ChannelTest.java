package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.port.Outage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the operator's list of channels lets in. */
class ChannelTest extends WithServer {
    private static final String CHANNEL = "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55";

    @Test
    void anyCall_channelThatIsNotListed_is400ThatNamesIt_andAsksForNothing() {
        server.core.channels = id -> Optional.empty();
        List<HttpResponse<String>> answers = List.of(
                server.api("GET", "/users/aura-id")
                        .key(KERNEL)
                        .headers(REGISTRATION)
                        .send(),
                server.api("GET", "/users/aura-id/x")
                        .key(INTERNAL)
                        .headers(REGISTRATION)
                        .send(),
                anonymous(),
                server.api("GET", "/users/aura-id-global/5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90")
                        .key(KERNEL)
                        .header("x-4p-channel-id", CHANNEL)
                        .send());

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("INVALID_REQUEST", "x-4p-channel-id must be the id of a channel that is configured")
                    .doesNotContain(CHANNEL);
        });
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void registerUserByBody_channelThatIsNotListed_is400ThatNamesTheMember() {
        server.core.channels = id -> Optional.empty();
        HttpResponse<String> answer = server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .json(REGISTRATION_BODY)
                .send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("channelId must be the id of a channel that is configured");
    }

    @Test
    void readUser_channelWithoutAnonymousUsers_is404() {
        server.core.channels = id -> Optional.of(new Channel(id, Optional.of("Phone"), false));
        assertThat(anonymous().statusCode()).isEqualTo(404);
        assertThat(anonymous().body()).contains("USER_NOT_FOUND");
    }

    @Test
    void anyCall_listThatWasNeverRead_is503ForWhatNeedsItOnly() {
        server.core.channels = id -> {
            throw new Outage.Unavailable("channels");
        };
        HttpResponse<String> refused = anonymous();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(server.api("DELETE", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<String> anonymous() {
        return server.api("GET", "/users/x")
                .key(INTERNAL)
                .header("return-anonymous", "true")
                .header("x-4p-channel-id", CHANNEL)
                .send();
    }
}

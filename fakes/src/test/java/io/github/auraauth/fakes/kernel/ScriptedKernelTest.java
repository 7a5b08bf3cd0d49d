package io.github.auraauth.fakes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedKernelTest {
    private final ScriptedKernel kernel =
            ScriptedKernel.start(0, List.of(), InstantSource.system(), new SecureRandom());

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void asked_afterCalls_saysHowOften() throws Exception {
        get("jwks", Redirect.NEVER);
        get("jwks", Redirect.NEVER);
        HttpRequest token = HttpRequest.newBuilder(URI.create(kernel.address() + "token"))
                .POST(BodyPublishers.noBody())
                .build();
        HttpClient.newHttpClient().send(token, BodyHandlers.discarding());

        assertThat(kernel.asked(KernelEndpoint.JWKS)).isEqualTo(2);
        assertThat(kernel.asked(KernelEndpoint.TOKEN)).isEqualTo(1);
        assertThat(kernel.asked(KernelEndpoint.DISCOVERY)).isZero();
    }

    @Test
    void followed_aRedirect_isCountedWhereItLeads() throws Exception {
        kernel.misbehave(KernelEndpoint.JWKS, KernelMisbehaviour.REDIRECT);
        assertThat(get("jwks", Redirect.NEVER).statusCode()).isEqualTo(302);
        assertThat(kernel.followed()).isZero();

        get("jwks", Redirect.ALWAYS);
        assertThat(kernel.followed()).isEqualTo(1);
        kernel.behave();
        assertThat(get("jwks", Redirect.NEVER).statusCode()).isEqualTo(200);
    }

    @Test
    void lie_untilTheTruthIsTold_isInTheTokens() {
        kernel.lie(KernelLie.WRONG_ISSUER);
        assertThat(claims()).contains("https://kernel.example.org/");
        kernel.tellTheTruth();
        assertThat(claims()).contains(kernel.issuer());
    }

    private String claims() {
        String token = kernel.accessToken(Map.of("sub", "s"));
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8)
                .replace("\\/", "/");
    }

    private HttpResponse<String> get(String path, Redirect redirects) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(kernel.address() + path)).build();
        return HttpClient.newBuilder().followRedirects(redirects).build().send(request, BodyHandlers.ofString());
    }
}

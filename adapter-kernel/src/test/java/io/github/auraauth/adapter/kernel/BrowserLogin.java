package io.github.auraauth.adapter.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Logs in at the certified provider with a browser, through its pages for the identifier and the consent. */
final class BrowserLogin {
    private static final int MAX_STEPS = 20;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Where the login that begins at this address sends the browser back to. */
    URI logIn(URI address, String identifier) {
        URI at = address;
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at));
        for (int step = 0; step < MAX_STEPS; step++) {
            if (answer.statusCode() == 200) {
                String form = answer.body().contains("name=\"login\"")
                        ? "prompt=login&password=any&login=" + FormParameters.encoded(identifier)
                        : "prompt=consent";
                answer = send(HttpRequest.newBuilder(at)
                        .header("Content-Type", FormParameters.MEDIA_TYPE)
                        .POST(BodyPublishers.ofString(form)));
            } else {
                at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
                if (at.toString().startsWith(KernelFixture.BACK.toString())) {
                    return at;
                }
                answer = send(HttpRequest.newBuilder(at));
            }
        }
        throw new AssertionError("the login does not end");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

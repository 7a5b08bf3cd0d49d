package io.github.auraauth.app.run;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.account.AccountSettings.Administrator;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A key that is valid for a day and a request to try it with, for somebody who starts the service for the first time. */
public final class Sample {
    private static final Duration LIFETIME = Duration.ofHours(24);

    private Sample() {}

    public static void print(Configuration configuration, int port, ClockAndRandom clockAndRandom, PrintStream out) {
        String key = key(configuration, clockAndRandom, "aura-bot", AccessMode.READ_WRITE);
        out.printf(
                """

                A sample key, valid for 24 hours, and a request that registers a user:

                curl -s %s \\
                  -H 'Authorization: APIKEY %s' \\
                  -H 'x-4p-channel-id: 8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44' \\
                  -H 'x-4p-user-id: user-1' \\
                  -H 'x-4p-authorization-id: session-1' \\
                  -H 'x-4p-authentication-type: email' \\
                  -H 'x-4p-authentication-identifier: somebody@example.org'

                What runs here, for a browser: %s

                """,
                ServiceAddress.of(configuration, port).at("/users/aura-id/my-first-user"),
                key,
                ServiceAddress.ofBrowsers(configuration, port).root() + "/");
        out.flush();
    }

    /** The administrator who was made up: what is not printed now is not to be seen again. */
    static void print(Administrator administrator, int port, PrintStream out) {
        out.printf(
                """
                The first administrator of accounts, whose password is shown this once:

                curl -s http://127.0.0.1:%d/api/v1/me -u '%s:%s'

                """,
                port, administrator.username().value(), administrator.password().revealText());
        out.flush();
    }

    /** A key for that consumer, which no registry knows. */
    public static String key(Configuration configuration, ClockAndRandom clockAndRandom, String app, AccessMode mode) {
        Instant now = clockAndRandom.clock().instant();
        var grants = ApiKeyModel.Grants.of(Set.of(RequiredAccess.AURA_SERVICES), Set.of(app), mode);
        var issued = clockAndRandom
                .apiKeys(configuration)
                .issue(new ApiKeyRequest("1.0", grants, Optional.of(now.plus(LIFETIME)), Optional.of("sample")), now);
        return issued.text().revealText();
    }
}

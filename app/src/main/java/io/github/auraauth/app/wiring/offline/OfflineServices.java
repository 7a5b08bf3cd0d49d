package io.github.auraauth.app.wiring.offline;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.port.in.apikey.OfflineApiKeys;
import io.github.auraauth.port.in.login.LoginStateIssuer;
import io.github.auraauth.usecase.apikey.OfflineApiKeyService;
import io.github.auraauth.usecase.login.TrustedLoginStateIssuer;
import java.security.SecureRandom;
import java.time.Clock;

/** What the command line works with where it opens no database. */
public final class OfflineServices {
    private OfflineServices() {}

    /** What is done with keys by their text alone. */
    public static OfflineApiKeys apiKeys(Configuration configuration, Clock clock, SecureRandom random) {
        return new OfflineApiKeyService(new ClockAndRandom(clock, random).apiKeys(configuration), clock);
    }

    /** States for links of ours. */
    public static LoginStateIssuer loginStateIssuer(Configuration configuration, Clock clock, SecureRandom random) {
        return new TrustedLoginStateIssuer(
                configuration.loginStates(random), configuration.login().trustedHosts(), clock);
    }
}

package io.github.auraauth.app.config;

import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, checked.
 *
 * @param redis empty when there is none
 * @param terms empty when the terms API is off
 * @param notices what the log should say once: variables that are set but without effect, or unknown
 */
public record Configuration(
        Deployment deployment,
        HttpSettings http,
        KeySettings keys,
        MongoSettings mongo,
        Optional<RedisSettings> redis,
        Optional<TermsSettings> terms,
        LoggingSettings logging,
        List<String> notices) {
    public Configuration {
        notices = List.copyOf(notices);
    }
}

package io.github.auraauth.app.config;

import io.github.auraauth.app.config.account.AccountSettings;
import io.github.auraauth.app.config.audit.AuditSettings;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.config.login.LoginSettings;
import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.config.tracing.TracingSettings;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.state.LoginStates;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration, checked.
 *
 * @param redis empty when there is none
 * @param terms empty when the terms API is off
 * @param upstream services of others that are called
 * @param behaviours empty where there is no behaviour manager
 * @param notices what the log should say once: variables that are set but without effect, or unknown
 */
public record Configuration(
        Deployment deployment,
        HttpSettings http,
        KeySettings keys,
        MongoSettings mongo,
        Optional<RedisSettings> redis,
        Optional<TermsSettings> terms,
        AccountSettings accounts,
        UpstreamSettings upstream,
        LoginSettings login,
        SigningSettings signing,
        LoggingSettings logging,
        TracingSettings tracing,
        AuditSettings audit,
        Optional<BehaviourSettings> behaviours,
        List<String> notices) {
    public Configuration {
        notices = List.copyOf(notices);
    }

    /** The same with the seed as it came, with the white space or quotes around it. */
    public Configuration withSeedAsItCame() {
        return new Configuration(
                deployment,
                http,
                keys.withSeedAsItCame(),
                mongo,
                redis,
                terms,
                accounts,
                upstream,
                login,
                signing,
                logging,
                tracing,
                audit,
                behaviours,
                notices);
    }

    /** What issues and reads login states, the same on every instance. */
    public LoginStates loginStates(SecureRandom random) {
        return new LoginStates(
                keys.encryptionKeys(),
                keys.ivPosition(),
                login.states(),
                KeyedDigest.derivedFrom(keys.seed(), "aura-auth/login-state-use/v1"),
                random);
    }
}

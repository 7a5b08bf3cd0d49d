package io.github.auraauth.app.config;

import io.github.auraauth.app.config.account.AccountSettingsRules;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.config.login.LoginRules;
import io.github.auraauth.app.config.mongo.MongoRules;
import io.github.auraauth.app.config.upstream.KernelRules;
import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.terms.TermsKeys;
import java.nio.file.Path;
import java.util.List;

/** The rules between variables, and those of each kind of environment. */
final class ConfigurationRules {
    private static final int SHORTEST_SEED = 16;

    private final Settings settings;
    private final Path home;
    private final Findings findings;

    ConfigurationRules(Settings settings, Path home) {
        this.settings = settings;
        this.home = home;
        this.findings = new Findings(settings);
    }

    List<Problem> check() {
        if (!settings.kind().isDevelopment()) {
            outsideDevelopment();
        }
        keys();
        MongoRules.check(settings, findings);
        if (settings.text("AURA_REDIS_HOSTS").isPresent()) {
            redis();
        }
        terms();
        AccountSettingsRules.check(settings, findings);
        findings.enciphered("AURA_DIRECTLINE_API_ENDPOINT");
        new KernelRules(settings, findings).check();
        StorageSettings.check(settings, findings);
        BehaviourSettings.check(settings, findings);
        new LoginRules(settings, home, findings).check();
        return findings.problems();
    }

    private void outsideDevelopment() {
        needOutsideDevelopment("AURA_PUBLIC_URL", "the address under which the service is reached");
        needOutsideDevelopment("AURA_ENVIRONMENT_NAME", "the name that APIKeys carry");
        needOutsideDevelopment("AURA_ENCRYPTION_KEY", "keys are not generated there");
        needOutsideDevelopment("AURA_SEED_ID", "a seed is not generated there");
        needOutsideDevelopment("AURA_MONGODB_URI", "the embedded store is for DEV only");
        int seed = settings.text("AURA_SEED_ID").map(String::length).orElse(SHORTEST_SEED);
        if (seed < SHORTEST_SEED) {
            findings.refuse("AURA_SEED_ID", "at least 16 characters outside DEV");
        }
        if (settings.list("TAC_APIKEY").stream().anyMatch(key -> key.length() < TermsKeys.LEAST_LENGTH)) {
            findings.refuse(
                    "TAC_APIKEY", "keys of at least " + TermsKeys.LEAST_LENGTH + " characters each, outside DEV");
        }
    }

    private void keys() {
        String algorithm = settings.required("AURA_ENCRYPTION_ALGORITHM");
        settings.text("AURA_ENCRYPTION_KEY").ifPresent(keys -> {
            try {
                EncryptionKeys.parse(algorithm, keys);
            } catch (IllegalArgumentException e) {
                findings.refuse("AURA_ENCRYPTION_KEY", String.valueOf(e.getMessage()));
            }
        });
    }

    /** Over a MongoDB of the operator's the terms API is on or off as a whole; with the embedded store it is on. */
    private void terms() {
        if (settings.isGiven("AURA_MONGODB_URI")) {
            findings.together("TAC_MONGODB_URI", "TAC_APIKEY");
            findings.together("TAC_APIKEY", "TAC_MONGODB_URI");
        }
        String port = settings.required("TAC_PORT");
        if (TermsSettings.isOn(settings) && !port.equals("0") && port.equals(settings.required("AURA_SERVICE_PORT"))) {
            findings.refuse("TAC_PORT", '"' + port + '"', "another port than AURA_SERVICE_PORT");
        }
    }

    private void redis() {
        RedisSettings.check(settings, findings);
        switch (RedisSettings.mode(settings)) {
            case SENTINEL ->
                findings.need(
                        "AURA_REDIS_SENTINEL_INSTANCE_NAME", "the master's name, since AURA_REDIS_MODE is SENTINEL");
            case SINGLE -> {
                if (settings.list("AURA_REDIS_HOSTS").size() > 1) {
                    findings.refuse("AURA_REDIS_HOSTS", "several hosts", "one host, since AURA_REDIS_MODE is SINGLE");
                }
            }
            case CLUSTER -> {}
        }
        int least = settings.number("AURA_REDIS_CONNECTION_POOL_MIN");
        int most = settings.number("AURA_REDIS_CONNECTION_POOL_MAX");
        if (settings.flag("AURA_REDIS_USE_CONNECTION_POOL") && least > most) {
            findings.refuse(
                    "AURA_REDIS_CONNECTION_POOL_MIN",
                    "\"" + least + '"',
                    "no more than AURA_REDIS_CONNECTION_POOL_MAX, " + most);
        }
    }

    private void needOutsideDevelopment(String name, String why) {
        findings.need(name, "required in PRE and PRO: " + why);
    }
}

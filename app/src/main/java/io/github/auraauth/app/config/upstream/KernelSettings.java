package io.github.auraauth.app.config.upstream;

import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.kernel.RefusalClassifier;
import io.github.auraauth.domain.kernel.RefusalPatterns;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of Kernel, the operator's OpenID provider.
 *
 * @param adapter where it is, and what we are there
 * @param audience of the access tokens of the API published in Kernel; empty where that is off
 * @param refusals by which words of its they are sorted
 */
public record KernelSettings(KernelConfig adapter, Optional<String> audience, RefusalClassifier refusals) {

    static KernelSettings of(Settings settings) {
        Optional<String> audience = settings.text("AURA_KERNEL_AUDIENCE");
        return new KernelSettings(
                new KernelConfig(
                        settings.text("AURA_FP_AUTHSERVER_ENDPOINT").map(URI::create),
                        settings.text("AURA_FP_CLIENT_ID").map(id -> client(id, settings))),
                settings.kind().isDevelopment() ? audience.or(() -> settings.text("AURA_FP_CLIENT_ID")) : audience,
                new RefusalClassifier(words(settings, "CREDENTIALS"), words(settings, "TIMEOUT")));
    }

    private static KernelConfig.Client client(String id, Settings settings) {
        return new KernelConfig.Client(
                id, settings.secret("AURA_FP_CLIENT_SECRET"), URI.create(settings.required("AURA_REDIRECT_URI")));
    }

    private static RefusalPatterns words(Settings settings, String kind) {
        return new RefusalPatterns(
                Set.copyOf(settings.list("AURA_ERROR_CODES_" + kind)),
                settings.list("AURA_ERROR_DESCRIPTIONS_" + kind));
    }
}

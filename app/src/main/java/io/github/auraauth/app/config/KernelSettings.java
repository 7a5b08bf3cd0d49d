package io.github.auraauth.app.config;

import io.github.auraauth.domain.kernel.RefusalSorting;
import io.github.auraauth.domain.kernel.Words;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What is configured of Kernel, the operator's OpenID provider.
 *
 * @param endpoint ends with a slash; empty where there is no Kernel
 * @param client what we are there; empty where nobody logs in through it
 * @param audience of the access tokens of the API published in Kernel; empty where that is off
 * @param refusals by which words of its they are sorted
 */
public record KernelSettings(
        Optional<URI> endpoint, Optional<Client> client, Optional<String> audience, RefusalSorting refusals) {

    /**
     * We as its client.
     *
     * @param secret empty where what we sign takes its place
     * @param redirectUri where it sends browsers back to
     */
    public record Client(String id, Optional<Secret> secret, URI redirectUri) {}

    static KernelSettings of(Settings settings) {
        Optional<String> audience = settings.text("AURA_KERNEL_AUDIENCE");
        return new KernelSettings(
                settings.text("AURA_FP_AUTHSERVER_ENDPOINT").map(URI::create),
                settings.text("AURA_FP_CLIENT_ID").map(id -> client(id, settings)),
                settings.kind().isDevelopment() ? audience.or(() -> settings.text("AURA_FP_CLIENT_ID")) : audience,
                new RefusalSorting(words(settings, "CREDENTIALS"), words(settings, "TIMEOUT")));
    }

    private static Client client(String id, Settings settings) {
        return new Client(
                id, settings.secret("AURA_FP_CLIENT_SECRET"), URI.create(settings.required("AURA_REDIRECT_URI")));
    }

    private static Words words(Settings settings, String kind) {
        return new Words(
                Set.copyOf(settings.list("AURA_ERROR_CODES_" + kind)),
                settings.list("AURA_ERROR_DESCRIPTIONS_" + kind));
    }
}

package io.github.auraauth.app.config.upstream;

import io.github.auraauth.adapter.channels.ChannelsConfig;
import io.github.auraauth.adapter.directline.DirectLineConfig;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.ForwardProxies;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import java.net.URI;
import java.util.Optional;

/** The configuration of the services of others that are called, and of how they are called. */
public record UpstreamSettings(
        OutgoingHttpConfig outgoing,
        DirectLineConfig directLine,
        Optional<ChannelsConfig> channels,
        KernelSettings kernel,
        StorageSettings storage) {

    /** Whether people can log in through Kernel. */
    public boolean callsKernel() {
        return kernel.adapter().endpoint().isPresent();
    }

    /** Whether there are tokens for the bot. */
    public boolean callsDirectLine() {
        return !directLine.secrets().isEmpty();
    }

    public static UpstreamSettings of(Settings settings, ForwardProxies proxies) {
        return new UpstreamSettings(
                outgoing(settings, proxies),
                directLine(settings),
                channels(settings),
                KernelSettings.of(settings),
                StorageSettings.of(settings));
    }

    /** Empty where any channel is good. */
    private static Optional<ChannelsConfig> channels(Settings settings) {
        return settings.text("AURA_CHANNELS_CONFIGURATION_API_ENDPOINT")
                .map(endpoint ->
                        new ChannelsConfig(URI.create(endpoint), settings.secret("AURA_AUTHORIZATION_HEADER")));
    }

    private static OutgoingHttpConfig outgoing(Settings settings, ForwardProxies proxies) {
        return new OutgoingHttpConfig(
                settings.flag("AURA_HTTP_KEEP_ALIVE"),
                settings.milliseconds("AURA_HTTP_KEEP_ALIVE_MSECS"),
                settings.number("AURA_HTTP_REQUEST_MAX_SOCKETS"),
                settings.milliseconds("AURA_HTTP_REQUEST_TIMEOUT"),
                settings.number("AURA_INTERNAL_RETRIES"),
                settings.listBesideDefault("AURA_HTTP_PATHS_LOG_DISABLED"),
                proxies);
    }

    private static DirectLineConfig directLine(Settings settings) {
        return new DirectLineConfig(
                URI.create(settings.required("AURA_DIRECTLINE_API_ENDPOINT")),
                settings.list("AURA_DIRECTLINE_SECRETS").stream()
                        .map(Secret::ofText)
                        .toList());
    }
}

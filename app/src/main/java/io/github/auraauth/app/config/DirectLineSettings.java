package io.github.auraauth.app.config;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.List;

/**
 * What is configured of the bot's Direct Line.
 *
 * @param conversations its URL for conversations
 * @param secrets none where there is no bot
 */
public record DirectLineSettings(URI conversations, List<Secret> secrets) {
    public DirectLineSettings {
        secrets = List.copyOf(secrets);
    }

    static DirectLineSettings of(Settings settings) {
        return new DirectLineSettings(
                URI.create(settings.required("AURA_DIRECTLINE_API_ENDPOINT")),
                settings.list("AURA_DIRECTLINE_SECRETS").stream()
                        .map(Secret::ofText)
                        .toList());
    }
}

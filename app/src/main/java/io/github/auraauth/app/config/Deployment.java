package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Folders;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.config.variable.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The deployment: what is run, and where.
 *
 * @param name of the environment, as APIKeys carry it
 * @param version {@code AURA_VERSION}, or the program's own
 * @param publicUrl the address under which the service is reached; always there outside development
 * @param dataFolder for the embedded store and generated secrets; made when it is needed
 */
public record Deployment(
        ServiceEnvironment kind, String name, String version, Optional<URI> publicUrl, Path dataFolder) {

    static Deployment of(Settings settings, Path home, String ownVersion) {
        return new Deployment(
                settings.kind(),
                settings.required("AURA_ENVIRONMENT_NAME"),
                settings.text("AURA_VERSION").orElse(ownVersion),
                settings.text("AURA_PUBLIC_URL").map(URI::create),
                Folders.of(settings, home, "AURA_DATA_FOLDER"));
    }
}

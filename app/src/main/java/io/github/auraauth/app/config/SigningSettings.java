package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of our own signing keys.
 *
 * @param ids of the keys, the signing one first
 * @param given the keys, each base64 of PEM or DER; none where there are none, or one is to be generated
 * @param issuer under which they are published; empty where it is made of the address of this service
 * @param generated whether a key is made where none is given
 */
public record SigningSettings(List<String> ids, List<Secret> given, Optional<URI> issuer, boolean generated) {
    private static final String ISSUER = "/issuer";
    private static final String KEY_SET = "/jwk";

    public SigningSettings {
        ids = List.copyOf(ids);
        given = List.copyOf(given);
    }

    /**
     * A key with its id.
     *
     * @param text base64 of PEM or DER
     */
    public record NamedKey(String id, Secret text) {}

    /**
     * The keys: those given, or in development the one that is made once and kept in the data folder.
     *
     * @throws DataFolderException when one is needed and cannot be kept there
     */
    public List<NamedKey> keys(Deployment deployment, SecureRandom random) throws DataFolderException {
        List<NamedKey> keys = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            keys.add(new NamedKey(ids.get(i), given.get(i)));
        }
        if (keys.isEmpty() && generated) {
            DataFolder folder = DataFolder.open(deployment.dataFolder());
            keys.add(new NamedKey(ids.get(0), new GeneratedSecrets(folder, random).signingKey()));
        }
        return List.copyOf(keys);
    }

    /** The name under which the keys are published: the configured one, or one below the address of this service. */
    public String issuer(ServiceAddress address) {
        return issuer.map(URI::toString)
                .orElseGet(() -> address.at("/openid" + ISSUER).toString());
    }

    /** Where the keys are: beside the issuer where its name allows it, so that a proxy before it counts, else here. */
    public String keySetAddress(ServiceAddress address) {
        String name = issuer(address);
        return name.endsWith(ISSUER)
                ? name.substring(0, name.length() - ISSUER.length()) + KEY_SET
                : address.at("/openid" + KEY_SET).toString();
    }

    static SigningSettings of(Settings settings) {
        return new SigningSettings(
                settings.list("AURA_FP_PRIVATE_KEY_ID"),
                settings.list("AURA_FP_PRIVATE_KEY").stream()
                        .map(Secret::ofText)
                        .toList(),
                settings.text("AURA_FP_CLIENT_ISSUER")
                        .or(() -> settings.text("AURA_FP_ISSUER"))
                        .map(URI::create),
                settings.kind().isDevelopment());
    }
}

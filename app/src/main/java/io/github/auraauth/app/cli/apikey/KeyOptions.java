package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** How the commands on registered keys are told which key. */
public final class KeyOptions {
    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id or fingerprint that list shows; else the key is read from standard input.")
    private Optional<String> id = Optional.empty();

    public boolean isNamed() {
        return id.isPresent();
    }

    /**
     * The key that is meant.
     *
     * @throws IllegalArgumentException when the id has no such form
     */
    public ApiKeySelector selector(InputStream in) throws IOException {
        return id.isPresent() ? byId(id.get()) : new ApiKeySelector.ByText(KeyInput.from(in));
    }

    private static ApiKeySelector byId(String text) {
        return ApiKeyFingerprint.parse(text)
                .<ApiKeySelector>map(ApiKeySelector.ByFingerprint::new)
                .orElseGet(() -> new ApiKeySelector.ById(UUID.fromString(text).toString()));
    }
}

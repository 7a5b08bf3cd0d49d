package io.github.auraauth.app.docs;

// example: embed
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.*;
import io.github.auraauth.domain.apikey.ApiKeyModel.Grants;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.*;

// end

/** The example of README.md. */
final class ReadmeExample {
    private ReadmeExample() {}

    static String run() {
        // example: embed
        var keys = EncryptionKeys.parse("aes-256-cbc", "an-example-key-of-32-characters!");
        var apiKeys = new ApiKeys(keys, 35, "local", ApiKeyPolicy.COMPAT, new SecureRandom());
        var rights = Grants.of(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ);
        var request = new ApiKeyRequest("9.5.0", rights, Optional.empty(), Optional.empty());
        var key = new String(apiKeys.issue(request, Instant.now()).text().reveal(), StandardCharsets.US_ASCII);
        var decision = apiKeys.decide("APIKEY " + key, "GET", "/users/42", Instant.now());
        var answer = decision.fold(identity -> "welcome, " + identity.apps(), refusal -> "no: " + refusal);
        // end
        return answer;
    }
}

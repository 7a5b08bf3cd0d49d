// example: whole
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel.Grants;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Prints a key with which the consumer "web" may read orders. */
public final class NewKey {
    private NewKey() {}

    public static void main(String[] arguments) {
        var keys = EncryptionKeys.parse("aes-256-cbc", System.getenv("AURA_ENCRYPTION_KEY"));
        var apiKeys = new ApiKeys(keys, 35, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        var rights = Grants.of(Set.of("orders"), Set.of("web"), AccessMode.READ);
        var key = apiKeys.issue(new ApiKeyRequest("1.0", rights, Optional.empty(), Optional.empty()), Instant.now());
        System.out.println(new String(key.text().reveal(), StandardCharsets.US_ASCII));
    }
}
// end

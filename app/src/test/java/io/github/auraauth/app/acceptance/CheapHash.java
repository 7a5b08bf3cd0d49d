package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Accounts as an old Django brings them along, whose hashes cost next to nothing until they are logged in with. */
final class CheapHash {
    private static final int ROUNDS = 1_000;
    private static final String SALT = "acceptance";

    private CheapHash() {}

    /** Imports accounts that log in with that password. */
    static void importAccounts(CommandLine operator, Path folder, String password, List<String> usernames) {
        operator.run("", "account", "import", dump(folder, password, usernames).toString());
    }

    /** The file by which they are imported. */
    static Path dump(Path folder, String password, List<String> usernames) {
        String hash = hash(password);
        String dump = usernames.stream()
                .map(username -> "{\"model\":\"auth.user\",\"pk\":\"" + username + "\",\"fields\":{\"username\":\""
                        + username + "\",\"password\":\"" + hash + "\",\"is_active\":true}}")
                .collect(Collectors.joining(",", "[", "]"));
        try {
            return Files.writeString(Files.createTempFile(folder, "dump", ".json"), dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String password) {
        try {
            byte[] salt = SALT.getBytes(StandardCharsets.UTF_8);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
                    .getEncoded();
            return "pbkdf2_sha256$" + ROUNDS + '$' + SALT + '$'
                    + Base64.getEncoder().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

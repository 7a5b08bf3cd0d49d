package io.github.auraauth.app.config;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets of a development environment that nobody configured: made once, kept in the data folder, the same for every
 * process that uses it.
 */
final class GeneratedSecrets {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;

    private final DataFolder folder;
    private final SecureRandom random;

    GeneratedSecrets(DataFolder folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** An encryption key of 32 characters. */
    String encryptionKey() throws DataFolderException {
        return kept("encryption-key");
    }

    /** A seed of 32 characters. */
    String seed() throws DataFolderException {
        return kept("seed");
    }

    /** A key of the terms API of 32 characters. */
    String termsKey() throws DataFolderException {
        return kept("tac-apikey");
    }

    /** An RSA key of 2048 bits: base64 of its PKCS#8. */
    Secret signingKey() throws DataFolderException {
        String name = "signing-key";
        try {
            if (!Files.exists(folder.file(name))) {
                folder.writeIfAbsent(name, freshSigningKey() + "\n");
            }
            return Secret.ofText(Files.readString(folder.file(name)).strip());
        } catch (IOException e) {
            throw unusable(name, e);
        }
    }

    private String freshSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private String kept(String name) throws DataFolderException {
        try {
            folder.writeIfAbsent(name, fresh() + "\n");
            String text = Files.readString(folder.file(name)).strip();
            if (text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
                return text;
            }
        } catch (IOException e) {
            throw unusable(name, e);
        }
        throw new DataFolderException("The file " + folder.file(name)
                + " does not hold what this program wrote; restore it, or remove it for a new secret");
    }

    private DataFolderException unusable(String name, IOException e) {
        return new DataFolderException("The file " + folder.file(name) + " cannot be read or written", e);
    }

    private String fresh() {
        StringBuilder text = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}

package io.github.auraauth.usecase.file;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.file.MediaTypes;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.file.StoredFiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Copies of remote texts, in the folder {@code backup} beside them. A copy is named by what it holds, so that all
 * instances make the same one.
 */
final class TextBackup {
    private static final String FOLDER = "backup/";
    private static final int BYTES_OF_DIGEST = 8;

    private final StoredFiles files;

    TextBackup(StoredFiles files) {
        this.files = files;
    }

    /** Keeps a copy, durable when it returns: {@code es-es.json} as {@code backup/es-es-0123456789abcdef.json}. */
    void keep(FileName name, byte[] json, Deadline deadline) {
        String text = name.text();
        int dot = text.lastIndexOf('.');
        String copy = FOLDER + text.substring(0, dot) + '-' + digest(json) + text.substring(dot);
        files.write(new FileName(copy), MediaTypes.of(name), json, deadline);
    }

    private static String digest(byte[] json) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(json);
            return HexFormat.of().formatHex(whole, 0, BYTES_OF_DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

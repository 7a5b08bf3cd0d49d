package io.github.auraauth.adapter.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A picture that the page of a success shows: PNG, JPEG or SVG by its content, at most 512 KiB. */
public final class PageImage {
    /** Most bytes that one may have: 512 KiB. */
    public static final int LARGEST = 512 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    /** What may stand before the root: a declaration, comments, a document type without rules of its own. */
    private static final Pattern SVG = Pattern.compile(
            "(?s)\\uFEFF?\\s*+(?:<\\?xml[^>]*+>\\s*+)?(?:(?:<!--(?:(?!-->).)*+-->|<!DOCTYPE[^>\\[]*+>)\\s*+)*+<svg[\\s>].*+");

    private final String mediaType;
    private final byte[] bytes;

    private PageImage(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException when the bytes are too many or no such picture */
    public static PageImage of(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("the image is larger than 512 KiB");
        }
        String mediaType = mediaType(bytes)
                .orElseThrow(() -> new IllegalArgumentException("the image is neither PNG nor JPEG nor SVG"));
        return new PageImage(mediaType, bytes.clone());
    }

    /** @throws IllegalArgumentException when the file cannot be read, is too large or no such picture */
    public static PageImage read(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            return of(input.readNBytes(LARGEST + 1));
        } catch (IOException e) {
            throw new IllegalArgumentException("the image cannot be read", e);
        }
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static Optional<String> mediaType(byte[] bytes) {
        if (begins(bytes, PNG)) {
            return Optional.of("image/png");
        }
        if (begins(bytes, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return isSvg(bytes) ? Optional.of("image/svg+xml") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    private static boolean isSvg(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return SVG.matcher(text).matches();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}

package io.github.auraauth.front.response;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A document in two encodings, as it is and compressed with gzip (RFC 9110, section 12.5.3). Both are made when it is first
 * asked for, and kept. Safe for use by many threads.
 */
public final class CompressibleDocument {
    private final Supplier<Response> document;
    private volatile @Nullable Encodings encodings;

    /** @param document gives the answer with the document as it is */
    public CompressibleDocument(Supplier<Response> document) {
        this.document = document;
    }

    /**
     * The document, or that it is unchanged.
     *
     * @param ifNoneMatch the header of that name, or nothing
     * @param acceptEncoding the header of that name, or nothing
     */
    public Response answer(String ifNoneMatch, String acceptEncoding) {
        Encodings made = encodings();
        return (takesGzip(acceptEncoding) ? made.gzip : made.identity).answer(ifNoneMatch);
    }

    private Encodings encodings() {
        Encodings made = encodings;
        if (made == null) {
            synchronized (this) {
                made = encodings;
                if (made == null) {
                    made = Encodings.of(document.get());
                    encodings = made;
                }
            }
        }
        return made;
    }

    /** Whether the list has gzip, or else anything, with a weight above 0. */
    static boolean takesGzip(String acceptEncoding) {
        return weighted(acceptEncoding, "gzip")
                .or(() -> weighted(acceptEncoding, "*"))
                .orElse(false);
    }

    private static Optional<Boolean> weighted(String acceptEncoding, String coding) {
        for (String element : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = element.split(";", 2);
            if (parts[0].strip().equals(coding)) {
                return Optional.of(parts.length == 1 || !isZero(parts[1].replace(" ", "")));
            }
        }
        return Optional.empty();
    }

    private static boolean isZero(String weight) {
        return weight.startsWith("q=0") && weight.chars().skip(3).allMatch(c -> c == '.' || c == '0');
    }

    private static byte[] compressed(byte[] document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return bytes.toByteArray();
    }

    private record Encodings(TaggedDocument identity, TaggedDocument gzip) {
        static Encodings of(Response whole) {
            Response varying = whole.with("Vary", "Accept-Encoding");
            Response gzip = Response.bytes(whole.contentType().orElseThrow(), compressed(whole.body()));
            for (var header : varying.headers().entrySet()) {
                gzip = gzip.with(header.getKey(), header.getValue());
            }
            return new Encodings(
                    new TaggedDocument(varying), new TaggedDocument(gzip.with("Content-Encoding", "gzip")));
        }
    }
}

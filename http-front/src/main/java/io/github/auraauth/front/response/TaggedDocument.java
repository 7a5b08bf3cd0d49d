package io.github.auraauth.front.response;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** A document that readers need not fetch again while it is the same (RFC 9110, section 8.8.3). Unchangeable. */
public final class TaggedDocument {
    private final String tag;
    private final Response whole;
    private final Response unchanged;

    /** @param answer with the document, and with the headers that say how long readers may keep it */
    public TaggedDocument(Response answer) {
        this.tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest(answer.body())) + '"';
        this.whole = answer.with("ETag", tag);
        // A cache takes the headers of a 304 for those of what it has, so they are all the same but what tells of a
        // body.
        Response same = Response.notModified();
        for (Map.Entry<String, String> header : whole.headers().entrySet()) {
            same = header.getKey().equals("Content-Encoding") ? same : same.with(header.getKey(), header.getValue());
        }
        this.unchanged = same;
    }

    /** @param ifNoneMatch the header of that name, or nothing */
    public Response answer(String ifNoneMatch) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String known = candidate.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return unchanged;
            }
        }
        return whole;
    }

    private static byte[] digest(byte[] document) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(document);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

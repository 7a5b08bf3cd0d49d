package io.github.auraauth.front.browser;

import io.github.auraauth.front.request.RequestHead;
import java.util.Optional;
import java.util.Set;

/**
 * The origin of a request as its browser tells it (W3C Fetch Metadata). Pages cannot forge it, and what is no browser does
 * not say it: its absence tells nothing.
 */
public final class FetchMetadata {
    /** Name of the header that says how the asking page is related to us. */
    public static final String SITE = "Sec-Fetch-Site";

    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Set<String> OF_SCRIPTS = Set.of("cors", "same-origin");

    private FetchMetadata() {}

    /** Whether a page of another origin, or nobody knows which, makes the request. */
    public static boolean isForeign(RequestHead head) {
        return head.has(SITE) && isForeign(head.single(SITE).or(() -> Optional.of("")));
    }

    /**
     * The same.
     *
     * @param site value of the header, where it is there
     */
    public static boolean isForeign(Optional<String> site) {
        return site.filter(value -> !OURS.contains(value)).isPresent();
    }

    /** Whether a page's script makes the request, which nobody wants a browser's own question for a password for. */
    public static boolean isOfScript(RequestHead head) {
        return head.single("Sec-Fetch-Mode").filter(OF_SCRIPTS::contains).isPresent()
                || head.single("Sec-Fetch-Dest").filter("empty"::equals).isPresent()
                || head.has("X-Requested-With");
    }
}

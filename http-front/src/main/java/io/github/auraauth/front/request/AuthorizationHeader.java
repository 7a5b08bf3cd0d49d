package io.github.auraauth.front.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Authorization} (RFC 9110, section 11.4): a scheme, one or more spaces, and one credential.
 *
 * @param scheme in lower case
 */
public record AuthorizationHeader(String scheme, String credential) {
    public static final String NAME = "Authorization";

    private static final Pattern FORM = Pattern.compile("([!-~]+) +([!-~]+)");

    /** Empty where it is missing, stands there more than once or has another form. */
    public static Optional<AuthorizationHeader> of(RequestHead head) {
        return head.single(NAME)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form -> new AuthorizationHeader(form.group(1).toLowerCase(Locale.ROOT), form.group(2)));
    }

    /** The credential, where it is one of that scheme. */
    public static Optional<String> credential(RequestHead head, String scheme) {
        return of(head).filter(header -> header.scheme.equals(scheme)).map(AuthorizationHeader::credential);
    }

    @Override
    public String toString() {
        return "AuthorizationHeader[redacted]";
    }
}

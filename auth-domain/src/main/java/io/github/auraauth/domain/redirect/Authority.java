package io.github.auraauth.domain.redirect;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and maybe a port, as they stand in a URL or in an entry: no userinfo, no IPv6, nothing percent-encoded.
 *
 * @param host in its one form
 * @param port 1 to 65535
 */
record Authority(String host, OptionalInt port) {
    private static final int LARGEST_PORT = 65535;
    private static final Pattern FORM = Pattern.compile("([^:@/\\\\%\\[\\]?#]+)(?::([1-9][0-9]{0,4}))?");

    static Optional<Authority> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        OptionalInt port =
                form.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(2)));
        return HostName.normal(form.group(1))
                .filter(host -> port.orElse(1) <= LARGEST_PORT)
                .map(host -> new Authority(host, port));
    }

    /** The port that is meant where that is the scheme's own. */
    int portOr(int own) {
        return port.orElse(own);
    }
}

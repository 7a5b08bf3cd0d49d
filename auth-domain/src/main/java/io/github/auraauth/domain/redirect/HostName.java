package io.github.auraauth.domain.redirect;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of hosts in their one form: IDNA-ASCII (RFC 3490), lower case, no dot at the end. */
final class HostName {
    private static final int LONGEST = 253;

    /** Letters that later editions of IDNA treat otherwise: whose name that is depends on the browser. */
    private static final String DISPUTED = "\u00df\u03c2\u200c\u200d";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");

    /** What browsers take for an IPv4 address, whatever it is (WHATWG URL, "ends in a number"). */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    private HostName() {}

    /** The name in its form; empty when it is none, or an IP address in any but the usual form of version 4. */
    static Optional<String> normal(String given) {
        if (given.isEmpty() || given.length() > LONGEST || given.chars().anyMatch(c -> DISPUTED.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        return ascii(given)
                .filter(name -> name.length() <= LONGEST && NAME.matcher(name).matches())
                .filter(name -> !isNumeric(name) || IPV4.matcher(name).matches());
    }

    /** Whether it is an IP address and has no domains below it. */
    static boolean isNumeric(String name) {
        return NUMERIC.matcher(name).matches();
    }

    private static Optional<String> ascii(String given) {
        try {
            return Optional.of(IDN.toASCII(given, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}

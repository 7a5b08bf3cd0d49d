package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of a chain at some time: whoever keeps it elsewhere can tell later whether the chain still holds it.
 *
 * @param number 0 where the chain has no entry yet
 * @param mac of that entry; empty for none
 */
public record ChainHead(String instance, long number, String mac) {
    private static final Pattern FORM =
            Pattern.compile("(?<![\\w.$-])([\\w.$-]{1,64}) (\\d{1,18}) ([0-9a-f]{64})(?!\\w)");

    public ChainHead {
        requireNonNull(instance, "instance");
        requireNonNull(mac, "mac");
    }

    /** That of a chain that begins. */
    public static ChainHead first(String instance) {
        return new ChainHead(instance, 0, "");
    }

    /** As the log shows it. */
    public String text() {
        return String.format(Locale.ROOT, "%s %d %s", instance, number, mac);
    }

    /** The head that a line holds anywhere, such as one of the log; empty where it holds none. */
    public static Optional<ChainHead> find(String line) {
        Matcher form = FORM.matcher(line);
        return form.find()
                ? Optional.of(new ChainHead(form.group(1), Long.parseLong(form.group(2)), form.group(3)))
                : Optional.empty();
    }
}
